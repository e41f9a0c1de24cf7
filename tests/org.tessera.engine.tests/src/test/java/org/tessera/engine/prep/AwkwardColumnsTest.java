package org.tessera.engine.prep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/** Edge cases of columns and names, each with a defined result. */
class AwkwardColumnsTest {

    private static final RunContext RUN = RunContext.of(1).withThreads(2);
    private static final PreparationOptions RAW = PreparationOptions.defaults()
            .withScaling(Scaling.NONE)
            .withColumns(ColumnOptions.defaults().withClusterUnknown(true));

    private static CustomerTable table(Column... columns) {
        return new CustomerTable(columns[0].size(), List.of(columns));
    }

    private static NumericColumn numbers(String name, double... values) {
        return new NumericColumn(name, values, false);
    }

    private static CategoryColumn categories(String name, String... entries) {
        return CategoryColumn.of(name, Arrays.asList(entries));
    }

    private static Preparation fit(PreparationOptions options, Column... columns) {
        return Preparer.with(options).fit(table(columns), Set.of(), RUN);
    }

    private static double[] first(Preparation preparation, Column... columns) {
        Matrix x = preparation.apply(table(columns), RUN).features();
        return IntStream.range(0, x.rows()).mapToDouble(i -> x.at(i, 0)).toArray();
    }

    private static CategoryOptions coded(Encoding encoding) {
        return new CategoryOptions(CategoryMissing.OWN_CATEGORY, encoding, false, 0, 50)
                .withCodeColumns(Set.of("shop"));
    }

    @Test
    void numbers_chosen_as_categories_become_levels_in_the_order_of_their_size() {
        NumericColumn shops = numbers("shop", 10, 9, -0.0, 2.5, 0, Double.NaN);
        Preparation preparation =
                fit(RAW.withCategory(coded(Encoding.ONE_HOT)), shops, numbers("sum", 1, 2, 3, 4, 5, 6));
        assertEquals(
                List.of("sum", "shop=0", "shop=2.5", "shop=9", "shop=10", "shop=(missing)").stream()
                        .map(name -> name + " (prepared)")
                        .toList(),
                preparation.featureNames());
        PreparedRows later = preparation.apply(table(numbers("shop", 9, 11), numbers("sum", 1, 2)), RUN);
        assertArrayEquals(new double[] {1, 0, 0, 1, 0, 0}, later.features().row(0));
        assertArrayEquals(new double[] {2, 0, 0, 0, 0, 0}, later.features().row(1));
        assertEquals(List.of("11"), later.novelties().unseen().get(0).categories());
        Preparation ranks = fit(RAW.withCategory(coded(Encoding.ORDINAL)), shops);
        assertArrayEquals(new double[] {3, 2, 0, 1, 0, 4}, first(ranks, shops));
        assertArrayEquals(new double[] {3, -1}, first(ranks, categories("shop", "10", "ten")));
    }

    @Test
    void numbers_that_doubles_cannot_tell_apart_are_refused_as_categories() {
        SegmentationException e = assertThrows(
                SegmentationException.class,
                () -> fit(RAW.withCategory(coded(Encoding.ONE_HOT)), numbers("shop", 1, 0x1p53, 0x1p53 + 2)));
        assertEquals(
                "Column 'shop' holds 9.007199254740994E15 in row 3, but beyond 9,007,199,254,740,992 numbers can't be"
                        + " told apart as categories: convert the column to texts where it is read.",
                e.getMessage());
    }

    @Test
    void one_number_and_a_constant_for_the_missing_ones_are_a_feature() {
        NumericColumn bought = numbers("bought", 1, Double.NaN, 1);
        PreparationOptions zero = RAW.withNumeric(new NumericOptions(NumericMissing.CONSTANT, 0, false, false));
        assertArrayEquals(new double[] {1, 0, 1}, first(fit(zero, bought), bought));
        PreparationOptions one = RAW.withNumeric(new NumericOptions(NumericMissing.CONSTANT, 1, false, false));
        assertThrows(SegmentationException.class, () -> fit(one, bought));
        assertThrows(SegmentationException.class, () -> fit(RAW, bought));
    }

    @Test
    void categories_called_missing_and_other_are_those_of_tessera() {
        CategoryColumn called = categories("c", "(missing)", "a", "a", "b");
        CategoryOptions own = new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.ORDINAL, false, 0, 50);
        Preparation preparation = fit(RAW.withCategory(own), called);
        assertArrayEquals(new double[] {0, 2}, first(preparation, categories("c", null, "b")));
        CategoryColumn both = categories("c", "(missing)", null, "a", "a", "a", "b", "b", "(other)", "d", "e");
        Preparation limited = fit(
                RAW.withCategory(
                        new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.FREQUENCY, false, 0.15, 50)),
                both);
        assertArrayEquals(new double[] {0.2, 0.2, 0.3, 0.3, 0.3, 0.2, 0.2, 0.3, 0.3, 0.3}, first(limited, both));
    }

    @Test
    void unseen_categories_belong_to_the_other_ones_where_there_are_some() {
        CategoryColumn column = categories("c", "a", "a", "b", "c");
        Preparation preparation = fit(
                RAW.withCategory(new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.ONE_HOT, false, 0.3, 50)),
                column);
        assertEquals(List.of("c=a (prepared)", "c=(other) (prepared)"), preparation.featureNames());
        Matrix x =
                preparation.apply(table(categories("c", "z", "a", null)), RUN).features();
        assertArrayEquals(new double[] {0, 1, 1, 0, 0, 0}, x.values());
    }

    @Test
    void names_that_clash_get_numbers_and_blanks_and_case_tell_names_apart() {
        Preparation preparation = Preparer.with(RAW)
                .fit(
                        table(
                                numbers("x", 1, 2, 3),
                                numbers("X", 1, 3, 2),
                                categories("a=b", "c", "d", "d"),
                                categories("a", "b=c", "", " "),
                                categories("x ", "b", "B", "b ")),
                        Set.of("x (prepared)", "x (prepared) (#1)"),
                        RUN);
        assertEquals(
                List.of(
                        "x (prepared) (#2)",
                        "X (prepared)",
                        "a=b=c (prepared)",
                        "a=b=d (prepared)",
                        "a= (prepared)",
                        "a=  (prepared)",
                        "a=b=c (prepared) (#1)",
                        "x =B (prepared)",
                        "x =b (prepared)",
                        "x =b  (prepared)"),
                preparation.featureNames());
    }

    @Test
    void what_scaling_would_make_infinite_is_refused_with_the_column() {
        NumericColumn outlier = numbers("x", 1e-20, 2e-20, 3e-20, 4e-20, 1e140);
        SegmentationException e = assertThrows(
                SegmentationException.class,
                () -> fit(PreparationOptions.defaults().withScaling(Scaling.ROBUST), outlier));
        assertEquals(
                "Column 'x' spans from 1.0E-20 to 1.0E140, too wide to be scaled: divide it by a suitable unit first,"
                        + " or turn outliers into missing values.",
                e.getMessage());
        double max = Double.MAX_VALUE;
        for (Scaling scaling : List.of(Scaling.Z_SCORE, Scaling.MIN_MAX, Scaling.ROBUST)) {
            assertThrows(
                    SegmentationException.class,
                    () -> fit(PreparationOptions.defaults().withScaling(scaling), numbers("x", -max, max, max)));
        }
        double[] z = first(fit(PreparationOptions.defaults(), outlier), outlier);
        assertArrayEquals(new double[] {-0.5, -0.5, -0.5, -0.5, 2}, z, 1e-15);
    }

    @Tag("slow")
    @Test
    void ten_thousand_categories_are_learned_and_written_in_seconds() {
        int n = 30_000;
        int levels = CategoryOptions.MAX_LEVELS;
        List<String> entries = new ArrayList<>();
        IntStream.range(0, n).forEach(i -> entries.add("postcode " + i % levels));
        CategoryColumn column = CategoryColumn.of("postcode", entries);
        CategoryOptions all = new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.ONE_HOT, false, 0, levels);
        assertTimeout(Duration.ofSeconds(20), () -> {
            Preparation preparation = fit(
                    PreparationOptions.defaults().withCategory(all).withColumns(ColumnOptions.everything()), column);
            assertEquals(levels, preparation.features().size());
            CategoryColumn some = CategoryColumn.of("postcode", entries.subList(500, 1500));
            Matrix x = preparation.apply(table(some), RUN).features();
            double share = 1.0 / levels;
            double sd = Math.sqrt(share * (1 - share));
            double none = -share / sd;
            double hit = (1 - share) / sd;
            for (int i = 0; i < 1000; i++) {
                double[] row = x.row(i);
                int at = preparation.featureNames().indexOf("postcode=postcode " + (500 + i) + " (z)");
                assertEquals(hit, row[at], 1e-12 * hit);
                assertEquals(none * (levels - 1), Arrays.stream(row).sum() - row[at], 1e-9 * hit);
            }
        });
        CategoryOptions fewer = new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.ONE_HOT, false, 0, 100);
        Preparation limited =
                fit(PreparationOptions.defaults().withCategory(fewer).withColumns(ColumnOptions.everything()), column);
        assertEquals(100, limited.features().size());
        assertTrue(limited.featureNames().contains("postcode=(other) (z)"));
    }
}
