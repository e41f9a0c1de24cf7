package org.tessera.charts;

import java.util.List;

/** The catalog of chart types. A new chart is a class with its specification and drawing, and an entry here. */
public final class ChartCatalog {

    private static final List<ChartType<?>> ALL = List.of(
            new ChartType<>("pca-scatter", "PCA scatter", PcaScatter.Spec.class, PcaScatter::create),
            new ChartType<>("histograms", "Histograms", Histograms.Spec.class, Histograms::create),
            new ChartType<>("profile-heat-map", "Profile heat map", ProfileHeatMap.Spec.class, ProfileHeatMap::create),
            new ChartType<>("silhouette-plot", "Silhouette plot", SilhouettePlot.Spec.class, SilhouettePlot::create),
            new ChartType<>("segment-sizes", "Segment sizes", SegmentSizes.Spec.class, SegmentSizes::create),
            new ChartType<>("choice-of-k", "Choice of k", ChoiceOfK.Spec.class, ChoiceOfK::create),
            new ChartType<>("dendrogram", "Dendrogram", Dendrogram.Spec.class, Dendrogram::create),
            new ChartType<>("k-distance", "K-distance", KDistancePlot.Spec.class, KDistancePlot::create),
            new ChartType<>("loadings", "Loadings", Loadings.Spec.class, Loadings::create),
            new ChartType<>(
                    "parallel-coordinates",
                    "Parallel coordinates",
                    ParallelCoordinates.Spec.class,
                    ParallelCoordinates::create),
            new ChartType<>("migration", "Migration", Migration.Spec.class, Migration::create));

    private ChartCatalog() {}

    /** @return all chart types in display order */
    public static List<ChartType<?>> all() {
        return ALL;
    }

    /**
     * The type of chart for a specification.
     *
     * @param spec a specification
     * @return its type
     * @throws IllegalArgumentException if no type has such specifications
     */
    public static ChartType<?> of(ChartSpec spec) {
        return ALL.stream()
                .filter(type -> type.specification().isInstance(spec))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No chart shows a " + spec.getClass().getName() + ": enter it in ChartCatalog"));
    }

    static Drawing drawing(ChartSpec spec) {
        return of(spec).drawing(spec);
    }
}
