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

/**
 * Computes the specification of every chart from labeled customers.
 *
 * @param clustered customers with features and segments
 * @param customers their own columns
 * @param segments the segments of the customers' rows
 * @param distance the distance of the silhouettes
 */
record SegmentCharts(
        SegmentLabels.Customers clustered, CustomerTable customers, SegmentedRows segments, Distance distance) {

    /** Largest number of categories of a column among which the heat map finds those that matter for a segment. */
    private static final int CATEGORIES = 200;

    /**
     * The charts, in the order of the catalog; the choice of k only if there is something to show or it is asked for.
     *
     * @param points maximum number of points drawn
     * @param search what was tried to find the segmentation, if anything
     * @param chosen the chart that is shown first
     * @param run seed, progress, cancel
     * @return a specification per chart
     */
    List<ChartSpec> all(int points, List<SearchPoint> search, ChartType<?> chosen, RunContext run) {
        List<ChartSpec> charts = new ArrayList<>();
        charts.add(PcaScatter.spec(clustered.features(), clustered.labels(), points, run.part(0, 0.3)));
        ProfileOptions options = ProfileOptions.defaults();
        Profile profile = Profiler.profile(
                customers,
                segments,
                new ProfileOptions(CATEGORIES, options.sentenceColumns(), options.minimumEffect(), 0),
                run.part(0.3, 0.5));
        List<String> columns = profile.drivers().stream()
                .limit(Histograms.DEFAULT_COLUMNS)
                .map(Driver::column)
                .toList();
        charts.add(Histograms.spec(customers, segments, columns, run));
        charts.add(ProfileHeatMap.spec(profile, ProfileHeatMap.DEFAULT_COLUMNS));
        MetricOptions metric = MetricOptions.defaults().withDistance(distance);
        Silhouette.Result silhouette = Silhouette.of(clustered.features(), clustered.dense(), metric, run.part(0.5, 1));
        charts.add(SilhouettePlot.spec(silhouette, clustered.labels(), distance, run));
        charts.add(SegmentSizes.spec(segments.labels()));
        ChoiceOfK.Spec choice = ChoiceOfK.spec(search);
        if (!search.isEmpty() || ChartCatalog.of(choice) == chosen) {
            charts.add(choice);
        }
        return charts;
    }
}
