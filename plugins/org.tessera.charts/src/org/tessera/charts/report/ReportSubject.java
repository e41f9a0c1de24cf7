package org.tessera.charts.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tessera.charts.ChartSpec;
import org.tessera.charts.ChoiceOfK;
import org.tessera.charts.Histograms;
import org.tessera.charts.PcaScatter;
import org.tessera.charts.ProfileHeatMap;
import org.tessera.charts.SilhouettePlot;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.SegmentSilhouette;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.ProfileOptions;
import org.tessera.engine.profile.Profiler;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.engine.profile.columns.DescribedColumns;
import org.tessera.engine.run.RunContext;

/**
 * The customers and segments that a report is about.
 *
 * @param model the segmentation
 * @param customers the customers' own columns, of all rows of the table
 * @param segments the labels of the rows of the table that have one
 * @param features n x d features of the rows that have all of them
 * @param labels their n labels
 */
public record ReportSubject(
        SegmentationModel model, CustomerTable customers, SegmentedRows segments, Matrix features, Labels labels) {

    /** Largest number of categories of a column among which those that matter for a segment are found. */
    private static final int CATEGORIES = 200;

    /** Customers drawn in the scatter plot, fewer than in the Segment View: on paper they cannot be told apart. */
    private static final int POINTS = 1000;

    /**
     * What was found.
     *
     * @param customers rows, missing values, columns that describe no segment
     * @param findings profile, distributions, charts
     */
    public record Found(Report.Customers customers, Report.Findings findings) {}

    /**
     * Profiles the segments and makes the specifications of the charts. As the profile, with silhouettes.
     *
     * @param columns largest number of columns listed per segment
     * @param run seed, progress, cancel
     * @return the same for any number of threads
     * @throws org.tessera.engine.run.RunCanceledException if the user has canceled
     */
    public Found find(int columns, RunContext run) {
        DescribedColumns described = DescribedColumns.of(customers, model, run.part(0, 0.1));
        ProfileOptions defaults = ProfileOptions.defaults();
        Profile profile = Profiler.profile(
                described,
                segments,
                new ProfileOptions(
                        CATEGORIES, defaults.sentenceColumns(), defaults.minimumEffect(), defaults.ruleConditions()),
                run.part(0.1, 0.5));
        Distance distance = model.clusters().distance();
        Silhouette.Result silhouette = Silhouette.of(
                features, labels.dense(), MetricOptions.defaults().withDistance(distance), run.part(0.5, 0.9));
        List<ChartSpec> charts = new ArrayList<>();
        charts.add(ProfileHeatMap.spec(profile, ProfileHeatMap.DEFAULT_COLUMNS));
        charts.add(PcaScatter.spec(features, labels, POINTS, run.part(0.9, 0.95)));
        charts.add(SilhouettePlot.spec(silhouette, labels, distance, run));
        ChoiceOfK.Spec choice = ChoiceOfK.spec(model.search());
        if (!choice.panels().isEmpty()) {
            charts.add(choice);
        }
        Histograms.Spec distributions =
                Histograms.spec(described.customers(), segments, drawn(profile), run.part(0.95, 1));
        return new Found(
                new Report.Customers(customers.rows(), segments.rows().length, missing(described), described.hidden()),
                new Report.Findings(profile, distributions, silhouettes(silhouette), charts, columns));
    }

    /** The columns in which the segments differ most. */
    private static List<String> drawn(Profile profile) {
        Set<String> columns = new LinkedHashSet<>();
        profile.segments()
                .forEach(segment -> segment.columns().stream()
                        .filter(column -> column.count() > 0)
                        .limit(SegmentSection.DISTRIBUTIONS)
                        .forEach(column -> columns.add(column.column())));
        return List.copyOf(columns);
    }

    private Map<String, Integer> missing(DescribedColumns described) {
        Map<String, Integer> missing = new HashMap<>();
        for (Column column : customers.columns()) {
            missing.put(
                    column.name(),
                    described.customers().column(column.name()).orElse(column).missing());
        }
        return missing;
    }

    /** The silhouettes with the labels of the segments, which are numbered without the empty ones to measure them. */
    private List<SegmentSilhouette> silhouettes(Silhouette.Result silhouette) {
        int[] present = IntStream.range(0, labels.segments())
                .filter(s -> labels.sizeOf(s) > 0)
                .toArray();
        return SegmentSilhouette.of(silhouette, labels.dense()).stream()
                .map(s -> s.label() == Labels.NOISE ? s : labeled(s, present[s.label()]))
                .toList();
    }

    private static SegmentSilhouette labeled(SegmentSilhouette s, int label) {
        return new SegmentSilhouette(label, s.mean(), s.standardError(), s.shareBelowZero(), s.lowest());
    }
}
