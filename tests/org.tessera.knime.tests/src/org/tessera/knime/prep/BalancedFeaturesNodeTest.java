package org.tessera.knime.prep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;
import org.tessera.workbench.kernel.NodeState;

/** Transformation of skewed numbers, scale of categories and weights of columns, with what the node says about them. */
class BalancedFeaturesNodeTest {

    private static BufferedDataTable spenders() {
        return Customers.table(
                new DataTableSpec(SmallTable.number("spend"), SmallTable.number("age"), SmallTable.text("home")),
                IntStream.range(0, 100)
                        .mapToObj(i ->
                                new Object[] {i < 10 ? 2000.0 + i * i : 0.0, 20.0 + i % 40, i % 4 == 0 ? "rent" : "own"
                                })
                        .toArray(Object[][]::new));
    }

    private static void weight(NodeSettings model, Object... columnsAndWeights) {
        var weights = model.addNodeSettings("weights");
        for (int i = 0; i < columnsAndWeights.length / 2; i++) {
            var one = weights.addNodeSettings(Integer.toString(i));
            one.addString("column", (String) columnsAndWeights[2 * i]);
            one.addDouble("weight", (Double) columnsAndWeights[2 * i + 1]);
        }
    }

    @Test
    void transformed_columns_are_named_with_lambda() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(new PreprocessorNodeFactory()).run(spenders());
        assertTrue(
                run.message().startsWith("1 skewed column transformed by Yeo-Johnson: 'spend' (lambda -"),
                run.message());
        double[] rent = NodeRun.numbers(run.table(0), "home=rent (z)");
        assertEquals(Math.sqrt(0.5), rent[0], 1e-15);
        assertEquals(0, rent[1]);
    }

    @Test
    void columns_without_quartiles_are_named_and_divided_by_a_wider_range() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(PreprocessorNodeFactory.class, model -> {
                    model.addString("scaling", "ROBUST");
                    model.addString("transformation", "NONE");
                })
                .run(spenders());
        assertTrue(
                run.message()
                        .startsWith("1 column with interquartile range 0, so divided by the range from the 5 % to the"
                                + " 95 % quantile, or a wider one, instead: 'spend'. Set 'Scaling' to Z-score to treat"
                                + " all columns alike."),
                run.message());
        double[] spend = NodeRun.numbers(run.table(0), "spend (robust)");
        assertEquals(2081 / 2025.0, spend[9], 1e-12);
        assertEquals(0, spend[99]);
    }

    @Test
    void a_column_that_holds_most_of_the_variance_is_named_with_its_share() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(PreprocessorNodeFactory.class, model -> {
                    model.addString("transformation", "NONE");
                    weight(model, "age", 5.0);
                })
                .run(spenders());
        assertTrue(
                run.message()
                        .endsWith("Column 'age' holds 95 % of the variance of all features, so distances mostly compare"
                                + " it. Lower its weight in 'Weights of columns', or deselect it."),
                run.message());
        double[] weighted = NodeRun.numbers(run.table(0), "age (z)");
        NodeRun plain = NodeRun.of(new PreprocessorNodeFactory()).run(spenders());
        double[] once = NodeRun.numbers(plain.table(0), "age (z)");
        assertArrayEquals(IntStream.range(0, 100).mapToDouble(i -> 5 * once[i]).toArray(), weighted, 1e-12);
    }

    @Test
    void a_column_of_mostly_one_value_is_named_with_the_weight_of_a_category() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(new PreprocessorNodeFactory()).run(spenders());
        String warning =
                "1 column has one value for most customers, and the others so far from it that the column counts"
                        + " more than a category: 'spend' (the same value for 90 %, the others 3.3 standard deviations away on"
                        + " average: weight 0.30). With that weight in 'Weights of columns' it counts like a category.";
        assertTrue(run.message().contains(warning), run.message());
        NodeRun weighted = NodeRun.of(PreprocessorNodeFactory.class, model -> weight(model, "spend", 0.3))
                .run(spenders());
        assertFalse(weighted.message().contains("more than a category"), weighted.message());
    }

    @Test
    void two_columns_that_hold_most_of_the_variance_are_named_together() throws InvalidSettingsException {
        BufferedDataTable table = Customers.table(
                new DataTableSpec(
                        SmallTable.number("age"),
                        SmallTable.number("visits"),
                        SmallTable.text("vip"),
                        SmallTable.text("staff"),
                        SmallTable.text("press")),
                IntStream.range(0, 80)
                        .mapToObj(i -> new Object[] {
                            20.5 + i % 40,
                            1.5 * (i * 7 % 40),
                            i % 20 == 3 ? "y" : "n",
                            i % 20 == 7 ? "y" : "n",
                            i % 20 == 9 ? "y" : "n"
                        })
                        .toArray(Object[][]::new));
        assertEquals(
                "Columns: 'visits' holds 47 % and 'age' holds 47 % of the variance of all features, so distances mostly"
                        + " compare them. Lower their weights in 'Weights of columns', or deselect one.",
                NodeRun.of(new PreprocessorNodeFactory()).run(table).message());
    }

    @Test
    void categories_of_equal_frequency_are_named() throws InvalidSettingsException {
        BufferedDataTable table = Customers.table(
                new DataTableSpec(SmallTable.text("plan"), SmallTable.number("age")),
                IntStream.range(0, 8)
                        .mapToObj(i -> new Object[] {i < 2 ? "basic" : i < 4 ? "plus" : "pro", 1.0 * i})
                        .toArray(Object[][]::new));
        NodeRun run = NodeRun.of(PreprocessorNodeFactory.class, model -> model.addString("encoding", "FREQUENCY"))
                .run(table);
        assertTrue(
                run.message()
                        .startsWith(
                                "Categories of equal frequency can't be told apart by the encoding Frequency: 'plan'"
                                        + " \"basic\", \"plus\" (25 % each). Set 'Encoding' to One-hot to tell them"
                                        + " apart."),
                run.message());
    }

    @Test
    void every_category_of_equal_frequency_is_named() throws InvalidSettingsException {
        BufferedDataTable table = Customers.table(
                new DataTableSpec(SmallTable.text("plan"), SmallTable.number("age")),
                IntStream.range(0, 21)
                        .mapToObj(i -> new Object[] {"plan " + (char) ('a' + i % 7), 1.0 * i})
                        .toArray(Object[][]::new));
        NodeRun run = NodeRun.of(PreprocessorNodeFactory.class, model -> model.addString("encoding", "FREQUENCY"))
                .run(table);
        assertTrue(
                run.message()
                        .contains("'plan' \"plan a\", \"plan b\", \"plan c\", \"plan d\", \"plan e\", \"plan f\","
                                + " \"plan g\" (14 % each)."),
                run.message());
    }

    @Test
    void weights_of_unknown_columns_are_refused_by_name_before_the_node_runs() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(PreprocessorNodeFactory.class, model -> weight(model, "Age", 2.0));
        assertEquals(NodeState.IDLE, run.configure(spenders()));
        assertTrue(
                run.message()
                        .startsWith("Column 'Age' has a weight in 'Weights of columns', but is not in the table or not"
                                + " among 'Columns to use'"),
                run.message());
    }

    @Test
    void weights_that_are_none_are_refused_by_column() {
        assertEquals(
                "Weight of column 'age' is 0.0, but has to be from 0.001 to 1000.0; deselect a column that is not to"
                        + " count.",
                message("age", 0.0));
        assertTrue(message("age", Double.NaN).contains("is NaN, but has to be"));
        assertTrue(message("age", 2.0, "age", 3.0).contains("holds column 'age' twice, with 2.0 and 3.0"));
        assertTrue(message("", 2.0).contains("holds a weight of 2.0 without a column"));
    }

    private static String message(Object... columnsAndWeights) {
        return assertThrows(
                        InvalidSettingsException.class,
                        () -> NodeRun.of(PreprocessorNodeFactory.class, model -> weight(model, columnsAndWeights)))
                .getMessage();
    }
}
