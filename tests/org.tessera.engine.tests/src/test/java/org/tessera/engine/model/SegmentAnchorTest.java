package org.tessera.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;

/** Segments are found again by their centers, whatever their numbers. */
class SegmentAnchorTest {

    private static SegmentationModel model(List<String> features, double[]... centroids) {
        int[] labels = IntStream.range(0, centroids.length).toArray();
        return new SegmentationModel(
                new Provenance(
                        "k-means", "K-Means", Map.of(), 1, "Tessera", "", 0, 1, true, List.of(), Optional.empty()),
                "Segment",
                features,
                Optional.empty(),
                new CentroidModel(Matrix.of(centroids), Distance.EUCLIDEAN, 0),
                Labels.of(labels),
                0);
    }

    private static SegmentationModel model(double[]... centroids) {
        return model(List.of("Age", "Home=own"), centroids);
    }

    @Test
    void a_text_comes_back() {
        SegmentAnchor anchor = SegmentAnchor.of(model(new double[] {-0.83124, 1e-7}, new double[] {2, 0}))
                .get(0);
        assertEquals("Segment 1 {\"Age\":-0.8312,\"Home=own\":1.0E-7}", anchor.text());
        assertEquals(anchor, SegmentAnchor.parse(anchor.text()));
        for (String name : List.of("Segment 2", "", "a {\"b\"}", "a {\"b\":\"c\"}", "a {\"")) {
            assertEquals(new SegmentAnchor(name, Map.of()), SegmentAnchor.parse(name));
        }
    }

    @Test
    void segments_are_found_in_another_order_and_a_little_elsewhere() {
        List<double[]> centers = new ArrayList<>(
                List.of(new double[] {0, 0}, new double[] {4, 0}, new double[] {0, 4}, new double[] {4, 4}));
        List<SegmentAnchor> anchors = SegmentAnchor.of(model(centers.toArray(double[][]::new)));
        Collections.reverse(centers);
        double[][] moved =
                centers.stream().map(c -> new double[] {c[0] + 0.9, c[1] - 0.9}).toArray(double[][]::new);
        assertArrayEquals(new int[] {3, 2, 1, 0}, SegmentAnchor.find(anchors, model(moved)));
    }

    @Test
    void what_lies_between_segments_or_elsewhere_is_not_found() {
        SegmentationModel model = model(new double[] {0, 0}, new double[] {4, 0});
        assertArrayEquals(
                new int[] {SegmentAnchor.NOT_FOUND, SegmentAnchor.NOT_FOUND, 1},
                SegmentAnchor.find(
                        List.of(
                                new SegmentAnchor("Segment 1", Map.of("Age", 2.0, "Home=own", 1.0)),
                                new SegmentAnchor("Segment 1", Map.of("Age", 0.0, "Home=own", 9.0)),
                                new SegmentAnchor("Segment 1", Map.of("Age", 4.5, "Home=own", 0.0))),
                        model));
    }

    @Test
    void of_two_that_are_near_the_nearer_is_found() {
        SegmentationModel model = model(new double[] {0, 0}, new double[] {9, 0});
        assertArrayEquals(
                new int[] {SegmentAnchor.NOT_FOUND, 0},
                SegmentAnchor.find(
                        List.of(
                                new SegmentAnchor("a", Map.of("Age", 1.0, "Home=own", 0.0)),
                                new SegmentAnchor("b", Map.of("Age", 0.5, "Home=own", 0.0))),
                        model));
    }

    @Test
    void without_a_center_it_is_found_by_its_name() {
        SegmentationModel model =
                model(new double[] {0, 0}, new double[] {4, 0}).withNames(List.of("Young", "Old"));
        assertArrayEquals(
                new int[] {1, 0, SegmentAnchor.NOT_FOUND},
                SegmentAnchor.find(
                        List.of(
                                SegmentAnchor.parse("Old"),
                                SegmentAnchor.parse("Segment 1"),
                                SegmentAnchor.parse("Other")),
                        model));
    }

    @Test
    void features_of_another_table_are_no_match() {
        SegmentationModel model = model(List.of("Income"), new double[] {0}, new double[] {4});
        assertArrayEquals(
                new int[] {SegmentAnchor.NOT_FOUND},
                SegmentAnchor.find(List.of(new SegmentAnchor("a", Map.of("Age", 0.0, "Home=own", 0.0))), model));
    }

    @Test
    void centers_of_density_models_are_means_of_their_core_rows() {
        DensityModel density = new DensityModel(
                1,
                2,
                Distance.EUCLIDEAN,
                true,
                Matrix.of(new double[] {1}, new double[] {3}, new double[] {9}),
                new int[] {0, 0, 1},
                2);
        SegmentationModel model = new SegmentationModel(
                new Provenance("dbscan", "DBSCAN", Map.of(), 1, "Tessera", "", 0, 1, true, List.of(), Optional.empty()),
                "Segment",
                List.of("x"),
                Optional.empty(),
                density,
                Labels.of(0, 0, 1),
                0);
        assertEquals(
                List.of(Map.of("x", 2.0), Map.of("x", 9.0)),
                SegmentAnchor.of(model).stream().map(SegmentAnchor::center).toList());
    }
}
