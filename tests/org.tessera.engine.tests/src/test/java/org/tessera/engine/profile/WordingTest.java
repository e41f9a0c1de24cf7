package org.tessera.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.data.Quantity;

class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "Age, NUMBER, AMOUNT",
        "Wage, NUMBER, AMOUNT",
        "Seniority, NUMBER, AMOUNT",
        "TenureDays, NUMBER, AMOUNT",
        "Orders, NUMBER, COUNT",
        "number_of_items, NUMBER, COUNT",
        "NumberOfDaysSinceOrder, NUMBER, AMOUNT",
        "AvgOrders, NUMBER, AMOUNT",
        "OrdersPerYear, NUMBER, AMOUNT",
        "RecencyDays, NUMBER, AMOUNT",
        "Orders, DURATION, DURATION",
        "Orders, DATE, POINT_IN_TIME",
        "Orders, TIME, POINT_IN_TIME",
    })
    void adjective_follows_the_quantity_and_the_word_of_a_count(String column, Quantity quantity, Wording expected) {
        assertEquals(expected, Wording.of(column, quantity));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Age|NUMBER|higher Age (2 vs 1)|lower Age (2 vs 1)",
                "Time|DURATION|longer Time (2 vs 1)|shorter Time (2 vs 1)",
                "Since|DATE|later Since (2 vs 1)|earlier Since (2 vs 1)",
                "Orders|NUMBER|more Orders (2 vs 1)|fewer Orders (2 vs 1)",
            })
    void phrase_fits_the_adjective(String column, Quantity quantity, String more, String less) {
        assertEquals(more, Wording.of(column, quantity).phrase(true, column, "2 vs 1"));
        assertEquals(less, Wording.of(column, quantity).phrase(false, column, "2 vs 1"));
    }
}
