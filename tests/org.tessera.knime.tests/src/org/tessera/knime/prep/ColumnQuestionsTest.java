package org.tessera.knime.prep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;

/** What the Preprocessor says of columns that it leaves out, and what it asks about those that it uses. */
class ColumnQuestionsTest {

    private static BufferedDataTable table(int rows, IntFunction<Object[]> row, DataColumnSpec... columns) {
        Object[][] cells = new Object[rows][];
        Arrays.setAll(cells, row);
        return Customers.table(new DataTableSpec(columns), cells);
    }

    private static String message(BufferedDataTable table) throws InvalidSettingsException {
        return withoutShares(
                NodeRun.of(new PreprocessorNodeFactory()).run(table).message());
    }

    /** The lines other than about a column that holds much of the variance, as one of two columns often does. */
    private static String withoutShares(String message) {
        return message.lines()
                .filter(line -> !line.contains("of the variance of all features"))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> lines(BufferedDataTable table) throws InvalidSettingsException {
        return List.of(message(table).split("\n"));
    }

    private static BufferedDataTable customersWithIds() {
        return table(
                40,
                i -> new Object[] {"C" + Math.max(1, i), i % 7, 2 * (i % 7), i % 2 == 0 ? 0.3 : 0.1 + 0.2},
                SmallTable.text("customer"),
                SmallTable.whole("visits"),
                SmallTable.whole("both ways"),
                SmallTable.number("rate"));
    }

    @Test
    void every_column_left_out_is_named_with_the_reason_and_the_remedy() throws InvalidSettingsException {
        assertEquals(
                "3 columns left out: 'customer' looks like a row number or id: 39 different values in 40 rows; 'both"
                        + " ways' is a multiple of 'visits' (times 2); 'rate' has one value only, but for rounding (0.3 to"
                        + " 0.30000000000000004). To use one that can tell customers apart, select it in 'Columns to keep'"
                        + " or turn off 'Leave out row numbers and ids' and 'Leave out columns that follow from others'.",
                message(customersWithIds()));
    }

    private static void keepTwo(NodeSettings model) {
        try {
            model.getNodeSettings("keep")
                    .getNodeSettings("manualFilter")
                    .addStringArray("manuallySelected", "both ways", "rate");
        } catch (InvalidSettingsException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void columns_to_keep_are_used() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(PreprocessorNodeFactory.class, ColumnQuestionsTest::keepTwo)
                .run(customersWithIds());
        List<String> columns = List.of(run.table(0).getDataTableSpec().getColumnNames());
        assertTrue(columns.contains("both ways (z)"), columns.toString());
        assertTrue(columns.contains("rate (z)"), columns.toString());
        assertFalse(columns.contains("visits (z)"), "it follows from the one that is kept");
    }

    @Test
    void customers_of_whom_nothing_is_known_are_counted_and_get_no_features() throws InvalidSettingsException {
        BufferedDataTable table = table(
                30,
                i -> i % 4 == 1 ? new Object[] {null, null} : new Object[] {i % 11, i % 3 == 0 ? "own" : "rent"},
                SmallTable.whole("visits"),
                SmallTable.text("home"));
        NodeRun run = NodeRun.of(new PreprocessorNodeFactory()).run(table);
        assertEquals(
                "Nothing known of 8 customers of 30: every used column is missing in row 2, 6, 10, 14, 18 and 3 others."
                        + " They stay in the table without features and get no segment. Turn on 'Cluster customers of"
                        + " whom nothing is known' to fill and cluster them.",
                withoutShares(run.message()));
        assertEquals("?", NodeRun.texts(run.table(0), "visits (z)").get(1));
        NodeRun filled = NodeRun.of(PreprocessorNodeFactory.class, m -> m.addBoolean("clusterUnknown", true))
                .run(table);
        assertTrue(filled.message().startsWith("16 missing cells filled: "), filled.message());
    }

    @Test
    void few_whole_numbers_are_asked_about() throws InvalidSettingsException {
        assertEquals(
                "Codes? Different whole numbers: 'Region' 3. If they are codes of categories, select it in"
                        + " 'Numbers that are categories'.",
                message(table(
                        30,
                        i -> new Object[] {1 + i % 2, 1 + i % 3, 1.5 * i, i % 5},
                        SmallTable.whole("Channel"),
                        SmallTable.whole("Region"),
                        SmallTable.number("Spend"),
                        SmallTable.whole("Orders"))));
    }

    @Test
    void whole_numbers_that_may_be_times_are_asked_about() throws InvalidSettingsException {
        String message = message(Customers.table(
                new DataTableSpec(
                        new DataColumnSpecCreator("Login", LongCell.TYPE).createSpec(), SmallTable.number("Spend")),
                IntStream.range(0, 30)
                        .mapToObj(i -> new Object[] {new LongCell(1_614_950_000L + 98_765L * i * i), i * 1.5})
                        .toArray(Object[][]::new)));
        assertTrue(
                message.contains(
                        "Times? Whole numbers as of Unix seconds or milliseconds: 'Login' (the earliest would be"
                                + " 2021-03-05T13:13:20 UTC). If they are times, convert it with the UNIX Timestamp to Date&Time"
                                + " node to see them as dates."),
                message);
    }

    @Test
    void values_that_may_stand_for_missing_ones_are_asked_about_in_numbers_and_dates_that_are_read()
            throws InvalidSettingsException {
        String[] lines = message(table(
                        200,
                        i -> new Object[] {
                            i % 10 == 0 ? 99999.0 : 20000 + i * 123.5,
                            i % 20 == 0
                                    ? "9999-12-31"
                                    : LocalDate.of(2012, 1, 5)
                                            .plusDays(37L * (i % 90))
                                            .toString(),
                            i % 90 * 1.5
                        },
                        SmallTable.number("Income"),
                        SmallTable.text("Until"),
                        SmallTable.number("Spend")))
                .split("\n");
        assertEquals(
                "Missing? Values far from all others, or such as often stand for a missing one: 'Income' 99,999 in 10 %"
                        + " of the rows, 'Until' 9999-12-31 in 5 % of the rows. If they do, make them missing first, for"
                        + " example with the Rule Engine or Expression node, as they distort the segments.",
                lines[1]);
    }

    @Test
    void invisible_differences_are_shown() throws InvalidSettingsException {
        String[] cities = {"Z\u00FCrich", "Zu\u0308rich", "Basel", "Ba\u200Bsel", "Bern\u00A0", "Bern"};
        String text = message(table(
                30,
                i -> new Object[] {cities[i % 2], cities[2 + i % 3 % 2], cities[4 + i / 3 % 2]},
                SmallTable.text("a"),
                SmallTable.text("b"),
                SmallTable.text("c")));
        assertEquals(
                "3 columns with categories that differ only in blanks, case or invisible signs: 'a'"
                        + " (\"Zu<U+0308>rich\", \"Z\u00FCrich\"), 'b' (\"Basel\", \"Ba<U+200B>sel\"), 'c' (\"Bern\","
                        + " \"Bern<U+00A0>\"). If they mean the same, unify them first, for example with the String"
                        + " Cleaner node.",
                text);
    }

    @Test
    void signs_that_could_not_be_read_are_named_in_values_and_names() throws InvalidSettingsException {
        assertEquals(
                "Wrong character set? 2 columns with the sign \uFFFD for letters that could not be read: 'city'"
                        + " (\"S\uFFFDden\"), 'Gr\uFFFD\uFFFDe' (its name). Different categories may have become one: read"
                        + " the file again with its encoding, such as UTF-8, ISO-8859-1 or windows-1252.",
                message(table(
                        30,
                        i -> new Object[] {i % 3 == 0 ? "S\uFFFDden" : "Norden", i * 1.5},
                        SmallTable.text("city"),
                        SmallTable.number("Gr\uFFFD\uFFFDe"))));
    }

    @Test
    void a_category_named_as_the_rest_stays_apart_and_is_named() throws InvalidSettingsException {
        BufferedDataTable table = table(
                100,
                i -> new Object[] {
                    i < 60 ? "(other)" : i < 96 ? "Rome" : "rare" + i, i % 50 < 47 ? "basic" : "rare" + i, i * 1.5
                },
                SmallTable.text("city"),
                SmallTable.text("plan"),
                SmallTable.number("spend"));
        NodeRun run = NodeRun.of(PreprocessorNodeFactory.class, m -> m.addDouble("rareBelowPercent", 5))
                .run(table);
        assertEquals(
                "10 rare categories merged into \"(other)\": 'plan' 6; into \"(other) 2\": 'city' 4. Lower 'Rare below"
                        + " (%)' or raise 'Maximum categories per column' to keep them separate.\n"
                        + "Names that Tessera gives, too: 'city' has a category \"(other)\" of its own, so the rare ones"
                        + " are merged into \"(other) 2\".",
                withoutShares(run.message()));
        List<String> columns = List.of(run.table(0).getDataTableSpec().getColumnNames());
        assertTrue(columns.contains("city=(other) (z)"), columns.toString());
        assertTrue(columns.contains("city=(other) 2 (z)"), columns.toString());
    }

    @Test
    void texts_that_say_missing_count_as_missing_and_are_named() throws InvalidSettingsException {
        List<String> lines = lines(table(
                30,
                i -> new Object[] {i % 3 == 0 ? "(missing)" : i % 3 == 1 ? "Rome" : null, i * 1.5},
                SmallTable.text("city"),
                SmallTable.number("spend")));
        assertEquals(
                "Names that Tessera gives, too: 'city' has texts \"(missing)\", which count as missing.", lines.get(1));
    }

    @Test
    void one_column_that_makes_most_of_the_features_is_named() throws InvalidSettingsException {
        assertEquals(
                "'area' makes 40 of the 41 features. Deselect it if it says little about customers, or raise 'Rare"
                        + " below (%)' to merge its small categories.",
                message(table(
                        400,
                        i -> new Object[] {"A" + i % 40, i * 1.5},
                        SmallTable.text("area"),
                        SmallTable.number("spend"))));
    }
}
