package org.tessera.knime.prep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.tessera.knime.apply.AssignerNodeFactory;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.profile.ProfilerNodeFactory;

/** Numbers and dates written as text, from the Preprocessor to new customers and the descriptions of segments. */
class ReadTextsTest {

    private static final DataTableSpec SPEC =
            new DataTableSpec(SmallTable.text("spend"), SmallTable.text("since"), SmallTable.whole("visits"));

    /** Forty customers, the first half early and of little spend. */
    private static BufferedDataTable customers(DataTableSpec spec) {
        Object[][] rows = new Object[40][];
        for (int i = 0; i < rows.length; i++) {
            boolean late = i >= 20;
            double spend = (late ? 50_000 : 300) + 11.25 * i;
            LocalDate since = LocalDate.of(late ? 2018 : 2012, 1, 5).plusDays(13L * i);
            rows[i] = new Object[] {
                String.format(Locale.ROOT, "$%,.2f", spend), since.toString(), late ? 10 + i % 3 : i % 4
            };
        }
        rows[7][0] = "N/A";
        return Customers.table(spec, rows);
    }

    private static NodeRun prepared(BufferedDataTable table) throws InvalidSettingsException {
        return NodeRun.of(PreprocessorNodeFactory.class, settings -> settings.addString("scaling", "NONE"))
                .run(table);
    }

    private static NodeRun segmented(BufferedDataTable table) throws InvalidSettingsException {
        NodeRun prepared = prepared(table);
        return NodeRun.of(KMeansNodeFactory.class, settings -> {
                    settings.addInt("numberOfSegments", 2);
                    settings.addBoolean("keepFeatures", true);
                })
                .run(prepared.table(0), prepared.object(1));
    }

    private static NodeRun assigned(BufferedDataTable table, NodeRun segments) throws InvalidSettingsException {
        return NodeRun.of(AssignerNodeFactory.class, settings -> settings.addBoolean("appendFeatures", true))
                .run(table, segments.object(1));
    }

    @Test
    void texts_become_numbers_and_dates_and_the_node_says_so() throws InvalidSettingsException {
        NodeRun prepared = prepared(customers(SPEC));
        double[] spend = NodeRun.numbers(prepared.table(0), "spend (prepared)");
        assertEquals(311.25, spend[1]);
        assertEquals(50_225, spend[20]);
        assertEquals(LocalDate.of(2012, 1, 18).toEpochDay(), NodeRun.numbers(prepared.table(0), "since (prepared)")[1]);
        assertTrue(
                prepared.message()
                        .startsWith(
                                "2 columns read from their written form. Turn off 'Read numbers and dates written as text' to"
                                        + " use them as written:\n'spend' as numbers with a decimal point and \"$\", such as"
                                        + " \"$50,225.00\"\n'since' as dates with the year first, such as \"2012-01-05\""
                                        + " (2012-01-05)\n1 cell in columns that are read counts as missing. How they are"
                                        + " filled is set by 'Missing numbers'; correct them if they are values: 'spend' 1"
                                        + " (\"N/A\").\n"),
                prepared.message());
        assertEquals(NodeRun.texts(customers(SPEC), "spend"), NodeRun.texts(prepared.table(0), "spend"));
    }

    @Test
    void what_only_looks_like_numbers_or_dates_is_named_with_the_remedy() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(new PreprocessorNodeFactory())
                .run(Customers.table(
                        new DataTableSpec(
                                SmallTable.text("a"),
                                SmallTable.text("b"),
                                SmallTable.text("c"),
                                SmallTable.number("x")),
                        new Object[] {"1.234", "03/04/2012", "7.5", 1.0},
                        new Object[] {"5.678", "05/06/2012", "8.5", 2.0},
                        new Object[] {"1.234", "03/04/2012", "call us", 3.0}));
        assertTrue(
                run.message()
                        .startsWith("3 columns look like numbers, dates or times, but are not read:\n"
                                + "'a': 100 % of its values read as numbers with a decimal point, such as \"1.234\", but"
                                + " do so both ways, with a decimal point or a decimal comma. Set the decimal separator in"
                                + " the CSV Reader or use the String to Number node to use them as numbers.\n"
                                + "'b': 100 % of its values read as dates with the day first, such as \"03/04/2012\", but"
                                + " do so both ways, with the day or the month first. Use the String to Date&Time node to"
                                + " use them as dates or times.\n"
                                + "'c': 66.7 % of its values read as numbers with a decimal point, such as \"7.5\", row 3"
                                + " holds \"call us\". Set the decimal separator in the CSV Reader or use the String to"
                                + " Number node to use them as numbers.\n"),
                run.message());
    }

    @Test
    void every_column_is_named_with_share_sample_and_remedy_however_many_there_are() throws InvalidSettingsException {
        String[] names = {"kg", "born", "song", "income", "weight", "zone", "zip"};
        DataTableSpec spec =
                new DataTableSpec(Arrays.stream(names).map(SmallTable::text).toArray(DataColumnSpec[]::new));
        Object[][] rows = new Object[40][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[] {
                50 + i % 20 + ".5 kg",
                String.format(Locale.ROOT, "%02d.%02d.%02d", 1 + i % 28, 1 + i % 12, 40 + i),
                String.format(Locale.ROOT, "%d:%02d", 2 + i % 4, 10 + i),
                i + ".5M",
                i % 4 == 0 ? 100 + i + " g" : i + " lbs",
                i % 4 == 0 ? "2021-03-05T10:" + (10 + i) : "2021-03-05T10:" + (10 + i) + "Z",
                String.valueOf(10_115 + 991 * i)
            };
        }
        List<String> lines = NodeRun.of(new PreprocessorNodeFactory())
                .run(Customers.table(spec, rows))
                .message()
                .lines()
                .toList();
        String node = " Use the String to Date&Time node to use them as dates or times.";
        assertEquals(
                List.of(
                        "1 column read from its written form. Turn off 'Read numbers and dates written as text' to use it as"
                                + " written: 'kg' as numbers with a decimal point and \"kg\", such as \"50.5 kg\".",
                        "6 columns look like numbers, dates or times, but are not read:",
                        "'born': 100 % of its values read as dates with the day first and years of two digits, such as"
                                + " \"01.01.40\", but the century or the order of day, month and year is open." + node,
                        "'song': 100 % of its values read as times of day, such as \"2:10\", but may be durations. Use the"
                                + " String to Date&Time or the String to Duration node.",
                        "'income': 100 % of its values read as numbers with a decimal point, such as \"10.5M\", but the"
                                + " letter may stand for millions, billions or something else. Write them as plain numbers"
                                + " to use them as such.",
                        "'weight': 75 % of its values read as numbers with a decimal point and \"lb\", such as \"10 lbs\","
                                + " but there are several units, row 1 holds \"100 g\". Convert them to one unit to use"
                                + " them as numbers.",
                        "'zone': 75 % of its values read as dates and times with an offset from UTC, such as"
                                + " \"2021-03-05T10:11Z\", but some have an offset from UTC and some have none, row 1"
                                + " holds \"2021-03-05T10:10\"." + node,
                        "'zip': 100 % of its values read as numbers with a decimal point, such as \"10115\", but may be"
                                + " codes. Set the decimal separator in the CSV Reader or use the String to Number node to"
                                + " use them as numbers."),
                lines.subList(0, 8));
    }

    @Test
    void new_customers_are_read_in_the_same_way() throws InvalidSettingsException {
        NodeRun segments = segmented(customers(SPEC));
        NodeRun assigned = assigned(customers(SPEC), segments);
        for (String feature : List.of("spend (prepared)", "since (prepared)")) {
            assertArrayEquals(
                    NodeRun.numbers(segments.table(0), feature), NodeRun.numbers(assigned.table(0), feature), feature);
        }
        assertEquals(NodeRun.texts(segments.table(0), "Segment"), NodeRun.texts(assigned.table(0), "Segment"));
        assertEquals("", assigned.message());
    }

    @Test
    void new_texts_that_do_not_read_are_missing_and_named() throws InvalidSettingsException {
        NodeRun segments = segmented(customers(SPEC));
        NodeRun assigned = assigned(
                Customers.table(
                        SPEC,
                        new Object[] {"$310.00", "2012-03-01", 1},
                        new Object[] {"ask", "1.3.2012", 1},
                        new Object[] {"\u20ac310", "2012-03-01", 1}),
                segments);
        String unread =
                "3 values do not read as in training and count as missing (column 'spend' \"ask\" instead of numbers,"
                        + " first in row 2; column 'since' \"1.3.2012\" instead of dates, first in row 2). Write them as in"
                        + " training.";
        assertTrue(assigned.message().startsWith(unread), assigned.message());
    }

    @Test
    void a_column_that_has_no_value_this_month_is_filled_as_in_training() throws InvalidSettingsException {
        DataTableSpec numbers = new DataTableSpec(SmallTable.number("age"), SmallTable.number("spend"));
        Object[][] rows = new Object[30][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[] {20.5 + i % 7, i % 3 * 400.5 + i};
        }
        NodeRun segments = segmented(Customers.table(numbers, rows));
        NodeRun assigned = assigned(
                Customers.table(
                        new DataTableSpec(SmallTable.number("age"), SmallTable.text("spend")),
                        new Object[] {26.0, null},
                        new Object[] {21.0, null}),
                segments);
        assertFalse(NodeRun.texts(assigned.table(0), "Segment").contains(null));
        String empty =
                "1 column has no value at all ('spend'): every customer counts as one with a missing value there. Check"
                        + " the source of the data.";
        assertTrue(assigned.message().startsWith(empty), assigned.message());
    }

    @Test
    void codes_that_look_like_numbers_this_month_are_still_codes() throws InvalidSettingsException {
        DataTableSpec training = new DataTableSpec(
                SmallTable.text("code"), SmallTable.text("member"), SmallTable.text("plan"), SmallTable.number("x"));
        Object[][] rows = new Object[30][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new Object[] {
                i % 2 == 0 ? "0101" : "0202",
                i % 3 == 0 ? "true" : "false",
                List.of("A1", "7", "8").get(i % 3),
                i % 2 * 10.0 + i / 30.0
            };
        }
        NodeRun segments = segmented(Customers.table(training, rows));
        DataTableSpec guessed = new DataTableSpec(
                SmallTable.whole("code"),
                new DataColumnSpecCreator("member", BooleanCell.TYPE).createSpec(),
                SmallTable.number("plan"),
                SmallTable.number("x"));
        NodeRun assigned = assigned(
                Customers.table(guessed, new Object[] {101, BooleanCell.TRUE, 7.0, 0.5}, new Object[] {
                    202, BooleanCell.FALSE, 8.0, 10.0
                }),
                segments);
        assertArrayEquals(new double[] {1, 0}, NodeRun.numbers(assigned.table(0), "code=0101 (prepared)"));
        assertArrayEquals(new double[] {0, 1}, NodeRun.numbers(assigned.table(0), "code=0202 (prepared)"));
        assertArrayEquals(new double[] {1, 0}, NodeRun.numbers(assigned.table(0), "member=true (prepared)"));
        assertArrayEquals(new double[] {1, 0}, NodeRun.numbers(assigned.table(0), "plan=7 (prepared)"));
        assertArrayEquals(new double[] {0, 1}, NodeRun.numbers(assigned.table(0), "plan=8 (prepared)"));
        assertEquals("", assigned.message());
    }

    @Test
    void segments_are_described_by_what_was_read() throws InvalidSettingsException {
        NodeRun segments = segmented(customers(SPEC));
        NodeRun profiler = NodeRun.of(new ProfilerNodeFactory()).run(segments.table(0), segments.object(1));
        BufferedDataTable profile = profiler.table(1);
        assertEquals(profiler.spec(1), profile.getDataTableSpec());
        List<String> columns = NodeRun.texts(profile, "Column");
        assertEquals(4, Collections.frequency(columns, "spend"), "numbers and missing entries of two segments");
        assertEquals(2, Collections.frequency(columns, "since"));
        List<String> names = Arrays.asList(profile.getDataTableSpec().getColumnNames());
        assertTrue(names.contains("Earliest"), names.toString());
        String descriptions = String.join(" ", NodeRun.texts(profiler.table(3), "Description"));
        assertTrue(descriptions.contains("spend (50,"), descriptions);
        assertTrue(descriptions.contains("likewise since and visits"), descriptions);
    }
}
