package org.tessera.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A failure keeps its parts and joins them in one sentence. */
class SegmentationExceptionTest {

    @Test
    void parts_are_kept_and_the_message_joins_them() {
        SegmentationException e = new SegmentationException(
                "None of the 2 columns can tell customers apart",
                List.of("'x' has one value only", "'y' has no value at all"),
                "choose other columns",
                "fill missing values");
        assertEquals("None of the 2 columns can tell customers apart", e.problem());
        assertEquals(List.of("'x' has one value only", "'y' has no value at all"), e.details());
        assertEquals(List.of("choose other columns", "fill missing values"), e.remedies());
        assertEquals(
                "None of the 2 columns can tell customers apart ('x' has one value only; 'y' has no value at all):"
                        + " choose other columns, or fill missing values.",
                e.getMessage());
    }

    @Test
    void the_sentence_fits_the_number_of_remedies() {
        assertEquals("k = 5.", new SegmentationException("k = 5").getMessage());
        assertEquals("k = 5: lower k.", new SegmentationException("k = 5", "lower k").getMessage());
        assertEquals(
                "k = 5: lower k, add rows, or fill cells.",
                new SegmentationException("k = 5", "lower k", "add rows", "fill cells").getMessage());
    }

    @Test
    void a_failure_has_its_cause() {
        ArithmeticException cause = new ArithmeticException("overflow");
        SegmentationException e = new SegmentationException("Weka failed", cause, "set the implementation to Tessera");
        assertSame(cause, e.getCause());
        assertEquals("Weka failed: set the implementation to Tessera.", e.getMessage());
    }
}
