package org.tessera.workbench.batch;

/** The exit codes of the batch application; the numbers are those of KNIME's batch executor. */
public enum ExitCode {
    /** Every node was executed, or loaded when execution was not asked for. */
    SUCCESS(0),
    /** The command line is wrong or incomplete; nothing was loaded. */
    BAD_ARGUMENTS(2),
    /** The workflow cannot be read, or holds a node or setting that cannot be run. */
    LOAD_ERROR(3),
    /** A node failed, was never executable, or the run was canceled. */
    EXECUTION_FAILED(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /**
     * Returns the number handed to the operating system.
     *
     * @return the process exit code, 0 for success
     */
    public int code() {
        return code;
    }
}
