package org.tessera.knime.kit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.core.node.message.MessageBuilder;
import org.tessera.engine.run.SegmentationException;

/**
 * Failures in the form that KNIME shows: a self-contained summary, details, and resolutions. Every message of a node that
 * is not started or fails is built here.
 */
public final class Failures {

    /** The input that holds the table: the first one. */
    private static final int TABLE = 0;

    /** Maximum number of details shown; the others are counted. */
    private static final int MAX_DETAILS = 20;

    private Failures() {}

    /**
     * The refusal of settings or of a table's columns. KNIME shows it as a warning at a node that does not start.
     *
     * @param problem the problem, as in {@link SegmentationException}
     * @param remedies the remedies, each sufficient on its own
     * @return an exception for configure; from execute it goes through {@link #of(InvalidSettingsException)}
     */
    public static InvalidSettingsException refusal(String problem, String... remedies) {
        SegmentationException parts = new SegmentationException(problem, remedies);
        return message(parts).build().orElseThrow().toInvalidSettingsException(parts);
    }

    /**
     * A refusal that is detected during execution.
     *
     * @param e the refusal
     * @return the same parts
     */
    public static KNIMEException of(InvalidSettingsException e) {
        return e.getCause() instanceof SegmentationException parts
                ? of(parts)
                : Message.fromSummary(e.getMessage()).toKNIMEException(e);
    }

    /**
     * A failure of the engine.
     *
     * @param e the failure
     * @return its parts
     */
    public static KNIMEException of(SegmentationException e) {
        return of(e, List.of());
    }

    /**
     * A failure of the engine, with what the node knows about its input.
     *
     * @param e the failure
     * @param known facts that may explain it, one per column, row or value
     * @return its parts, with the known facts as details if it has none
     */
    static KNIMEException of(SegmentationException e, List<String> known) {
        MessageBuilder message = message(e);
        if (e.details().isEmpty() && !known.isEmpty()) {
            message.addTextIssue(lines(known));
        }
        return message.build().orElseThrow().toKNIMEException(e);
    }

    /**
     * An unusable value. KNIME shows the cell among its neighbors, with the reason below.
     *
     * @param e problem and remedies
     * @param column the cell's column in the first input
     * @param row the cell's row, from 0
     * @param reason why the value is unusable
     * @return the failure
     */
    public static KNIMEException ofCell(SegmentationException e, int column, long row, String reason) {
        return message(e)
                .addRowIssue(TABLE, column, row, reason)
                .build()
                .orElseThrow()
                .toKNIMEException(e);
    }

    private static MessageBuilder message(SegmentationException e) {
        MessageBuilder message = Message.builder().withSummary(withStop(e.problem()));
        if (!e.details().isEmpty()) {
            message.addTextIssue(lines(e.details()));
        }
        return message.addResolutions(
                e.remedies().stream().map(Failures::withCapital).toArray(String[]::new));
    }

    private static String lines(List<String> details) {
        String shown = details.stream().limit(MAX_DETAILS).collect(Collectors.joining("\n"));
        return details.size() <= MAX_DETAILS
                ? shown
                : shown + "\nand " + NodeTexts.count(details.size() - MAX_DETAILS, "other");
    }

    private static String withCapital(String part) {
        return withStop(part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }

    private static String withStop(String part) {
        return part.endsWith(".") ? part : part + ".";
    }
}
