package org.tessera.knime.view;

import java.util.ArrayList;
import java.util.List;
import org.tessera.charts.ChartCatalog;
import org.tessera.charts.ChartSpec;
import org.tessera.charts.ChartType;
import org.tessera.charts.ChoiceOfK;
import org.tessera.charts.Histograms;
import org.tessera.charts.PcaScatter;
import org.tessera.charts.ProfileHeatMap;
import org.tessera.charts.SegmentSizes;
import org.tessera.charts.SilhouettePlot;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.model.SearchPoint;
import org.tessera.engine.profile.Driver;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.ProfileOptions;
import org.tessera.engine.profile.Profiler;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.kit.SegmentLabels;
import org.tessera.knime.view.web.ColumnDistribution;
import org.tessera.knime.view.web.Subject;
import org.tessera.knime.view.web.ViewSummary;

/**
 * Computes the specification of every chart from labeled customers, and the summary for the interactive view.
 *
 * @param clustered customers with features and segments
 * @param subject the same with their own columns
 * @param distance the distance of the silhouettes
 */
record SegmentCharts(SegmentLabels.Customers clustered, Subject subject, Distance distance) {

    /** Largest number of categories of a column among which the heat map finds those that matter for a segment. */
    private static final int CATEGORIES = 200;

    /**
     * What was computed.
     *
     * @param charts the charts
     * @param summary what the interactive view shows
     * @param distributions the distributions of the columns that it shows
     */
    record Result(List<ChartSpec> charts, ViewSummary summary, List<ColumnDistribution> distributions) {}

    /**
     * The charts, in the order of the catalog, and the summary; the choice of k only if there is something to show or it is
     * asked for.
     *
     * @param options the chart that the view shows first, and the maximum number of points drawn
     * @param search what was tried to find the segmentation, if anything
     * @param chosen the chart of the image
     * @param run seed, progress, cancel
     * @return a specification per chart, and the summary
     */
    Result all(ViewSummary.Options options, List<SearchPoint> search, ChartType<?> chosen, RunContext run) {
        CustomerTable customers = subject.customers();
        SegmentedRows segments = subject.segments();
        List<ChartSpec> charts = new ArrayList<>();
        charts.add(PcaScatter.spec(clustered.features(), clustered.labels(), options.points(), run.part(0, 0.2)));
        ProfileOptions defaults = ProfileOptions.defaults();
        Profile profile = Profiler.profile(
                customers,
                segments,
                new ProfileOptions(
                        CATEGORIES, defaults.sentenceColumns(), defaults.minimumEffect(), defaults.ruleConditions()),
                run.part(0.2, 0.4));
        List<String> columns = profile.drivers().stream()
                .limit(Histograms.DEFAULT_COLUMNS)
                .map(Driver::column)
                .toList();
        charts.add(Histograms.spec(customers, segments, columns, run));
        charts.add(ProfileHeatMap.spec(profile, ProfileHeatMap.DEFAULT_COLUMNS));
        MetricOptions metric = MetricOptions.defaults().withDistance(distance);
        Silhouette.Result silhouette =
                Silhouette.of(clustered.features(), clustered.dense(), metric, run.part(0.4, 0.8));
        charts.add(SilhouettePlot.spec(silhouette, clustered.labels(), distance, run));
        charts.add(SegmentSizes.spec(segments.labels()));
        ChoiceOfK.Spec choice = ChoiceOfK.spec(search);
        if (!search.isEmpty() || ChartCatalog.of(choice) == chosen) {
            charts.add(choice);
        }
        return new Result(
                charts,
                ViewSummary.of(subject, profile, silhouette, options, run.part(0.8, 0.9)),
                ColumnDistribution.all(subject, profile, run.part(0.9, 1)));
    }
}
