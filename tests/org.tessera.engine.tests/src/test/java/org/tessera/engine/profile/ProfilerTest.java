package org.tessera.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.reference.CreditReference;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

class ProfilerTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final ProfileOptions DEFAULTS = ProfileOptions.defaults();

    @Test
    void statistics_by_hand_with_rows_left_out_and_missing_values() {
        double[] age = {99, 20, 30, 40, 50, Double.NaN, 60};
        CustomerTable table = new CustomerTable(
                7,
                List.of(
                        new NumericColumn("Age", age, true),
                        CategoryColumn.of("Home", Arrays.asList("x", "rent", "rent", null, "own", "own", "own"))));
        SegmentedRows rows = new SegmentedRows(new int[] {1, 2, 3, 4, 5, 6}, Labels.of(0, 0, 0, 1, 1, 1));
        Profile profile = Profiler.profile(table, rows, DEFAULTS, RUN);
        assertEquals(6, profile.customers());
        NumericProfile numeric = numeric(profile.segments().get(0), "Age");
        assertEquals(30, numeric.segment().mean(), 1e-12);
        assertEquals(10, numeric.segment().sd(), 1e-12);
        assertEquals(25, numeric.segment().lowerQuartile(), 1e-12);
        assertEquals(40, numeric.overall().mean(), 1e-12);
        assertEquals(40, numeric.overall().median(), 1e-12);
        assertEquals(-10, numeric.difference(), 1e-12);
        assertEquals(-10 / Math.sqrt(250), numeric.effect(), 1e-12);
        assertEquals(1 / 3.0, numeric(profile.segments().get(1), "Age").missingShare(), 1e-12);
        CategoryProfile home = (CategoryProfile) column(profile.segments().get(0), "Home");
        assertEquals(
                List.of("own", "rent"),
                home.levels().stream().map(CategoryProfile.LevelShare::level).toList());
        assertEquals(2.5, home.levels().get(1).lift(), 1e-12);
        assertEquals(0.6 / Math.sqrt(0.24), home.effect(), 1e-12);
        assertEquals("rent", home.strongest().level());
    }

    /** What is said about the other segments does not depend on whether an empty one lies between them. */
    @Test
    void a_segment_without_a_row_is_described_as_empty() {
        CustomerTable table = new CustomerTable(
                6,
                List.of(
                        new NumericColumn("Age", new double[] {20, 21, 22, 60, 61, 63}, true),
                        CategoryColumn.of("Home", List.of("rent", "rent", "rent", "own", "own", "own"))));
        Profile dense = Profiler.profile(table, SegmentedRows.all(Labels.of(0, 0, 0, 1, 1, 1)), DEFAULTS, RUN);
        Profile part = Profiler.profile(table, SegmentedRows.all(Labels.ofPart(4, 0, 0, 0, 2, 2, 2)), DEFAULTS, RUN);
        assertEquals(4, part.segments().size());
        SegmentProfile empty = part.segments().get(1);
        assertEquals("Segment 2 (0 customers, 0 %): none of these customers.", empty.description());
        assertEquals(Optional.empty(), empty.rule());
        assertEquals(0, empty.share());
        for (ColumnProfile column : empty.columns()) {
            assertEquals(0, column.effect());
            assertTrue(Double.isNaN(column.missingShare()));
        }
        assertEquals(dense.drivers(), part.drivers());
        assertEquals(dense.segments().get(1).rule(), part.segments().get(2).rule());
        assertEquals(
                dense.segments().get(1).description().replace("Segment 2", "Segment 3"),
                part.segments().get(2).description());
    }

    @Test
    void eta_squared_and_cramers_v_by_hand() {
        CustomerTable table = new CustomerTable(
                4,
                List.of(
                        new NumericColumn("Exact", new double[] {1, 1, 3, 3}, true),
                        new NumericColumn("Half", new double[] {0, 2, 2, 4}, true),
                        new NumericColumn("Constant", new double[] {5, 5, 5, 5}, true),
                        CategoryColumn.of("Same", List.of("a", "a", "b", "b")),
                        CategoryColumn.of("Crossed", List.of("a", "b", "a", "b"))));
        List<Driver> drivers = Profiler.profile(table, SegmentedRows.all(Labels.of(0, 0, 1, 1)), DEFAULTS, RUN)
                .drivers();
        assertEquals(
                List.of("Exact", "Same", "Half", "Constant", "Crossed"),
                drivers.stream().map(Driver::column).toList());
        assertEquals(1, drivers.get(0).effect(), 1e-12);
        // phi² = 1, corrected 1 - 1/3; rows and columns corrected 2 - 1/3: V = sqrt((2/3) / (2/3))
        assertEquals(1, drivers.get(1).effect(), 1e-12);
        assertEquals(0.5, drivers.get(2).effect(), 1e-12);
        assertEquals(Math.sqrt(0.5), drivers.get(2).strength(), 1e-12);
        assertEquals(0, drivers.get(3).effect());
        assertEquals(0, drivers.get(4).effect());
        assertEquals(5, drivers.get(4).rank());
    }

    @Test
    void cramers_v_is_corrected_for_bias() {
        String[] home = new String[100];
        int[] labels = new int[100];
        for (int i = 0; i < 100; i++) {
            labels[i] = i < 50 ? 0 : 1;
            home[i] = i % 50 < (i < 50 ? 30 : 20) ? "own" : "rent";
        }
        CustomerTable table = new CustomerTable(100, List.of(CategoryColumn.of("Home", List.of(home))));
        Driver driver = Profiler.profile(table, SegmentedRows.all(Labels.of(labels)), DEFAULTS, RUN)
                .drivers()
                .get(0);
        // chi² = 4: (4/100 - 1/99) / (2 - 1/99 - 1)
        assertEquals(Math.sqrt((0.04 - 1 / 99.0) / (1 - 1 / 99.0)), driver.effect(), 1e-12);
    }

    @Test
    void credit_sentences_are_in_the_customers_units() {
        Profile profile = credit("kmeans_5");
        assertEquals(
                "Segment 1 (1,641 customers, 36.8 %): almost always Home = owner (99.5 % vs 47 % of all), less often "
                        + "Marital = single (1 % vs 22 %), always Records = no (100 % vs 83 %), higher Age (41 vs 37 on "
                        + "average).",
                profile.segments().get(0).description());
        assertEquals(
                "Segment 4 (694 customers, 15.6 %): always Records = yes (100 % vs 17 % of all), more often Status ="
                        + " bad (54 % vs 28 %), less often Marital = single (8 % vs 22 %).",
                profile.segments().get(3).description());
        Rule rule = profile.segments().get(3).rule().orElseThrow();
        assertEquals("Records = yes and Age >= 23 and Marital is not divorced", rule.text());
        assertEquals(0.98, rule.coverage(), 0.005);
        assertEquals(0.926, rule.precision(), 0.005);
        assertTrue(rule.reachesGoal());
        assertEquals("", rule.remark());
        assertEquals("Records", profile.drivers().get(0).column());
    }

    /** Coverage and precision are of the second half of the customers, counted here by the words of the rule. */
    @Test
    void rules_hold_as_stated_for_customers_held_out() {
        CustomerTable table = CreditReference.customers();
        Labels labels = CreditReference.ordered("gmm_full_5", CreditReference.features());
        SegmentedRows rows = SegmentedRows.all(labels);
        HoldOut halves = HoldOut.of(table.columns(), Grouping.of(table, rows), RUN);
        int[] held = IntStream.range(0, labels.segments())
                .flatMap(g -> Arrays.stream(halves.validation(g)))
                .toArray();
        for (SegmentProfile segment :
                Profiler.profile(table, rows, DEFAULTS, RUN).segments()) {
            Rule rule = segment.rule().orElseThrow();
            int[] fulfilled = Arrays.stream(held)
                    .filter(i -> rule.conditions().stream().allMatch(c -> holds(table, c, i)))
                    .toArray();
            long inside = Arrays.stream(fulfilled)
                    .filter(i -> labels.at(i) == segment.label())
                    .count();
            int size = halves.validation(segment.label()).length;
            assertEquals((double) inside / size, rule.coverage(), 1e-12, rule.text());
            assertEquals((double) inside / fulfilled.length, rule.precision(), 1e-12, rule.text());
            assertEquals(Interval.ofCount(inside, size), rule.coverageInterval());
            assertEquals(Interval.ofCount(inside, fulfilled.length), rule.precisionInterval());
            assertTrue(rule.conditions().size() <= 4);
        }
    }

    @Test
    void numeric_rule_finds_the_border() {
        int n = 400;
        double[] value = new double[n];
        Arrays.setAll(value, i -> i * 0.25);
        int[] labels = new int[n];
        Arrays.setAll(labels, i -> value[i] >= 30 && value[i] < 60 ? 1 : 0);
        CustomerTable table = new CustomerTable(n, List.of(new NumericColumn("Score", value, false)));
        Rule rule = Profiler.profile(table, SegmentedRows.all(Labels.of(labels)), DEFAULTS, RUN)
                .segments()
                .get(1)
                .rule()
                .orElseThrow();
        assertEquals("between", rule.conditions().get(0).operator());
        assertTrue(rule.text().matches("Score >= [0-9.]+ and < [0-9.]+"), rule.text());
        assertTrue(rule.coverage() > 0.95 && rule.precision() > 0.95, rule.text());
    }

    @Test
    void most_customers_are_described_by_what_they_are_not() {
        SegmentProfile all = credit("dbscan_1.0").segments().get(0);
        assertEquals(
                "Segment 1 (3,487 customers, 78.3 %): never Home = other or priv (0 % vs 13 % of all).",
                all.description());
    }

    @Test
    void says_so_when_nothing_stands_out() {
        CustomerTable table = CreditReference.customers();
        int[] labels = new int[table.rows()];
        Arrays.setAll(labels, i -> i % 3);
        for (SegmentProfile segment : Profiler.profile(table, SegmentedRows.all(Labels.of(labels)), DEFAULTS, RUN)
                .segments()) {
            assertTrue(
                    segment.description().endsWith(": no column stands out, much like all customers."),
                    segment.description());
        }
    }

    @Test
    void noise_is_described_last_and_left_out_of_the_drivers() {
        Profile profile = credit("dbscan_1.0");
        SegmentProfile noise = profile.segments().get(profile.segments().size() - 1);
        assertEquals("Noise", noise.name());
        assertEquals(-1, noise.label());
        assertEquals(Optional.empty(), noise.rule());
        assertTrue(noise.description().startsWith("Noise (133 customers, 3 %): higher Assets"), noise.description());
        assertEquals(
                1,
                profile.segments().stream().mapToDouble(SegmentProfile::share).sum(),
                1e-12);
    }

    @Test
    void threads_change_nothing_and_order_of_rows_only_rounding() {
        CustomerTable table = CreditReference.customers();
        Labels labels = CreditReference.labels("kmeans_5");
        SegmentedRows rows = SegmentedRows.all(labels);
        Profile one = Profiler.profile(table, rows, DEFAULTS, RUN.withThreads(1));
        assertEquals(one, Profiler.profile(table, rows, DEFAULTS, RUN.withThreads(4)));
        int[] order = RandomStream.of(2, 0).permutation(table.rows());
        Labels shuffled = Labels.of(Arrays.stream(order).map(labels::at).toArray());
        Profile other = Profiler.profile(table, new SegmentedRows(order, shuffled), DEFAULTS, RUN);
        for (int s = 0; s < one.segments().size(); s++) {
            assertEquals(
                    one.segments().get(s).description(), other.segments().get(s).description());
            assertEquals(one.segments().get(s).rule(), other.segments().get(s).rule());
        }
    }

    @Test
    void one_segment_no_column_and_no_row_are_defined() {
        CustomerTable table = CreditReference.customers();
        Labels one = Labels.of(new int[table.rows()]);
        Profile single = Profiler.profile(table, SegmentedRows.all(one), DEFAULTS, RUN);
        assertEquals(
                "Segment 1 (4,454 customers, 100 %): no column stands out, much like all customers.",
                single.segments().get(0).description());
        assertEquals(Optional.empty(), single.segments().get(0).rule());
        assertTrue(single.drivers().stream().allMatch(d -> d.effect() == 0));
        Profile none = Profiler.profile(table, SegmentedRows.all(Labels.of()), DEFAULTS, RUN);
        assertEquals(0, none.customers() + none.segments().size());
        Profile bare =
                Profiler.profile(new CustomerTable(2, List.of()), SegmentedRows.all(Labels.of(0, 1)), DEFAULTS, RUN);
        assertEquals(
                "Segment 1 (1 customer, 50 %): no column describes these customers.",
                bare.segments().get(0).description());
    }

    @Test
    void column_without_a_value_in_a_segment_has_no_effect_there() {
        double nan = Double.NaN;
        CustomerTable table = new CustomerTable(
                4,
                List.<Column>of(
                        new NumericColumn("Debt", new double[] {nan, Double.POSITIVE_INFINITY, 1, 2}, false),
                        CategoryColumn.of("Home", Arrays.asList(null, null, "a", "b"))));
        SegmentProfile segment = Profiler.profile(table, SegmentedRows.all(Labels.of(0, 0, 1, 1)), DEFAULTS, RUN)
                .segments()
                .get(0);
        assertTrue(
                segment.columns().stream().allMatch(c -> c.effect() == 0 && c.count() == 0 && c.missingShare() == 1));
    }

    @Test
    void wrong_input_is_named() {
        CustomerTable table = new CustomerTable(2, List.of());
        SegmentedRows rows = new SegmentedRows(new int[] {0, 2}, Labels.of(0, 0));
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Profiler.profile(table, rows, DEFAULTS, RUN));
        assertEquals("Row 2 has a label, but the table has rows 0 to 1", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new SegmentedRows(new int[1], Labels.of(0, 0)));
        assertThrows(IllegalArgumentException.class, () -> new ProfileOptions(0, 4, 0.3, 3));
    }

    private static Profile credit(String run) {
        Labels labels = CreditReference.ordered(run, CreditReference.features());
        return Profiler.profile(CreditReference.customers(), SegmentedRows.all(labels), DEFAULTS, RUN);
    }

    private static boolean holds(CustomerTable table, Rule.Condition condition, int row) {
        Column column = table.column(condition.column()).orElseThrow();
        if (column.isMissing(row)) {
            return condition.orMissing();
        }
        if (column instanceof CategoryColumn category) {
            return condition.values().contains(category.levels().get(category.codes()[row]))
                    == condition.operator().equals("=");
        }
        double value = ((NumericColumn) column).values()[row];
        double[] thresholds = condition.values().stream()
                .mapToDouble(v -> Double.parseDouble(v.replace(",", "")))
                .toArray();
        return switch (condition.operator()) {
            case ">=" -> value >= thresholds[0];
            case "<" -> value < thresholds[0];
            default -> value >= thresholds[0] && value < thresholds[1];
        };
    }

    private static NumericProfile numeric(SegmentProfile segment, String name) {
        return (NumericProfile) column(segment, name);
    }

    private static ColumnProfile column(SegmentProfile segment, String name) {
        return segment.columns().stream()
                .filter(c -> c.column().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
