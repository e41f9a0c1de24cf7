package org.tessera.charts;

/** Thrown when the machine lacks what a chart needs: the problem and its remedy, each as a separate part. */
public final class ChartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    /**
     * A failure with its cause.
     *
     * @param problem the problem, without a period
     * @param remedy the remedy, in lower case and without a period
     * @param cause the cause
     */
    public ChartException(String problem, String remedy, Throwable cause) {
        super(problem + ": " + remedy + ".", cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** @return the problem, without a period */
    public String problem() {
        return problem;
    }

    /** @return the remedy, in lower case and without a period */
    public String remedy() {
        return remedy;
    }
}
