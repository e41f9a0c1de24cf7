package org.tessera.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;

class ParallelCoordinatesTest {

    @Test
    void axes_are_the_columns_that_separate_most_with_quartiles_of_the_segments() {
        // the second feature is the same in both segments, the third separates them less than the first
        Matrix x = Matrix.wrap(6, 3, new double[] {0, 1, 5, 1, 2, 6, 2, 3, 7, 10, 1, 6, 11, 2, 7, 12, 3, 8});
        ParallelCoordinates.Spec spec = ParallelCoordinates.spec(
                x, List.of("A", "B", "C"), Optional.empty(), Labels.of(0, 0, 0, 1, 1, 1), 8, Samples.RUN);
        assertEquals(
                List.of("A", "C"),
                spec.axes().stream().map(ParallelCoordinates.Axis::column).toList());
        assertEquals("The segments differ most in A and C", spec.title());
        ParallelCoordinates.Axis a = spec.axes().get(0);
        assertArrayEquals(new double[] {1, 11}, a.middle());
        assertArrayEquals(new double[] {0.5, 10.5}, a.lower());
        assertArrayEquals(new double[] {1.5, 11.5}, a.upper());
        assertEquals(List.of("0", "5", "10"), a.labels());
        assertArrayEquals(new double[] {0, 5, 10}, a.ticks(), 1e-9);
    }

    /** 100 ages from 20 to 69 and a town that is A for the first half: 80 % of segment 1, 20 % of segment 2. */
    private static CustomerTable customers() {
        double[] age = new double[100];
        Arrays.setAll(age, i -> 20 + i / 2);
        String[] town = new String[100];
        Arrays.setAll(town, i -> i % 10 < (i < 50 ? 8 : 2) ? "A" : "B");
        return new CustomerTable(
                100, List.of(new NumericColumn("Age", age, true), CategoryColumn.of("Town", List.of(town))));
    }

    @Test
    void labels_are_in_the_columns_units_and_categories_are_shares() {
        CustomerTable table = customers();
        Preparation preparation = Preparer.with(PreparationOptions.defaults()).fit(table, Set.of(), Samples.RUN);
        int[] labels = new int[100];
        Arrays.setAll(labels, i -> i / 50);
        ParallelCoordinates.Spec spec = ParallelCoordinates.spec(
                preparation.apply(table, Samples.RUN).features(),
                preparation.featureNames(),
                Optional.of(preparation),
                Labels.of(labels),
                8,
                Samples.RUN);
        assertEquals(2, spec.axes().size(), "one axis per column, though Town has two features");
        ParallelCoordinates.Axis age = spec.axes().get(0);
        assertEquals("Age", age.column());
        assertEquals(List.of("30", "40", "50", "60"), age.labels(), "the scale has the middle halves, 32 to 57");
        ParallelCoordinates.Axis town = spec.axes().get(1);
        assertTrue(town.column().matches("Town = [AB]"), town.column());
        assertEquals(List.of("0 %", "50 %", "100 %"), town.labels());
        double share = (town.middle()[0] - town.ticks()[0]) / (town.ticks()[2] - town.ticks()[0]);
        assertEquals(town.column().endsWith("A") ? 0.8 : 0.2, share, 1e-9);
    }

    @Test
    void values_beyond_the_scale_are_counted() {
        double[] values = new double[200];
        Arrays.setAll(values, i -> i == 199 ? 1000 : i % 2);
        int[] labels = new int[200];
        labels[199] = 1;
        ParallelCoordinates.Spec spec = ParallelCoordinates.spec(
                Matrix.wrap(200, 1, values), List.of("A"), Optional.empty(), Labels.of(labels), 8, Samples.RUN);
        assertTrue(spec.high() < 1000);
        assertTrue(spec.subtitle().endsWith("1 value beyond the scale at its edge"), spec.subtitle());
    }

    @Test
    void segments_without_customers_have_no_line_and_equal_segments_no_axis() {
        Matrix x = Matrix.wrap(4, 1, new double[] {0, 1, 5, 6});
        ParallelCoordinates.Spec spec = ParallelCoordinates.spec(
                x, List.of("A"), Optional.empty(), Labels.ofPart(3, 0, 0, 2, 2), 8, Samples.RUN);
        assertTrue(Double.isNaN(spec.axes().get(0).middle()[1]));
        Picture picture = Picture.of(spec, 900, 650);
        assertEquals(1, picture.lines(1), "in the legend only");
        ParallelCoordinates.Spec same = ParallelCoordinates.spec(
                Matrix.wrap(2, 1, new double[] {3, 3}),
                List.of("A"),
                Optional.empty(),
                Labels.of(0, 1),
                8,
                Samples.RUN);
        assertTrue(same.isEmpty());
        assertTrue(Charts.svg(same, 400, 300, Samples.RUN).contains("Nothing to compare"));
    }
}
