package org.tessera.knime.view;

import java.util.ArrayList;
import java.util.List;
import org.tessera.charts.ChartCatalog;
import org.tessera.charts.ChartSpec;
import org.tessera.charts.ChartType;
import org.tessera.charts.ChoiceOfK;
import org.tessera.charts.Dendrogram;
import org.tessera.charts.Histograms;
import org.tessera.charts.KDistancePlot;
import org.tessera.charts.Loadings;
import org.tessera.charts.ParallelCoordinates;
import org.tessera.charts.PcaScatter;
import org.tessera.charts.ProfileHeatMap;
import org.tessera.charts.SegmentSizes;
import org.tessera.charts.SilhouettePlot;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.profile.Driver;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.ProfileOptions;
import org.tessera.engine.profile.Profiler;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.kit.SegmentLabels;
import org.tessera.knime.view.web.ColumnDistribution;
import org.tessera.knime.view.web.FeatureRows;
import org.tessera.knime.view.web.Subject;
import org.tessera.knime.view.web.ViewSummary;

/**
 * Computes the specifications of the chosen charts from labeled customers, and the summary for the interactive view.
 *
 * @param clustered customers with features and segments
 * @param subject the same with their own columns
 * @param model the model of the segments
 */
record SegmentCharts(SegmentLabels.Customers clustered, Subject subject, SegmentationModel model) {

    /** The charts that can be chosen: all but that of two segmentations. */
    static final List<ChartType<?>> CHOICES = ChartCatalog.all().stream()
            .filter(type -> !type.id().equals("migration"))
            .toList();

    /** Largest number of categories of a column among which the heat map finds those that matter for a segment. */
    private static final int CATEGORIES = 200;

    /**
     * What was computed.
     *
     * @param charts the chosen charts
     * @param summary what the interactive view shows
     * @param distributions the distributions of the columns that it shows
     */
    record Result(List<ChartSpec> charts, ViewSummary summary, List<ColumnDistribution> distributions) {}

    /**
     * The chosen charts and the summary.
     *
     * @param options the distance of the silhouettes, and the maximum number of points drawn
     * @param chosen the charts of the image
     * @param run seed, progress, cancel
     * @return a specification per chosen chart, in their order, and the summary
     */
    Result all(ViewSummary.Options options, List<ChartType<?>> chosen, RunContext run) {
        ProfileOptions defaults = ProfileOptions.defaults();
        Profile profile = Profiler.profile(
                subject.customers(),
                subject.segments(),
                new ProfileOptions(
                        CATEGORIES, defaults.sentenceColumns(), defaults.minimumEffect(), defaults.ruleConditions()),
                run.part(0, 0.2));
        MetricOptions metric = MetricOptions.defaults().withDistance(options.distance());
        Silhouette.Result silhouette =
                Silhouette.of(clustered.features(), clustered.dense(), metric, run.part(0.2, 0.6));
        List<ChartSpec> charts = new ArrayList<>();
        for (int c = 0; c < chosen.size(); c++) {
            RunContext part = run.part(0.6 + 0.2 * c / chosen.size(), 0.6 + 0.2 * (c + 1) / chosen.size());
            charts.add(chart(chosen.get(c), options, profile, silhouette, part));
        }
        FeatureRows rows =
                new FeatureRows(clustered.features(), model.features(), clustered.labels(), clustered.tableRows());
        return new Result(
                charts,
                ViewSummary.of(subject, profile)
                        .withFeatures(subject, rows, silhouette, options, run.part(0.8, 0.9))
                        .withModel(model, run),
                ColumnDistribution.all(subject, profile, run.part(0.9, 1)));
    }

    private ChartSpec chart(
            ChartType<?> type,
            ViewSummary.Options options,
            Profile profile,
            Silhouette.Result silhouette,
            RunContext run) {
        return switch (type.id()) {
            case "pca-scatter" -> PcaScatter.spec(clustered.features(), clustered.labels(), options.points(), run);
            case "histograms" -> Histograms.spec(subject.customers(), subject.segments(), columns(profile), run);
            case "profile-heat-map" -> ProfileHeatMap.spec(profile, ProfileHeatMap.DEFAULT_COLUMNS);
            case "silhouette-plot" -> SilhouettePlot.spec(silhouette, clustered.labels(), options.distance(), run);
            case "segment-sizes" -> SegmentSizes.spec(subject.segments().labels());
            case "choice-of-k" -> ChoiceOfK.spec(model.search());
            case "dendrogram" -> Dendrogram.spec(model.clusters(), model.labels(), algorithm(), run);
            case "k-distance" -> KDistancePlot.spec(model.clusters(), clustered.features(), algorithm(), run);
            case "loadings" -> Loadings.spec(clustered.features(), model.features(), model.preparation(), run);
            case "parallel-coordinates" ->
                ParallelCoordinates.spec(
                        clustered.features(),
                        model.features(),
                        model.preparation(),
                        clustered.labels(),
                        ParallelCoordinates.DEFAULT_AXES,
                        run);
            default ->
                throw new IllegalArgumentException(
                        "Enter the specification of chart '" + type.id() + "' in SegmentCharts");
        };
    }

    private String algorithm() {
        return model.provenance().title();
    }

    private static List<String> columns(Profile profile) {
        return profile.drivers().stream()
                .limit(Histograms.DEFAULT_COLUMNS)
                .map(Driver::column)
                .toList();
    }
}
