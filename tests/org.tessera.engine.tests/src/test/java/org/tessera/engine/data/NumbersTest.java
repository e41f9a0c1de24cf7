package org.tessera.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void counts_have_thousands_separators() {
        assertEquals("4,372", Numbers.count(4372));
        assertEquals("0", Numbers.count(0));
    }

    @Test
    void percentages_have_two_digits_or_one_decimal() {
        assertEquals("31.7 %", Numbers.percent(0.3170));
        assertEquals("2 %", Numbers.percent(0.02));
        assertEquals("0.023 %", Numbers.percent(1 / 4372.0));
        assertEquals("0 %", Numbers.percent(0));
        assertEquals("100 %", Numbers.percent(1));
        assertEquals("99.99 %", Numbers.percent(0.99999));
        assertEquals("unknown", Numbers.percent(Double.NaN));
    }

    @Test
    void rough_percentages_keep_all_and_none_apart() {
        assertEquals("91 %", Numbers.roughPercent(0.9149));
        assertEquals("under 1 %", Numbers.roughPercent(0.0001));
        assertEquals("over 99 %", Numbers.roughPercent(0.9999));
        assertEquals("0 %", Numbers.roughPercent(0));
        assertEquals("100 %", Numbers.roughPercent(1));
    }

    @Test
    void values_keep_their_whole_part() {
        assertEquals("0.214", Numbers.value(0.2137, 3));
        assertEquals("12.3", Numbers.value(12.34, 3));
        assertEquals("1,234", Numbers.value(1234.4, 3));
        assertEquals("-0.05", Numbers.value(-0.05, 3));
        assertEquals("1.00e-09", Numbers.value(1e-9, 3));
        assertEquals("unknown", Numbers.value(Double.NaN, 3));
        assertEquals("infinite", Numbers.value(Double.POSITIVE_INFINITY, 3));
    }
}
