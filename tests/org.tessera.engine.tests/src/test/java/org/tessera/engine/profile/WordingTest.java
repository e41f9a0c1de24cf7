package org.tessera.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "Age, AGE",
        "customer_age, AGE",
        "Wage, AMOUNT",
        "Seniority, DURATION",
        "TenureDays, DURATION",
        "Orders, COUNT",
        "AvgDaysBetweenOrders, AMOUNT",
        "RecencyDays, AMOUNT",
        "Income, AMOUNT",
    })
    void adjective_follows_the_words_of_the_name(String column, Wording expected) {
        assertEquals(expected, Wording.of(column));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Age|older (Age 2 vs 1)|younger (Age 2 vs 1)",
                "Time|longer Time (2 vs 1)|shorter Time (2 vs 1)",
                "Orders|more Orders (2 vs 1)|fewer Orders (2 vs 1)",
                "Income|higher Income (2 vs 1)|lower Income (2 vs 1)",
            })
    void phrase_fits_the_adjective(String column, String more, String less) {
        assertEquals(more, Wording.of(column).phrase(true, column, "2 vs 1"));
        assertEquals(less, Wording.of(column).phrase(false, column, "2 vs 1"));
    }
}
