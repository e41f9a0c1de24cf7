package org.tessera.engine.prep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.pass.PlantedCustomers;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.ColumnPreparation.Numbers;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.prep.ScalingOptions.CategoryScale;
import org.tessera.engine.prep.numbers.ColumnStatistics;
import org.tessera.engine.run.RunContext;

class PreparationTotalsTest {

    private static final RunContext RUN = RunContext.of(1).withThreads(2);
    private static final int ROWS = 4000;

    static List<PreparationOptions> options() {
        PreparationOptions defaults = PreparationOptions.defaults();
        return List.of(
                defaults,
                defaults.withScaling(Scaling.ROBUST)
                        .withNumeric(new NumericOptions(NumericMissing.MEAN, 0, true, Transformation.LOG)),
                defaults.withScaling(
                                new ScalingOptions(Scaling.MIN_MAX, CategoryScale.LIKE_NUMBERS, Map.of("Age", 2.0)))
                        .withNumeric(new NumericOptions(NumericMissing.CONSTANT, -1, true, Transformation.NONE))
                        .withCategory(new CategoryOptions(
                                CategoryMissing.MOST_FREQUENT, Encoding.FREQUENCY, false, 0.01, 50)),
                defaults.withScaling(new ScalingOptions(Scaling.Z_SCORE, CategoryScale.LIKE_NUMBERS, Map.of()))
                        .withNumeric(new NumericOptions(NumericMissing.LEAVE_OUT, 0, false, Transformation.NONE))
                        .withCategory(
                                new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.ORDINAL, true, 0.001, 6)));
    }

    private static Preparation all(Preparation fitted, CustomerTable sample, CustomerTable table) {
        PreparationTotals begun = new PreparationTotals(fitted, sample, RUN);
        PreparationTotals[] parts = {begun.empty(), begun.empty(), begun};
        for (int from = 0, p = 0; from < table.rows(); from += 1000, p++) {
            int[] rows =
                    IntStream.range(from, Math.min(table.rows(), from + 1000)).toArray();
            parts[p % 3].add(CompleteRows.select(table, rows, RUN), fitted, RUN);
        }
        parts[1].add(parts[2]);
        parts[0].add(parts[1]);
        List<String> names = table.columns().stream().map(Column::name).toList();
        return parts[0].preparation(fitted, names, Set.copyOf(names), RUN);
    }

    /** Everything that is exact is that of the preparer, but for the last bits of its sums. */
    @ParameterizedTest
    @MethodSource("options")
    void equals_the_preparer_on_the_same_customers(PreparationOptions options) {
        CustomerTable table = PlantedCustomers.table(ROWS, 2);
        Set<String> names = Set.of("Income");
        Preparation fitted = Preparer.with(options).fit(table, names, RUN);
        Preparation totals = all(fitted, table, table);
        assertEquals(fitted.dropped(), totals.dropped());
        assertEquals(fitted.readings(), totals.readings());
        assertEquals(fitted.sourceColumns(), totals.sourceColumns());
        assertEquals(fitted.trainingRows(), totals.trainingRows());
        for (int c = 0; c < fitted.columns().size(); c++) {
            if (fitted.columns().get(c) instanceof Numbers n) {
                Numbers m = (Numbers) totals.columns().get(c);
                assertEquals(
                        n.fill().orElse(7),
                        m.fill().orElse(7),
                        1e-14 * Math.abs(n.fill().orElse(7)));
                assertEquals(
                        List.of(n.column(), n.missing(), n.integral(), n.min(), n.max(), n.quantity()),
                        List.of(m.column(), m.missing(), m.integral(), m.min(), m.max(), m.quantity()));
            } else {
                Categories n = (Categories) fitted.columns().get(c);
                Categories m = (Categories) totals.columns().get(c);
                assertEquals(n.levels(), m.levels());
                assertArrayEquals(n.shares(), m.shares());
                assertEquals(
                        List.of(n.missing(), n.grouped(), n.other(), n.fill()),
                        List.of(m.missing(), m.grouped(), m.other(), m.fill()));
            }
        }
        assertEquals(fitted.features().size(), totals.features().size());
        for (int f = 0; f < fitted.features().size(); f++) {
            Feature a = fitted.features().get(f);
            Feature b = totals.features().get(f);
            assertEquals(
                    List.of(a.source(), a.kind(), a.level(), a.transformation()),
                    List.of(b.source(), b.kind(), b.level(), b.transformation()));
            double tolerance = 4e-15 * Math.max(Math.abs(a.shift()), a.scale());
            assertEquals(a.shift(), b.shift(), tolerance, a.name());
            assertEquals(a.scale(), b.scale(), tolerance, a.name());
        }
    }

    @Test
    void moments_are_those_of_all_customers_and_quantiles_within_the_stated_ranks() {
        CustomerTable table = PlantedCustomers.table(20_000, 4);
        CustomerTable sample =
                CompleteRows.select(table, IntStream.range(0, 1500).toArray(), RUN);
        PreparationOptions options = PreparationOptions.defaults()
                .withNumeric(new NumericOptions(NumericMissing.MEDIAN, 0, false, Transformation.NONE));
        Preparation fitted = Preparer.with(options).fit(sample, Set.of(), RUN);
        Preparation all = all(fitted, sample, table);
        PreparationTotals totals = new PreparationTotals(fitted, sample, RUN);
        totals.add(table, fitted, RUN);
        for (Feature feature : all.features()) {
            if (feature.kind() != Feature.Kind.NUMBER || feature.source().equals("Since")) {
                continue;
            }
            double[] values = ((NumericColumn) table.column(feature.source()).orElseThrow()).values();
            double fill = ((Numbers) all.columns().get(all.sourceColumns().indexOf(feature.source())))
                    .fill()
                    .orElseThrow();
            double[] filled =
                    Arrays.stream(values).map(v -> Double.isNaN(v) ? fill : v).toArray();
            ColumnStatistics expected = ColumnStatistics.of(filled, RUN);
            assertEquals(expected.mean(), feature.shift(), 2 * Math.ulp(expected.mean()));
            assertEquals(expected.sd(), feature.scale(), 4 * Math.ulp(expected.sd()));
            double[] present =
                    Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
            long below = Arrays.stream(present).filter(v -> v < fill).count();
            long above = Arrays.stream(present).filter(v -> v > fill).count();
            double error = totals.rankErrors().get(feature.source());
            assertTrue(error < 0.01, feature.source() + ": " + error);
            assertTrue(Math.max(below, above) <= (0.5 + error) * present.length + 1, feature.source());
        }
    }

    @Test
    void categories_outside_the_sample_have_exact_shares() {
        int n = 10_000;
        List<String> entries = new ArrayList<>();
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            entries.add(i < 1000 ? "a" + i % 2 : i % 100 == 0 ? "outside" : "a" + i % 3);
            x[i] = i * 31 % 97;
        }
        CustomerTable table =
                new CustomerTable(n, List.of(CategoryColumn.of("c", entries), new NumericColumn("x", x, true)));
        CustomerTable sample =
                CompleteRows.select(table, IntStream.range(0, 1000).toArray(), RUN);
        Preparation fitted = Preparer.with(PreparationOptions.defaults()).fit(sample, Set.of(), RUN);
        Categories all = (Categories) all(fitted, sample, table).columns().get(0);
        assertEquals(List.of("a0", "a1", "a2", "outside"), all.levels());
        assertEquals(90.0 / n, all.shares()[3]);
        assertEquals(1, Arrays.stream(all.shares()).sum(), 1e-15);
    }

    @Test
    void more_categories_than_are_counted_are_free_text_or_other() {
        int n = CategoryTotals.MAX_COUNTED + 3000;
        List<String> entries = new ArrayList<>();
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            entries.add(i < 1000 ? "a" + i % 4 : "t" + i);
            x[i] = i * 31 % 97;
        }
        CustomerTable table =
                new CustomerTable(n, List.of(CategoryColumn.of("c", entries), new NumericColumn("x", x, true)));
        CustomerTable sample =
                CompleteRows.select(table, IntStream.range(0, 1000).toArray(), RUN);
        Preparation fitted = Preparer.with(PreparationOptions.defaults()).fit(sample, Set.of(), RUN);
        Preparation dropped = all(fitted, sample, table);
        assertEquals(
                List.of("'c' looks like names or free text: it has more than 50,000 different values"),
                dropped.droppedInWords());
        PreparationOptions keeping = PreparationOptions.defaults()
                .withColumns(ColumnOptions.defaults().withKeep(Set.of("c")));
        Categories kept = (Categories) all(Preparer.with(keeping).fit(sample, Set.of(), RUN), sample, table)
                .columns()
                .get(0);
        assertEquals(List.of("a0", "a1", "a2", "a3", Categories.OTHER), kept.levels());
        assertEquals((n - 1000) / (double) n, kept.shares()[4]);
    }
}
