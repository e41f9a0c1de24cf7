package org.tessera.engine.run;

/**
 * What a computation may take.
 *
 * @param bytes memory that it may use beside what is in use already, at least 0
 * @param seconds above which its user is told beforehand how long it takes, more than 0
 */
public record Budget(double bytes, double seconds) {

    /** Ten minutes: above, a user wants to know before. */
    public static final double SECONDS = 600;

    /** Checks the bounds. */
    public Budget {
        if (!(bytes >= 0)) {
            throw new IllegalArgumentException("A budget of " + bytes + " bytes, but it can't be less than 0");
        }
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("A budget of " + seconds + " seconds, but it has to be more than 0");
        }
    }
}
