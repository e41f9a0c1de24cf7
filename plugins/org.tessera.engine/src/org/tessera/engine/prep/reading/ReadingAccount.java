package org.tessera.engine.prep.reading;

import java.util.List;
import java.util.Objects;

/**
 * How many texts of a column were read, and what was not.
 *
 * @param values number of rows with a text that does not stand for a missing value
 * @param read number of rows that read as numbers or dates
 * @param missing texts that stand for a missing value
 * @param unread texts that do not read and do not stand for a missing value
 * @param firstUnread row index of the first of these, -1 without one
 * @param sample one of the texts that read: the longest, of these the first in order; "" without one
 */
public record ReadingAccount(int values, int read, Texts missing, Texts unread, int firstUnread, String sample) {

    /** Largest number of different texts that are kept. */
    public static final int MAX_TEXTS = 5;

    /**
     * Texts and where they stand.
     *
     * @param rows number of rows with one of them
     * @param distinct number of different texts
     * @param examples the most frequent of them, at most {@value ReadingAccount#MAX_TEXTS}
     */
    public record Texts(int rows, int distinct, List<String> examples) {

        /** No texts. */
        public static final Texts NONE = new Texts(0, 0, List.of());

        /** Copies the list. */
        public Texts {
            examples = List.copyOf(examples);
        }
    }

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if they contradict each other
     */
    public ReadingAccount {
        Objects.requireNonNull(sample, "sample");
        if (read < 0 || read > values || unread.rows() != values - read || firstUnread < -1) {
            throw new IllegalArgumentException(read + " of " + values + " texts cannot be read while " + unread.rows()
                    + " are not, the first of them in row " + firstUnread);
        }
    }

    /** The better sample of two texts. */
    static String sample(String one, String other) {
        boolean first = one.length() == other.length() ? one.compareTo(other) <= 0 : one.length() > other.length();
        return first ? one : other;
    }

    /** @return the share of the texts that read, 0 without texts */
    public double share() {
        return values == 0 ? 0 : read / (double) values;
    }
}
