package org.tessera.engine.run;

/**
 * What a computation may take.
 *
 * @param bytes memory that it may use beside what is in use already, at least 0
 * @param seconds above which its user is told beforehand how long it takes, more than 0
 */
public record Budget(double bytes, double seconds) {

    /** System property: memory in MB that a computation may use, in place of what Java has free. */
    public static final String MEMORY_PROPERTY = "tessera.memory";

    /** System property: the seconds above which a run counts as long, in place of 600. */
    public static final String SECONDS_PROPERTY = "tessera.seconds";

    /** Ten minutes: above, a user wants to know before. */
    public static final double SECONDS = 600;

    /** The share of the free memory that large arrays may take. */
    private static final double USABLE = 0.95;

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
     * What there is now: the system properties, or Java's free memory and ten minutes.
     *
     * @param needed bytes that are about to be asked for; if they seem too many, garbage is collected before the free
     *     memory is measured, so that a refusal is not owed to garbage
     * @return the budget
     */
    public static Budget current(double needed) {
        double seconds = Long.getLong(SECONDS_PROPERTY, (long) SECONDS);
        Long megabytes = Long.getLong(MEMORY_PROPERTY);
        if (megabytes != null) {
            return new Budget(megabytes * MEGABYTE, seconds);
        }
        if (needed > USABLE * free()) {
            Runtime.getRuntime().gc();
        }
        return new Budget(USABLE * free(), seconds);
    }

    private static double free() {
        Runtime runtime = Runtime.getRuntime();
        return (double) runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }
}
