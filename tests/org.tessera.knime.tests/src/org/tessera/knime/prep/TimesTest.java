package org.tessera.knime.prep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.tessera.knime.apply.AssignerNodeFactory;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.profile.ProfilerNodeFactory;
import org.tessera.knime.view.DrawnCharts;
import org.tessera.workbench.kernel.NodeState;
import org.tessera.workbench.kernel.data.DurationCell;
import org.tessera.workbench.kernel.data.LocalDateCell;
import org.tessera.workbench.kernel.data.LocalDateTimeCell;
import org.tessera.workbench.kernel.data.LocalTimeCell;
import org.tessera.workbench.kernel.data.PeriodCell;
import org.tessera.workbench.kernel.data.ZonedDateTimeCell;

/** Dates and times of every kind from the Preprocessor to the words and pictures of the segments. */
class TimesTest {

    private static final DataTableSpec SPEC = spec(
            LocalDateCell.TYPE,
            LocalDateTimeCell.TYPE,
            ZonedDateTimeCell.TYPE,
            LocalTimeCell.TYPE,
            DurationCell.TYPE,
            PeriodCell.TYPE);

    private static DataTableSpec spec(DataType... types) {
        String[] names = {"Since", "Last", "Login", "Hour", "Wait", "Contract"};
        DataColumnSpec[] columns = new DataColumnSpec[types.length];
        for (int c = 0; c < columns.length; c++) {
            columns[c] = new DataColumnSpecCreator(names[c], types[c]).createSpec();
        }
        return new DataTableSpec(columns);
    }

    /** Customers of the morning in 2010 and of the evening in 2020, in the zones of Chatham and Berlin. */
    private static BufferedDataTable customers() {
        Object[][] rows = new Object[40][];
        for (int i = 0; i < rows.length; i++) {
            boolean late = i >= 30;
            LocalDate day = LocalDate.of(late ? 2020 : 2010, 1, 1).plusDays(i);
            LocalTime time = LocalTime.of(late ? 20 : 8, i);
            ZoneId zone = ZoneId.of(i % 2 == 0 ? "Pacific/Chatham" : "Europe/Berlin");
            rows[i] = new Object[] {
                new LocalDateCell(day),
                i == 7 ? null : new LocalDateTimeCell(LocalDateTime.of(day, time)),
                new ZonedDateTimeCell(
                        ZonedDateTime.of(day, time, ZoneId.of("UTC")).withZoneSameInstant(zone)),
                new LocalTimeCell(time),
                new DurationCell(Duration.ofHours(late ? 12 * i : -i)),
                new PeriodCell(late ? Period.ofYears(2) : Period.ofMonths(6))
            };
        }
        return Customers.table(SPEC, rows);
    }

    private static NodeRun prepared(BufferedDataTable table) throws InvalidSettingsException {
        return NodeRun.of(PreprocessorNodeFactory.class, settings -> {
                    settings.addString("scaling", "NONE");
                    settings.addString("transformation", "NONE");
                    settings.addBoolean("leaveOutDetermined", false);
                })
                .run(table);
    }

    private static NodeRun segmented() throws InvalidSettingsException {
        NodeRun prepared = prepared(customers());
        return NodeRun.of(KMeansNodeFactory.class, settings -> settings.addInt("numberOfSegments", 2))
                .run(prepared.table(0), prepared.object(1));
    }

    @Test
    void instants_count_in_utc_times_in_hours_durations_in_days_and_periods_are_texts() throws Exception {
        BufferedDataTable table = prepared(customers()).table(0);
        double[] since = NodeRun.numbers(table, "Since (prepared)");
        double[] login = NodeRun.numbers(table, "Login (prepared)");
        double[] hour = NodeRun.numbers(table, "Hour (prepared)");
        double[] wait = NodeRun.numbers(table, "Wait (prepared)");
        for (int i = 0; i < 40; i++) {
            int minutes = 60 * (i >= 30 ? 20 : 8) + i;
            assertEquals(minutes / 60.0, hour[i], 1e-12);
            assertEquals(since[i] + minutes / 1440.0, login[i], 1e-8);
            assertEquals(i >= 30 ? i / 2.0 : -i / 24.0, wait[i], 1e-12);
        }
        assertEquals(LocalDate.of(2010, 1, 1).toEpochDay(), since[0]);
        assertEquals(30, NodeRun.numbers(table, "Contract=P6M (prepared)").length - 10);
        assertEquals(1, NodeRun.numbers(table, "Contract=P6M (prepared)")[0]);
        assertEquals(0, NodeRun.numbers(table, "Contract=P6M (prepared)")[39]);
    }

    @Test
    void new_customers_get_the_same_features_row_by_row() throws Exception {
        BufferedDataTable prepared = prepared(customers()).table(0);
        NodeRun segments = segmented();
        NodeRun assigned = NodeRun.of(
                        AssignerNodeFactory.class, settings -> settings.addBoolean("appendFeatures", true))
                .run(customers(), segments.object(1));
        for (String column : List.of("Since", "Last", "Login", "Hour", "Wait")) {
            String feature = column + " (prepared)";
            assertArrayEquals(NodeRun.numbers(prepared, feature), NodeRun.numbers(assigned.table(0), feature), feature);
        }
        assertEquals(NodeRun.texts(segments.table(0), "Segment"), NodeRun.texts(assigned.table(0), "Segment"));
    }

    @Test
    void columns_of_another_kind_are_refused_once_they_hold_a_value() throws Exception {
        NodeRun segments = segmented();
        Object[][] refused = {
            {"Since", "dates", LocalTimeCell.TYPE, new LocalTimeCell(LocalTime.NOON), "times of day"},
            {"Since", "dates", DoubleCell.TYPE, 1.0, "numbers"},
            {"Since", "dates", StringCell.TYPE, "x", "texts"},
            {"Hour", "times of day", LocalDateCell.TYPE, new LocalDateCell(LocalDate.EPOCH), "dates"},
            {"Hour", "times of day", DoubleCell.TYPE, 1.0, "numbers"},
            {"Wait", "durations", DoubleCell.TYPE, 1.0, "numbers"},
            {"Wait", "durations", LocalTimeCell.TYPE, new LocalTimeCell(LocalTime.NOON), "times of day"},
            {"Contract", "categories", LocalDateCell.TYPE, new LocalDateCell(LocalDate.EPOCH), "dates"}
        };
        for (Object[] now : refused) {
            int column = SPEC.findColumnIndex((String) now[0]);
            DataTableSpec changed = new DataTableSpec(SPEC.stream()
                    .map(c -> c.getName().equals(now[0])
                            ? new DataColumnSpecCreator(c.getName(), (DataType) now[2]).createSpec()
                            : c)
                    .toArray(DataColumnSpec[]::new));
            Object[] row = new Object[SPEC.getNumColumns()];
            NodeRun empty =
                    NodeRun.of(new AssignerNodeFactory()).run(Customers.table(changed, row), segments.object(1));
            assertTrue(empty.message().contains("6 columns have no value at all"), empty.message());
            row[column] = now[3];
            NodeRun assigner = NodeRun.of(new AssignerNodeFactory());
            assertEquals(NodeState.CONFIGURED, assigner.tryRun(Customers.table(changed, row), segments.object(1)));
            assertTrue(
                    assigner.message()
                            .startsWith("Column '" + now[0] + "' held " + now[1]
                                    + " when the preparation was made, but holds " + now[4] + " now"),
                    assigner.message());
        }
        DataTableSpec dateTimes = new DataTableSpec(SPEC.stream()
                .map(c -> c.getName().equals("Since")
                        ? new DataColumnSpecCreator("Since", ZonedDateTimeCell.TYPE).createSpec()
                        : c)
                .toArray(DataColumnSpec[]::new));
        NodeRun assigner = NodeRun.of(new AssignerNodeFactory());
        assertEquals(
                NodeState.CONFIGURED,
                assigner.configureSpecs(dateTimes, segments.object(1).getSpec()),
                assigner.message());
    }

    @Test
    void dates_out_of_range_are_named_as_dates() throws Exception {
        BufferedDataTable later = Customers.table(SPEC, new Object[] {
            new LocalDateCell(LocalDate.of(2024, 2, 29)),
            null,
            null,
            new LocalTimeCell(LocalTime.of(7, 30)),
            new DurationCell(Duration.ofDays(30)),
            null
        });
        NodeRun assigned =
                NodeRun.of(new AssignerNodeFactory()).run(later, segmented().object(1));
        assertTrue(
                assigned.message().contains("column 'Since' up to 2024-02-29 instead of 2010-01-01 to 2020-02-09"),
                assigned.message());
        assertTrue(
                assigned.message().contains("column 'Hour' down to 07:30 instead of 08:00 to 20:39"),
                assigned.message());
        assertTrue(
                assigned.message().contains("column 'Wait' up to 30 days instead of -1.20833 days to 19.5 days"),
                assigned.message());
    }

    @Test
    void segments_are_profiled_by_dates_and_times() throws Exception {
        NodeRun segments = segmented();
        NodeRun profile = NodeRun.of(new ProfilerNodeFactory()).run(segments.table(0), segments.object(1));
        BufferedDataTable table = profile.table(1);
        List<String> columns = NodeRun.texts(table, "Column");
        int since = columns.lastIndexOf("Since");
        assertEquals("2020-01-31", NodeRun.texts(table, "Earliest").get(since));
        assertEquals("2020-02-05", NodeRun.texts(table, "Median date or time").get(since));
        assertEquals("2020-02-09", NodeRun.texts(table, "Latest").get(since));
        assertEquals(
                "2010-01-21",
                NodeRun.texts(table, "Overall median date or time").get(since));
        assertEquals(LocalDate.of(2020, 2, 4).toEpochDay() + 0.5, NodeRun.numbers(table, "Median")[since]);
        assertEquals("2020-02-09T20:39", NodeRun.texts(table, "Latest").get(columns.lastIndexOf("Login")));
        assertEquals("20:30", NodeRun.texts(table, "Earliest").get(columns.lastIndexOf("Hour")));
        assertEquals("?", NodeRun.texts(table, "Earliest").get(columns.lastIndexOf("Wait")));
        assertEquals("P2Y", NodeRun.texts(table, "Category").get(columns.lastIndexOf("Contract")));
        String description = NodeRun.texts(profile.table(3), "Description").get(1);
        // Since: a quarter of 2020-02-04.5 and three quarters of 2010-01-15.5 are 2012-07-21.5.
        assertEquals(
                "Contract P2Y, late Since (10 customers, 25 %): always Contract = P2Y (100 % vs 25 % of all), later Since (2020-02-05"
                        + " vs 2012-07-22 on average; likewise Login, Hour, Wait and Last).",
                description);
        String rule = NodeRun.texts(profile.table(3), "Rule").get(1);
        assertTrue(rule.matches("(Since|Last|Login|Hour|Wait|Contract) .*"), rule);
        assertTrue(
                List.of("eta squared", "Cramer's V").containsAll(NodeRun.texts(profile.table(2), "Measure")),
                () -> NodeRun.texts(profile.table(2), "Measure").toString());
        assertEquals(
                5,
                NodeRun.texts(profile.table(2), "Measure").stream()
                        .filter("eta squared"::equals)
                        .count());
    }

    @Test
    void without_dates_the_profile_has_no_columns_of_them() throws Exception {
        NodeRun prepared = prepared(Customers.twoGroups());
        NodeRun segments = NodeRun.of(KMeansNodeFactory.class, settings -> settings.addInt("numberOfSegments", 2))
                .run(prepared.table(0), prepared.object(1));
        NodeRun profile = NodeRun.of(new ProfilerNodeFactory()).run(segments.table(0), segments.object(1));
        assertEquals(-1, profile.table(1).getDataTableSpec().findColumnIndex("Earliest"));
    }

    @Test
    void histograms_have_axes_of_dates() throws Exception {
        NodeRun segments = segmented();
        String data = DrawnCharts.svg(segments, "histograms");
        for (String tick : List.of(">2012<", ">2016<", ">2020<", ">12:00<")) {
            assertTrue(data.contains(tick), tick);
        }
    }
}
