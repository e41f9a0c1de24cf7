package org.tessera.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.Silhouette;

/** Charts call segments by the names of their own. */
class NamedSegmentsTest {

    private static final List<String> NAMES = List.of("Renters", "Savers", "Students");

    /** Two tight pairs, and between them two customers who are nearer to others than to each other. */
    private static final Matrix X = Matrix.of(
            new double[] {0},
            new double[] {0.1},
            new double[] {0.2},
            new double[] {10},
            new double[] {10.1},
            new double[] {1},
            new double[] {9});

    private static final Labels LABELS = Labels.of(0, 0, 0, 1, 1, 2, 2).withNames(NAMES);

    @Test
    void titles_have_the_names() {
        Silhouette.Result silhouette = Silhouette.of(X, LABELS, NoisePolicy.LEAVE_OUT, Samples.RUN);
        assertEquals(
                "Students does not hold together",
                SilhouettePlot.spec(silhouette, LABELS, Distance.EUCLIDEAN, Samples.RUN)
                        .title());
        String sizes = SegmentSizes.spec(LABELS).title();
        assertTrue(sizes.startsWith("Renters holds "), sizes);
        assertTrue(sizes.contains(", Students holds "), sizes);
    }

    @Test
    void scatter_and_dendrogram_write_the_names() {
        PcaScatter.Spec scatter = PcaScatter.spec(X, LABELS, 100, Samples.RUN);
        assertEquals(NAMES, scatter.names());
        Clustering tree = Algorithms.HIERARCHICAL
                .clusterer(Algorithms.HIERARCHICAL.defaults().withSegments(2))
                .fit(X, Samples.RUN);
        Dendrogram.Spec dendrogram = Dendrogram.spec(
                tree.model(), tree.labels().withNames(List.of("Savers", "Renters")), "Hierarchical", Samples.RUN);
        for (ChartSpec spec : List.of(scatter, dendrogram)) {
            String drawn = Charts.svg(spec, 800, 500, Samples.RUN);
            assertTrue(drawn.contains("Renters") && drawn.contains("Savers"), spec.title());
            assertFalse(drawn.contains("Segment 1"), spec.title());
        }
    }
}
