package org.tessera.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.engine.model.SearchPoint;

class ChoiceOfKTest {

    private static SearchPoint point(String algorithm, int k, double inertia, boolean knee, double stability) {
        return new SearchPoint(algorithm, k, 0.1 * k, inertia, knee, stability, stability - 0.5);
    }

    private static final List<SearchPoint> SEARCH = List.of(
            point("Ward", 2, 80, false, 0.9),
            point("Ward", 3, 40, true, 0.7),
            point("Ward", 4, 36, false, 0.6),
            point("DBSCAN", 0, 20, false, Double.NaN),
            point("K-Means", 2, 50, false, 0.8),
            point("K-Means", 3, 25, false, Double.NaN));

    @Test
    void algorithms_that_are_asked_for_numbers_have_a_line_in_every_panel() {
        ChoiceOfK.Spec spec = ChoiceOfK.spec(SEARCH);
        assertEquals(List.of("Ward", "K-Means"), spec.algorithms());
        assertEquals(
                List.of("Silhouette", "Inertia, as share of the first", "Stability"),
                spec.panels().stream().map(ChoiceOfK.Panel::name).toList());
        ChoiceOfK.Line ward = spec.panels().get(0).lines().get(0);
        assertArrayEquals(new int[] {2, 3, 4}, ward.segments());
        assertArrayEquals(new double[] {0.2, 0.3, 0.4}, ward.values(), 1e-12);
    }

    @Test
    void inertia_is_a_share_of_the_first_and_has_its_knee() {
        List<ChoiceOfK.Line> lines = ChoiceOfK.spec(SEARCH).panels().get(1).lines();
        assertArrayEquals(new double[] {1, 0.5, 0.45}, lines.get(0).values(), 1e-12);
        assertEquals(1, lines.get(0).knee());
        assertArrayEquals(new double[] {1, 0.5}, lines.get(1).values(), 1e-12);
        assertEquals(-1, lines.get(1).knee());
    }

    @Test
    void band_spans_what_the_algorithms_reach_without_segments() {
        List<ChoiceOfK.Range> band = ChoiceOfK.spec(SEARCH).panels().get(2).band();
        assertEquals(3, band.size());
        assertEquals(2, band.get(0).segments());
        assertEquals(0.3, band.get(0).low(), 1e-12);
        assertEquals(0.4, band.get(0).high(), 1e-12);
        assertEquals(0.2, band.get(1).low(), 1e-12);
        assertEquals(0.2, band.get(1).high(), 1e-12);
    }

    @Test
    void without_stability_there_is_no_panel_of_it() {
        List<SearchPoint> unmeasured =
                List.of(point("Ward", 2, 80, false, Double.NaN), point("Ward", 3, 40, false, Double.NaN));
        assertEquals(2, ChoiceOfK.spec(unmeasured).panels().size());
    }

    @Test
    void a_model_that_was_not_searched_for_says_so() {
        ChoiceOfK.Spec spec = ChoiceOfK.spec(List.of());
        assertEquals(List.of(), spec.panels());
        assertTrue(spec.subtitle().startsWith("This segmentation was not searched for"));
        assertTrue(Charts.svg(spec, 600, 400, Samples.RUN).contains("No curves"));
    }
}
