package org.tessera.engine.run;

/**
 * The memory that is available to a computation, and the time above which it counts as long.
 *
 * @param bytes memory that it may allocate, at least 0
 * @param seconds time above which the user is warned before it starts, more than 0
 */
public record Budget(double bytes, double seconds) {

    /** System property: memory in MB that a computation may use, instead of Java's free memory. */
    public static final String MEMORY_PROPERTY = "tessera.memory";

    /** System property: the seconds above which a run counts as long, instead of {@value #SECONDS}. */
    public static final String SECONDS_PROPERTY = "tessera.seconds";

    /** Default of the seconds above which a run counts as long: ten minutes. */
    public static final double SECONDS = 600;

    /** The share of the free memory that large arrays may take. */
    private static final double USABLE_SHARE = 0.95;

    private static final double MEGABYTE = 1 << 20;

    /** Checks the bounds. */
    public Budget {
        if (!(bytes >= 0)) {
            throw new IllegalArgumentException("A budget of " + bytes + " bytes, but it can't be less than 0");
        }
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("A budget of " + seconds + " seconds, but it has to be more than 0");
        }
    }

    /**
     * The present budget: from the system properties, by default Java's free memory and ten minutes.
     *
     * @param needed bytes that are about to be allocated; if they exceed the free memory, garbage is collected before
     *     it is measured again, so that garbage does not lead to a refusal
     * @return the budget
     */
    public static Budget current(double needed) {
        double seconds = Long.getLong(SECONDS_PROPERTY, (long) SECONDS);
        Long megabytes = Long.getLong(MEMORY_PROPERTY);
        if (megabytes != null) {
            return new Budget(megabytes * MEGABYTE, seconds);
        }
        if (needed > USABLE_SHARE * free()) {
            Runtime.getRuntime().gc();
        }
        return new Budget(USABLE_SHARE * free(), seconds);
    }

    private static double free() {
        Runtime runtime = Runtime.getRuntime();
        return (double) runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }
}
