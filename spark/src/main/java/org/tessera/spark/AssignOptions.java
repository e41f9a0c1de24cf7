package org.tessera.spark;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;

/**
 * What is appended to customers, and how those are treated that are outside the training data. As the options of the Segment
 * Assigner of the same names.
 *
 * @param segmentColumn the name of the segment column, empty for that of the model
 * @param confidence whether the confidence is appended
 * @param runnerUp whether the runner-up is
 * @param why whether reasons are
 * @param unseen categories not seen in training
 * @param outOfRange numbers outside the range of training
 */
record AssignOptions(
        String segmentColumn, boolean confidence, boolean runnerUp, Why why, Unseen unseen, OutOfRange outOfRange)
        implements Serializable {

    /** The arguments of these options. */
    static final Set<String> NAMES =
            Set.of("segment-column", "no-confidence", "no-runner-up", "why", "unseen", "out-of-range");

    /** Reasons of a segment. */
    enum Why {
        NONE,
        SENTENCE,
        CONTRIBUTIONS
    }

    /** Customers with a category not seen in training. */
    enum Unseen {
        ASSIGN,
        LEAVE_MISSING,
        FAIL
    }

    /** Customers with a number outside the range of training. */
    enum OutOfRange {
        FLAG,
        LEAVE_MISSING,
        IGNORE
    }

    /** Options as the node's defaults. */
    static AssignOptions defaults() {
        return new AssignOptions("", true, true, Why.NONE, Unseen.ASSIGN, OutOfRange.FLAG);
    }

    static AssignOptions of(Arguments arguments) throws UsageException {
        Why otherwise = arguments.given("why") ? Why.SENTENCE : Why.NONE;
        return new AssignOptions(
                arguments.text("segment-column").orElse(""),
                !arguments.flag("no-confidence"),
                !arguments.flag("no-runner-up"),
                arguments.choice("why", otherwise),
                arguments.choice("unseen", Unseen.ASSIGN),
                arguments.choice("out-of-range", OutOfRange.FLAG));
    }

    /** The same with reasons. */
    AssignOptions withWhy(Why reasons) {
        return new AssignOptions(segmentColumn, confidence, runnerUp, reasons, unseen, outOfRange);
    }

    /** The name of the segment column. */
    String segmentColumn(String ofModel) {
        return Optional.of(segmentColumn).filter(c -> !c.isEmpty()).orElse(ofModel);
    }
}
