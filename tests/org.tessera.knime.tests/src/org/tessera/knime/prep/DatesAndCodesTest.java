package org.tessera.knime.prep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.tessera.knime.apply.AssignerNodeFactory;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;
import org.tessera.workbench.kernel.NodeState;
import org.tessera.workbench.kernel.data.LocalDateCell;
import org.tessera.workbench.kernel.data.LocalDateTimeCell;

/** Columns whose cells are not what they are compared by: dates, and numbers that name something. */
class DatesAndCodesTest {

    private static final DataTableSpec SPEC = new DataTableSpec(
            new DataColumnSpecCreator("Since", LocalDateCell.TYPE).createSpec(),
            new DataColumnSpecCreator("Last", LocalDateTimeCell.TYPE).createSpec(),
            SmallTable.whole("Shop"));

    private static Object[] row(String since, String last, Integer shop) {
        return new Object[] {
            since == null ? null : new LocalDateCell(LocalDate.parse(since)),
            last == null ? null : new LocalDateTimeCell(LocalDateTime.parse(last)),
            shop
        };
    }

    private static BufferedDataTable customers() {
        return Customers.table(
                SPEC,
                row("1970-01-02", "2000-01-01T12:00:00", 30),
                row("1969-12-31", "2000-01-02T00:00:00", 4),
                row("2024-02-29", null, 30),
                row(null, "1999-12-31T18:00:00.000", 4));
    }

    private static void codes(NodeSettings settings) {
        try {
            settings.getNodeSettings("numbersAsCategories")
                    .getNodeSettings("manualFilter")
                    .addStringArray("manuallySelected", "Shop");
            settings.addString("scaling", "NONE");
        } catch (InvalidSettingsException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NodeRun prepared(BufferedDataTable table) throws InvalidSettingsException {
        return NodeRun.of(PreprocessorNodeFactory.class, DatesAndCodesTest::codes)
                .run(table);
    }

    @Test
    void dates_are_days_since_1970_and_chosen_numbers_are_categories() throws InvalidSettingsException {
        BufferedDataTable table = prepared(customers()).table(0);
        assertArrayEquals(new double[] {1, -1, 19782, 1}, NodeRun.numbers(table, "Since (prepared)"));
        assertArrayEquals(new double[] {10957.5, 10958, 10957.5, 10956.75}, NodeRun.numbers(table, "Last (prepared)"));
        assertArrayEquals(new double[] {0, 1, 0, 1}, NodeRun.numbers(table, "Shop=4 (prepared)"));
        assertArrayEquals(new double[] {1, 0, 1, 0}, NodeRun.numbers(table, "Shop=30 (prepared)"));
        assertEquals(NodeRun.texts(customers(), "Since"), NodeRun.texts(table, "Since"));
    }

    @Test
    void new_customers_get_the_same_features_from_dates_and_codes() throws InvalidSettingsException {
        NodeRun prepared = prepared(customers());
        NodeRun segments = NodeRun.of(KMeansNodeFactory.class, s -> s.addInt("numberOfSegments", 2))
                .run(prepared.table(0), prepared.object(1));
        NodeRun assigned = NodeRun.of(AssignerNodeFactory.class, s -> s.addBoolean("appendFeatures", true))
                .run(customers(), segments.object(1));
        for (String feature :
                List.of("Since (prepared)", "Last (prepared)", "Shop=4 (prepared)", "Shop=30 (prepared)")) {
            assertArrayEquals(
                    NodeRun.numbers(prepared.table(0), feature), NodeRun.numbers(assigned.table(0), feature), feature);
        }
        assertEquals(NodeRun.texts(segments.table(0), "Segment"), NodeRun.texts(assigned.table(0), "Segment"));
        NodeRun dateAsCode = NodeRun.of(new AssignerNodeFactory());
        DataTableSpec wrong = new DataTableSpec(
                SPEC.getColumnSpec(0),
                SPEC.getColumnSpec(1),
                new DataColumnSpecCreator("Shop", LocalDateCell.TYPE).createSpec());
        assertEquals(
                NodeState.IDLE,
                dateAsCode.configureSpecs(wrong, segments.object(1).getSpec()));
        assertTrue(
                dateAsCode.message().startsWith("Column 'Shop' held texts or Booleans when the Preparation was made"),
                dateAsCode.message());
    }

    @Test
    void a_column_chosen_as_categories_that_holds_no_numbers_is_refused() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(PreprocessorNodeFactory.class, DatesAndCodesTest::codes);
        assertEquals(NodeState.IDLE, run.configure(Customers.twoGroups()));
        assertEquals(
                "Column 'Shop' is selected in 'Numbers that are categories', but is not in the table or holds no"
                        + " numbers.",
                run.message());
    }

    @Test
    void categories_that_differ_in_blanks_or_case_only_are_named() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(new PreprocessorNodeFactory())
                .run(Customers.table(
                        new DataTableSpec(SmallTable.text("City"), SmallTable.text("Plan")),
                        new Object[] {"Paris", "a"},
                        new Object[] {"paris ", "b"},
                        new Object[] {"Oslo", "a"}));
        assertEquals(
                "1 column with categories that differ only in blanks or case: 'City' (\"Paris\", \"paris \"). If they"
                        + " mean the same, unify them first, for example with the String Cleaner node.",
                run.message());
        assertEquals(3, NodeRun.numbers(run.table(0), "City=paris  (z)").length);
    }
}
