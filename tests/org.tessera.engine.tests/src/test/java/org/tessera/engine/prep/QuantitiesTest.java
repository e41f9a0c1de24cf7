package org.tessera.engine.prep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/** Dates, times and durations are prepared as numbers, and columns must keep the quantity of training. */
class QuantitiesTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final double[] SKEWED = {1, 1, 1, 2, 2, 3, 5, 20_000};

    private static CustomerTable table(Quantity quantity) {
        return new CustomerTable(SKEWED.length, List.of(new NumericColumn("x", SKEWED, false, quantity)));
    }

    private static Preparation fit(Quantity quantity) {
        PreparationOptions options = PlainZScores.OPTIONS
                .withNumeric(new NumericOptions(NumericMissing.MEDIAN, 0, false, Transformation.LOG))
                .withScaling(Scaling.NONE);
        return Preparer.with(options).fit(table(quantity), Set.of(), RUN);
    }

    @Test
    void points_in_time_have_no_logarithm() {
        for (Quantity quantity : Quantity.values()) {
            Preparation preparation = fit(quantity);
            boolean log = preparation.features().get(0).kind() == Feature.Kind.LOG_NUMBER;
            assertEquals(!quantity.isPointInTime(), log, quantity.name());
            if (!log) {
                assertArrayEquals(
                        SKEWED,
                        preparation.apply(table(quantity), RUN).features().values());
            }
        }
    }

    @Test
    void columns_of_another_quantity_are_refused() {
        for (Quantity then : Quantity.values()) {
            Preparation preparation = fit(then);
            for (Quantity now : Quantity.values()) {
                if (then.isComparableTo(now)) {
                    assertEquals(
                            SKEWED.length,
                            preparation.apply(table(now), RUN).features().rows());
                } else {
                    assertEquals(
                            "Column 'x' held " + then.plural() + " when the preparation was made, but holds "
                                    + now.plural() + " now",
                            assertThrows(SegmentationException.class, () -> preparation.apply(table(now), RUN))
                                    .problem());
                }
            }
        }
    }

    @Test
    void earlier_preparations_take_numbers_and_dates_as_they_did() {
        var column = new ColumnPreparation.Numbers("x", 0, OptionalDouble.empty(), false, 0, 1, Optional.empty());
        Set<Quantity> taken = Set.of(Quantity.NUMBER, Quantity.DATE, Quantity.DATE_TIME);
        for (Quantity quantity : Quantity.values()) {
            assertEquals(taken.contains(quantity), column.accepts(quantity), quantity.name());
        }
    }
}
