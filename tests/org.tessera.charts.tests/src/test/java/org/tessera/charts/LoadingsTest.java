package org.tessera.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;

class LoadingsTest {

    /**
     * Two features that mirror each other, and one of less variance that is independent of them: the components are
     * (1, -1, 0) / sqrt(2) with the variance 8 and (0, 0, 1) with the variance 1.
     */
    @Test
    void weights_and_shares_are_those_of_the_components() {
        Matrix x = Matrix.wrap(4, 3, new double[] {2, -2, 1, 2, -2, -1, -2, 2, 1, -2, 2, -1});
        Loadings.Spec spec = Loadings.spec(x, List.of("Up", "Down", "Side"), Optional.empty(), Samples.RUN);
        assertArrayEquals(new double[] {8 / 9.0, 1 / 9.0}, spec.explained(), 1e-12);
        assertEquals(
                List.of("Up", "Down", "Side"),
                spec.rows().stream().map(Loadings.Row::feature).toList());
        double half = Math.sqrt(0.5);
        assertArrayEquals(new double[] {half, 0}, spec.rows().get(0).weights(), 1e-12);
        assertArrayEquals(new double[] {-half, 0}, spec.rows().get(1).weights(), 1e-12);
        assertArrayEquals(new double[] {0, 1}, spec.rows().get(2).weights(), 1e-12);
        assertEquals("Component 1 is led by Up and Down; component 2 by Side", spec.title());
        List<String> words = Picture.of(spec, 900, 650).words();
        assertTrue(
                words.containsAll(List.of("+0.71", "\u22120.71", "+1.00", "88.9 % of the variance")), words::toString);
        assertEquals("", spec.caution());
    }

    @Test
    void weak_features_are_left_out_and_counted_and_a_small_plane_is_named() {
        RandomStream random = RandomStream.of(3, 0);
        double[] values = new double[500 * 30];
        Arrays.setAll(values, i -> random.nextGaussian());
        List<String> names =
                IntStream.range(0, 30).mapToObj(j -> "Feature " + j).toList();
        Loadings.Spec spec = Loadings.spec(Matrix.wrap(500, 30, values), names, Optional.empty(), Samples.RUN);
        assertEquals(Loadings.MAX_FEATURES, spec.rows().size());
        assertTrue(spec.subtitle().endsWith("The 20 of 30 features with the largest weights"), spec.subtitle());
        assertTrue(spec.caution().startsWith("Two components show only 1"), spec.caution());
    }

    @Test
    void features_without_variance_have_no_components() {
        Loadings.Spec spec =
                Loadings.spec(Matrix.wrap(3, 2, new double[6]), List.of("A", "B"), Optional.empty(), Samples.RUN);
        assertTrue(spec.isEmpty());
        assertEquals("The features do not vary", spec.title());
        assertTrue(Charts.svg(spec, 400, 300, Samples.RUN).contains("No components"));
    }
}
