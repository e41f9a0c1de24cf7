package org.tessera.workbench.tests.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.core.node.message.MessageBuilder;
import org.knime.core.node.workflow.NodeMessage;

/** Messages have a summary, at most one issue and resolutions. */
class MessagesTest {
    @Test
    void the_first_issue_and_all_resolutions_are_shown() {
        MessageBuilder builder = Message.builder()
                .withSummary("381 values are missing")
                .addTextIssue("Income, row 4")
                .addTextIssue("Income, row 17")
                .addResolutions("impute", "drop");
        Message message = builder.build().orElseThrow();
        assertEquals(
                "ERROR: 381 values are missing\nIncome, row 4\n- impute\n- drop",
                message.toNodeMessage(NodeMessage.Type.ERROR).toStringWithDetails());
    }

    @Test
    void without_a_summary_there_is_no_message() {
        assertEquals(Optional.empty(), Message.builder().addTextIssue("lost").build());
        assertThrows(IllegalArgumentException.class, () -> Message.fromSummary(null));
    }

    @Test
    void exceptions_carry_their_message() {
        Message message = Message.fromSummary("k is too large");
        KNIMEException e = message.toKNIMEException(new ArithmeticException("cause"));
        assertSame(message, e.getKNIMEMessage());
        assertEquals("k is too large", e.getMessage());
        assertEquals(
                "why",
                new KNIMEException(null, new ArithmeticException("why"))
                        .getKNIMEMessage()
                        .getSummary());
        assertEquals(
                "Execution canceled",
                new CanceledExecutionException().getKNIMEMessage().getSummary());
    }
}
