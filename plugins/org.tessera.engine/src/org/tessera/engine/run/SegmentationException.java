package org.tessera.engine.run;

import java.util.List;

/**
 * The data cannot support what was asked: what is wrong, what belongs to it in detail, and what can be done, each as a
 * part of its own. {@link #getMessage()} tells all of it in one sentence. The parts have neither a capital where the
 * sentence needs none nor a full stop, so that they can stand in that sentence and alone.
 */
public final class SegmentationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final List<String> details;
    private final List<String> remedies;

    /**
     * A failure.
     *
     * @param problem what is wrong, such as "k = 5, but only 2 rows can be clustered": names the column, row or value and
     *     the limit, and is understood without the remedies
     * @param remedies what can be done, any of which helps, such as "lower k to 2 or less"
     */
    public SegmentationException(String problem, String... remedies) {
        this(problem, List.of(), remedies);
    }

    /**
     * With what would make the problem too long.
     *
     * @param problem what is wrong, understood without details and remedies
     * @param details one part per column, row or value
     * @param remedies what can be done, any of which helps
     */
    public SegmentationException(String problem, List<String> details, String... remedies) {
        super(sentence(problem, details, List.of(remedies)));
        this.problem = problem;
        this.details = List.copyOf(details);
        this.remedies = List.of(remedies);
    }

    /**
     * With the failure behind it.
     *
     * @param problem what is wrong, understood without the remedies
     * @param cause the failure behind it
     * @param remedies what can be done, any of which helps
     */
    public SegmentationException(String problem, Throwable cause, String... remedies) {
        this(problem, remedies);
        initCause(cause);
    }

    /** @return what is wrong, without a full stop */
    public String problem() {
        return problem;
    }

    /** @return what belongs to the problem, one part per column, row or value; mostly empty */
    public List<String> details() {
        return details;
    }

    /** @return what can be done, without capitals and full stops; any of them helps */
    public List<String> remedies() {
        return remedies;
    }

    private static String sentence(String problem, List<String> details, List<String> remedies) {
        String what = details.isEmpty() ? problem : problem + " (" + String.join("; ", details) + ")";
        return what + (remedies.isEmpty() ? "" : ": " + alternatives(remedies)) + ".";
    }

    /** Such as "a", "a, or b" and "a, b, or c". */
    private static String alternatives(List<String> remedies) {
        int last = remedies.size() - 1;
        return last == 0
                ? remedies.get(0)
                : String.join(", ", remedies.subList(0, last)) + ", or " + remedies.get(last);
    }
}
