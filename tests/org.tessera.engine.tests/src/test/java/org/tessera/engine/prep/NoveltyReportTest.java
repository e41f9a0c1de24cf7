package org.tessera.engine.prep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.run.RunContext;

class NoveltyReportTest {

    private static final RunContext RUN = RunContext.of(1);

    private static CustomerTable table(Column... columns) {
        return new CustomerTable(columns[0].size(), List.of(columns));
    }

    private static NumericColumn age(double... values) {
        return new NumericColumn("Age", values, true);
    }

    private static CategoryColumn job(String... entries) {
        return CategoryColumn.of("Job", Arrays.asList(entries));
    }

    private static Preparation preparation(PreparationOptions options) {
        return Preparer.with(options)
                .fit(table(age(20, 30, Double.NaN, 40, 25), job("a", "b", "a", "c", "d")), Set.of(), RUN);
    }

    @Test
    void numbers_beyond_those_of_training_are_found() {
        NoveltyReport novelties = preparation(PreparationOptions.defaults())
                .apply(table(age(20, 40, 19, 41.5, Double.NaN), job("a", "a", "a", "a", "b")), RUN)
                .novelties();
        NoveltyReport.OutOfRange age = novelties.outOfRange().get(0);
        assertEquals("Age", age.column().name());
        assertEquals(2, age.rows());
        assertEquals(List.of(2, 3), rows(age::at));
        assertEquals(20, age.min());
        assertEquals(40, age.max());
        assertEquals(19, age.lowest());
        assertEquals(41.5, age.highest());
        assertTrue(novelties.unseen().isEmpty());
    }

    private static List<Integer> rows(IntPredicate at) {
        return IntStream.range(0, 5).filter(at).boxed().toList();
    }

    @Test
    void categories_that_training_did_not_have_are_found_the_most_frequent_first() {
        NoveltyReport novelties = preparation(PreparationOptions.defaults())
                .apply(table(age(20, 40, 20, 40, 20), job("x", "y", "y", "a", null)), RUN)
                .novelties();
        NoveltyReport.Unseen job = novelties.unseen().get(0);
        assertEquals(List.of("y", "(missing)", "x"), job.categories());
        assertEquals(4, job.rows());
        assertEquals(List.of(0, 1, 2, 4), rows(job::at));
        assertTrue(novelties.outOfRange().isEmpty());
    }

    @Test
    void rows_of_which_nothing_is_known_hold_nothing_new() {
        NoveltyReport novelties = preparation(PreparationOptions.defaults())
                .apply(table(age(20, 40, Double.NaN, Double.NaN, 20), job("a", null, null, "NA", "b")), RUN)
                .novelties();
        assertEquals(1, novelties.unseen().get(0).rows());
        assertEquals(List.of("(missing)"), novelties.unseen().get(0).categories());
        assertEquals(List.of(1), rows(novelties::hasUnseen));
    }

    @Test
    void rare_categories_and_missing_ones_that_training_replaced_are_not_new() {
        CategoryOptions rare = new CategoryOptions(CategoryMissing.MOST_FREQUENT, Encoding.ONE_HOT, false, 0.3, 50);
        Preparation preparation = preparation(PreparationOptions.defaults().withCategory(rare));
        PreparedRows rows = preparation.apply(table(age(20, 40), job("d", null)), RUN);
        assertTrue(rows.novelties().unseen().isEmpty());
        PreparedRows unseen = preparation.apply(table(age(20, 40), job("d", "new")), RUN);
        NoveltyReport.Unseen job = unseen.novelties().unseen().get(0);
        assertFalse(job.at(0));
        assertTrue(job.at(1));
        assertEquals(unseen.features().at(0, 2), unseen.features().at(1, 2));
    }

    @Test
    void training_customers_have_nothing_new() {
        NoveltyReport novelties = preparation(PreparationOptions.defaults())
                .apply(table(age(20, 30, Double.NaN, 40, 25), job("a", "b", "a", "c", "d")), RUN)
                .novelties();
        assertEquals(NoveltyReport.NONE, novelties);
    }
}
