package org.tessera.engine.select.column;

import org.tessera.engine.metric.Agreement;

/** Guessed segments against those there are, and how well they agree. */
final class Guess {

    private final long[][] table;
    private final int segments;

    Guess(int segments) {
        this.segments = segments;
        this.table = new long[segments][segments];
    }

    /** Adds rows with the same guess, by the segments they are in. */
    void add(int guessed, int[] rows) {
        for (int s = 0; s < segments; s++) {
            table[guessed][s] += rows[s];
        }
    }

    /** Share of the rows whose segment is guessed right. */
    double told() {
        long right = 0;
        long all = 0;
        for (int g = 0; g < segments; g++) {
            right += table[g][g];
            for (long rows : table[g]) {
                all += rows;
            }
        }
        return all == 0 ? 0 : (double) right / all;
    }

    /** Adjusted Rand index of the guess: 1 if every segment is guessed, 0 if all rows are guessed to be in the same segment. */
    double adjustedRand() {
        return Agreement.adjustedRand(table);
    }
}
