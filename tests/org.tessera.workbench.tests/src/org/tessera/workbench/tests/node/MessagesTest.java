package org.tessera.workbench.tests.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.message.Message;
import org.knime.core.node.message.MessageBuilder;
import org.knime.core.node.workflow.NodeMessage;

/** Messages have a summary, at most one issue and resolutions. */
class MessagesTest {
    @Test
    void the_first_issue_is_kept_and_all_are_counted() {
        MessageBuilder builder = Message.builder()
                .withSummary("381 values are missing")
                .addTextIssue("Income, row 4")
                .addRowIssue(0, 2, 17, "Income, row 17")
                .addResolutions("impute", "drop");
        Message message = builder.build().orElseThrow();
        assertEquals(2, builder.getIssueCount());
        assertEquals(Optional.of("Income, row 4"), builder.getFirstIssue());
        assertEquals("381 values are missing\nIncome, row 4", message.toLogPrintable());
        assertEquals(List.of("impute", "drop"), message.getResolutions());
        assertEquals(
                "ERROR: 381 values are missing\nIncome, row 4\n- impute\n- drop",
                message.toNodeMessage(NodeMessage.Type.ERROR).toStringWithDetails());
    }

    @Test
    void without_a_summary_there_is_no_message() {
        assertEquals(Optional.empty(), Message.builder().addTextIssue("lost").build());
        assertThrows(IllegalArgumentException.class, () -> Message.fromSummary(null));
        assertThrows(IllegalArgumentException.class, () -> Message.fromRowIssue("s", 0, -1, 0, "d"));
    }

    @Test
    void a_message_is_stored_and_read_back() throws Exception {
        NodeSettings settings = new NodeSettings("message");
        Message message = Message.fromRowIssue("bad value", 1, 7, 3, "negative")
                .modify()
                .addResolutions("take the absolute value")
                .build()
                .orElseThrow();
        message.saveTo(settings);
        assertEquals(Optional.of(message), Message.load(settings));
        assertFalse(Message.load(new NodeSettings("empty")).isPresent());
    }

    @Test
    void exceptions_carry_their_message() {
        Message message = Message.fromSummary("k is too large");
        KNIMEException e = message.toKNIMEException(new ArithmeticException("cause"));
        assertSame(message, e.getKNIMEMessage());
        assertEquals("k is too large", e.getMessage());
        assertSame(e, e.toUnchecked().getCause());
        assertEquals("k is too large", message.toInvalidSettingsException().getMessage());
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
