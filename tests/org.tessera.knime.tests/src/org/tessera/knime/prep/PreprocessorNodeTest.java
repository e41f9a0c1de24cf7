package org.tessera.knime.prep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.port.PreparationPortObject;
import org.tessera.workbench.kernel.NodeState;

class PreprocessorNodeTest {

    @Test
    void default_features_stand_behind_the_customers_own_columns() throws InvalidSettingsException {
        BufferedDataTable credit = Customers.credit();
        NodeRun run = NodeRun.of(new PreprocessorNodeFactory()).run(credit);
        BufferedDataTable table = run.table(0);
        PreparationPortObject preparation = (PreparationPortObject) run.object(1);
        assertEquals(4454, table.size());
        List<String> names = List.of(table.getDataTableSpec().getColumnNames());
        assertEquals(List.of(credit.getDataTableSpec().getColumnNames()), names.subList(0, 14));
        assertEquals(preparation.preparation().featureNames(), names.subList(14, names.size()));
        assertTrue(names.contains("Home=(missing) (z)"), names.toString());
        assertEquals(NodeRun.texts(credit, "Income"), NodeRun.texts(table, "Income"));
    }

    @Test
    void every_filled_cell_is_counted_in_the_message() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(PreprocessorNodeFactory.class, model -> model.addString("transformation", "NONE"))
                .run(Customers.credit());
        assertTrue(
                run.message()
                        .startsWith("455 missing cells filled: 'Income' 381, 'Assets' 47, 'Debt' 18, 'Home' 6, 'Job' 2,"
                                + " 'Marital' 1. How they are filled is set by 'Missing numbers' and 'Missing"
                                + " categories'."),
                run.message());
    }

    @Test
    void the_large_lambda_of_tiny_numbers_is_shown_with_an_exponent() throws InvalidSettingsException {
        Object[][] rows = new Object[100][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[] {Math.exp(i / 20.0) * 1e-9, Math.exp(i * 37 % 100 / 20.0)};
        }
        String message = NodeRun.of(new PreprocessorNodeFactory())
                .run(Customers.table(new DataTableSpec(SmallTable.number("tiny"), SmallTable.number("usual")), rows))
                .message();
        assertTrue(
                Pattern.compile("'tiny' \\(lambda -\\d\\.\\d\\dE\\d\\), 'usual' \\(lambda -\\d\\.\\d\\d\\)")
                        .matcher(message)
                        .find(),
                message);
    }

    @Test
    void dropped_columns_are_named_in_the_message() throws InvalidSettingsException {
        Object[][] rows = new Object[25][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[] {i + 100, "always", i % 4};
        }
        BufferedDataTable table = Customers.table(
                new DataTableSpec(SmallTable.whole("Customer"), SmallTable.text("Country"), SmallTable.whole("Orders")),
                rows);
        NodeRun run = NodeRun.of(new PreprocessorNodeFactory()).run(table);
        assertEquals(
                "2 columns left out: 'Customer' looks like a row number or id: every value occurs once; 'Country' has"
                        + " one value only. To use one that can tell customers apart, select it in 'Columns to keep' or"
                        + " turn off 'Leave out row numbers and ids'.",
                run.message());
        assertEquals(4, run.table(0).getDataTableSpec().getNumColumns());
    }

    @Test
    void output_is_unknown_until_the_customers_are_read() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(new PreprocessorNodeFactory());
        assertEquals(NodeState.CONFIGURED, run.configure(Customers.twoGroups()));
        assertNull(run.spec(0));
        assertNull(run.spec(1));
    }

    @Test
    void rows_left_out_stay_in_the_table_without_features() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(PreprocessorNodeFactory.class, model -> model.addString("numericMissing", "LEAVE_OUT"))
                .run(Customers.twoGroupsWithMissing());
        assertEquals(10, run.table(0).size());
        assertEquals("?", NodeRun.texts(run.table(0), "x (z)").get(3));
        assertEquals(
                "1 row of 10 left out because a number is missing. Set 'Missing numbers' to the median to keep them.",
                run.message());
    }

    @Test
    void min_max_scales_to_zero_and_one() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(PreprocessorNodeFactory.class, model -> model.addString("scaling", "MIN_MAX"))
                .run(Customers.table(
                        new DataTableSpec(SmallTable.number("x")),
                        new Object[] {2.0},
                        new Object[] {4.0},
                        new Object[] {3.0}));
        assertArrayEquals(new double[] {0, 1, 0.5}, NodeRun.numbers(run.table(0), "x (min-max)"));
    }

    @Test
    void options_out_of_bounds_are_refused_by_name() {
        InvalidSettingsException e = assertThrows(
                InvalidSettingsException.class,
                () -> NodeRun.of(PreprocessorNodeFactory.class, model -> model.addInt("maximumCategories", 1)));
        assertEquals("Option 'Maximum categories per column' is 1, but has to be from 2 to 10,000.", e.getMessage());
    }

    @Test
    void an_infinite_number_is_refused_with_column_and_row() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(new PreprocessorNodeFactory());
        run.tryRun(Customers.table(new DataTableSpec(SmallTable.number("Income")), new Object[] {1.0}, new Object[] {
            Double.POSITIVE_INFINITY
        }));
        assertTrue(run.message().startsWith("Column 'Income' holds Infinity in row 'Row1', "), run.message());
    }

    @Test
    void a_table_without_usable_columns_is_refused_before_it_runs() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(new PreprocessorNodeFactory());
        assertEquals(NodeState.IDLE, run.configure(Customers.table(new DataTableSpec())));
        assertTrue(run.message().startsWith("No column is selected"), run.message());
    }
}
