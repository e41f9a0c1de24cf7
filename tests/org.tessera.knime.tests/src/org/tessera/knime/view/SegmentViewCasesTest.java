package org.tessera.knime.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.tessera.engine.run.RandomStream;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;

/** Customers whose charts misled: many segments, small segments among large ones, categories that only few have. */
class SegmentViewCasesTest {

    private static final String HEAT_MAP = "profile-heat-map";
    private static final String HISTOGRAMS = "histograms";

    private static String chart(String chart, int segments, DataTableSpec spec, int rows, IntFunction<Object[]> row)
            throws Exception {
        Object[][] table = new Object[rows][];
        Arrays.setAll(table, row);
        NodeRun clustered = NodeRun.of(KMeansNodeFactory.class, model -> model.addInt("numberOfSegments", segments))
                .run(Customers.table(spec, table), null);
        return DrawnCharts.svg(clustered, chart);
    }

    private static DataTableSpec numbers(int columns) {
        return new DataTableSpec(IntStream.range(0, columns)
                .mapToObj(c -> SmallTable.number("n" + c))
                .toArray(DataColumnSpec[]::new));
    }

    /** As in the case of the shared 600 customers and 5 columns: "S…", "1…" and "+…" in every cell. */
    @ParameterizedTest
    @ValueSource(ints = {40, 25, 60})
    void many_segments_are_named_and_counted_in_full(int segments) throws Exception {
        RandomStream random = RandomStream.of(20, 0);
        double[] values = new double[600 * 5];
        Arrays.setAll(values, i -> random.nextDouble());
        String map =
                chart(HEAT_MAP, segments, numbers(5), 600, i -> new Object[] {
                    values[5 * i], values[5 * i + 1], values[5 * i + 2], values[5 * i + 3], values[5 * i + 4]
                });
        int named = map.split(">Segment [0-9]+<", -1).length - 1;
        assertEquals(segments, named);
        assertFalse(map.contains("…"), map);
    }

    /** 3 % of the customers, the only ones of a region that is the smallest of 13, are a segment of their own. */
    @Test
    void the_region_of_a_small_segment_has_a_row() throws Exception {
        DataTableSpec spec = new DataTableSpec(SmallTable.number("x"), SmallTable.text("Region"));
        String map = chart(
                HEAT_MAP,
                3,
                spec,
                600,
                i -> i < 18
                        ? new Object[] {900.0 + i % 3, "Islands"}
                        : new Object[] {i % 2 * 100.0 + i % 5, "Region " + i % 12});
        assertTrue(map.contains(">Region = Islands<"), map);
    }

    /** All of the first have spent 0; the amounts of the others spread over hundreds. */
    @Test
    void the_amounts_of_a_segment_are_not_flattened_by_the_zeros_of_another() throws Exception {
        DataTableSpec spec = new DataTableSpec(SmallTable.number("Visits"), SmallTable.number("Spent"));
        String grid = chart(
                HISTOGRAMS,
                2,
                spec,
                400,
                i -> i < 300
                        ? new Object[] {(double) (i % 3), 0.0}
                        : new Object[] {100.0 + i % 3, 500.0 + 7 * (i - 300)});
        assertTrue(grid.contains(">own scales<") && grid.contains(">100 %<"), grid);
        String even = chart(HISTOGRAMS, 2, spec, 400, i -> new Object[] {i % 2 * 100.0 + i % 3, i % 2 * 9.0 + i % 7});
        assertFalse(even.contains("own scales"), even);
    }
}
