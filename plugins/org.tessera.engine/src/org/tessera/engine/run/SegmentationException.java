package org.tessera.engine.run;

import java.util.List;

/**
 * Thrown when the data cannot support the options: the problem, its details and the remedies, each as a separate part.
 * {@link #getMessage()} joins them in one sentence. The parts end without a period and remedies start in lower case, so
 * that they fit into that sentence and can be shown alone.
 */
public final class SegmentationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final List<String> details;
    private final List<String> remedies;

    /**
     * A failure without details.
     *
     * @param problem the problem, such as "k = 5, but only 2 rows can be clustered": names the column, row or value and
     *     the limit, and is understandable without the remedies
     * @param remedies alternative remedies, such as "lower k to 2 or less"
     */
    public SegmentationException(String problem, String... remedies) {
        this(problem, List.of(), remedies);
    }

    /**
     * A failure with details.
     *
     * @param problem the problem, understandable without details and remedies
     * @param details one part per column, row or value
     * @param remedies alternative remedies
     */
    public SegmentationException(String problem, List<String> details, String... remedies) {
        super(sentence(problem, details, List.of(remedies)));
        this.problem = problem;
        this.details = List.copyOf(details);
        this.remedies = List.of(remedies);
    }

    /**
     * A failure with a cause.
     *
     * @param problem the problem, understandable without the remedies
     * @param cause the cause
     * @param remedies alternative remedies
     */
    public SegmentationException(String problem, Throwable cause, String... remedies) {
        this(problem, remedies);
        initCause(cause);
    }

    /** @return the problem, without a period */
    public String problem() {
        return problem;
    }

    /** @return the details of the problem, one per column, row or value; mostly empty */
    public List<String> details() {
        return details;
    }

    /** @return alternative remedies, in lower case and without a period */
    public List<String> remedies() {
        return remedies;
    }

    private static String sentence(String problem, List<String> details, List<String> remedies) {
        String what = details.isEmpty() ? problem : problem + " (" + String.join("; ", details) + ")";
        return what + (remedies.isEmpty() ? "" : ": " + alternatives(remedies)) + ".";
    }

    /** Joins alternatives: "a", "a, or b", "a, b, or c". */
    private static String alternatives(List<String> remedies) {
        int last = remedies.size() - 1;
        return last == 0
                ? remedies.get(0)
                : String.join(", ", remedies.subList(0, last)) + ", or " + remedies.get(last);
    }
}
