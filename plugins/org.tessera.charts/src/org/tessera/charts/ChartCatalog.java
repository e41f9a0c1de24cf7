package org.tessera.charts;

import java.util.List;

/** All kinds of chart. A new one is a file with its specification and drawing, and a line here. */
public final class ChartCatalog {

    private static final List<ChartType<?>> ALL = List.of(
            new ChartType<>("pca-scatter", "PCA scatter", PcaScatter.Spec.class, PcaScatter::create),
            new ChartType<>("histograms", "Histograms", Histograms.Spec.class, Histograms::create),
            new ChartType<>("profile-heat-map", "Profile heat map", ProfileHeatMap.Spec.class, ProfileHeatMap::create),
            new ChartType<>("silhouette-plot", "Silhouette plot", SilhouettePlot.Spec.class, SilhouettePlot::create),
            new ChartType<>("segment-sizes", "Segment sizes", SegmentSizes.Spec.class, SegmentSizes::create));

    private ChartCatalog() {}

    /** @return all kinds in the order in which they are shown */
    public static List<ChartType<?>> all() {
        return ALL;
    }

    /**
     * The kind that shows a specification.
     *
     * @param spec a specification
     * @return its kind
     * @throws IllegalArgumentException if none does
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
