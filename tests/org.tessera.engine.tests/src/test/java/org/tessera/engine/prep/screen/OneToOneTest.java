package org.tessera.engine.prep.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.run.RunContext;

/** Columns that name the same thing. */
class OneToOneTest {

    private static final int N = 30;

    private static Column texts(String name, IntFunction<String> value) {
        return CategoryColumn.of(name, IntStream.range(0, N).mapToObj(value).toList());
    }

    private static double[] values(IntToDoubleFunction value) {
        return IntStream.range(0, N).mapToDouble(value).toArray();
    }

    private static Map<String, String> find(Column... columns) {
        return OneToOne.find(List.of(columns), Set.of(), RunContext.of(1));
    }

    @Test
    void the_first_of_two_names_stays_and_codes_go() {
        Column code = new NumericColumn("code", values(i -> i % 3 == 0 ? 7 : i % 3), true);
        Column name = texts("name", i -> "region " + i % 3);
        Column abbreviation = texts("short", i -> "r" + i % 3);
        assertEquals(Map.of("code", "name", "short", "name"), find(code, name, abbreviation));
        assertEquals(
                Map.of("code", "short", "name", "short"),
                OneToOne.find(List.of(code, name, abbreviation), Set.of("short"), RunContext.of(1)));
        assertEquals(
                Map.of(),
                OneToOne.find(List.of(code, name), Set.of("code", "name"), RunContext.of(1)),
                "both are to be kept");
    }

    @Test
    void a_city_does_not_replace_its_country_nor_the_reverse() {
        assertEquals(Map.of(), find(texts("city", i -> "c" + i % 6), texts("country", i -> "l" + i % 3)));
    }

    @Test
    void one_exception_and_other_missing_cells_are_no_copy() {
        Column name = texts("name", i -> "region " + i % 3);
        assertEquals(Map.of(), find(name, texts("short", i -> "r" + (i == 7 ? 0 : i % 3))));
        assertEquals(Map.of(), find(name, texts("short", i -> i == 7 ? null : "r" + i % 3)));
        Column holes = texts("holes", i -> i == 7 ? null : "r" + i % 3);
        assertEquals(Map.of("again", "holes"), find(holes, texts("again", i -> i == 7 ? null : "x" + i % 3)));
    }

    @Test
    void numbers_alone_fractions_and_dates_are_no_codes() {
        IntToDoubleFunction three = i -> i % 3;
        Column numbers = new NumericColumn("a", values(three), true);
        assertEquals(Map.of(), find(numbers, new NumericColumn("b", values(i -> Math.pow(i % 3, 3)), true)));
        Column name = texts("name", i -> "region " + i % 3);
        assertEquals(Map.of(), find(name, new NumericColumn("x", values(i -> i % 3 + 0.5), false)));
        assertEquals(Map.of(), find(name, new NumericColumn("x", values(three), true, Quantity.DATE)));
    }

    @Test
    void fewer_than_twenty_rows_may_agree_by_chance() {
        Column a = CategoryColumn.of("a", List.of("x", "y", "x"));
        Column b = CategoryColumn.of("b", List.of("1", "2", "1"));
        assertEquals(Map.of(), find(a, b));
    }
}
