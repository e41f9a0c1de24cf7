package org.tessera.charts;

/** A chart could not be drawn: what is missing on the machine, and how to provide it, each as a part of its own. */
public final class ChartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    /**
     * With the failure behind it.
     *
     * @param problem what is wrong, without a full stop
     * @param remedy what to do about it, without a capital and a full stop
     * @param cause the failure behind it
     */
    public ChartException(String problem, String remedy, Throwable cause) {
        super(problem + ": " + remedy + ".", cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** @return what is wrong, without a full stop */
    public String problem() {
        return problem;
    }

    /** @return what to do about it, without a capital and a full stop */
    public String remedy() {
        return remedy;
    }
}
