package org.tessera.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.DensityModel;

class KDistancePlotTest {

    /** 0, 1, 2, 3 and 100 on a line: the second nearest, oneself included, is 1 away, of the last one 97. */
    private static final Matrix LINE = Matrix.wrap(5, 1, new double[] {0, 1, 2, 3, 100});

    private static KDistancePlot.Spec spec(double radius, boolean inclusive) {
        DensityModel model = new DensityModel(
                radius, 2, Distance.EUCLIDEAN, inclusive, Matrix.wrap(1, 1, new double[1]), new int[1], 1);
        return KDistancePlot.spec(model, LINE, "DBSCAN", Samples.RUN);
    }

    @Test
    void core_customers_are_those_below_the_radius_or_at_it_if_it_counts() {
        KDistancePlot.Spec spec = spec(1, true);
        assertArrayEquals(new double[] {1, 1, 1, 1, 97}, spec.curve());
        assertEquals(0.8, spec.core());
        assertEquals("80 % are core customers at the radius of 1", spec.title());
        assertEquals(0, spec(1, false).core());
    }

    @Test
    void distances_beyond_the_scale_are_counted() {
        KDistancePlot.Spec spec = spec(1, true);
        assertEquals(2, spec.top());
        assertTrue(spec.subtitle().endsWith("1 distance of up to 97 is above the scale"), spec.subtitle());
        assertTrue(Picture.of(spec, 900, 650).words().contains("radius 1"));
    }

    @Test
    void other_models_have_no_radius_and_say_what_to_take() {
        CentroidModel model = new CentroidModel(Matrix.wrap(1, 1, new double[1]), Distance.EUCLIDEAN, 0);
        KDistancePlot.Spec spec = KDistancePlot.spec(model, LINE, "K-Means, k = 1", Samples.RUN);
        assertTrue(spec.isEmpty());
        assertTrue(spec.subtitle().endsWith("which has no radius: take a model of DBSCAN Segmentation."));
        assertTrue(Charts.svg(spec, 400, 300, Samples.RUN).contains("No curve"));
    }
}
