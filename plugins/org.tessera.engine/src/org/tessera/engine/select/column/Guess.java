package org.tessera.engine.select.column;

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

    /**
     * Adjusted Rand index of the guess (Hubert and Arabie 1985, doi:10.1007/BF01908075): 1 if every segment is guessed, 0 if
     * all rows are guessed to be in the same segment.
     */
    double adjustedRand() {
        double together = 0;
        double guessed = 0;
        long[] sizes = new long[segments];
        for (long[] row : table) {
            long size = 0;
            for (int s = 0; s < segments; s++) {
                together += pairs(row[s]);
                sizes[s] += row[s];
                size += row[s];
            }
            guessed += pairs(size);
        }
        double actual = 0;
        long rows = 0;
        for (long size : sizes) {
            actual += pairs(size);
            rows += size;
        }
        double chance = rows < 2 ? 0 : guessed * (actual / pairs(rows));
        double maximum = (guessed + actual) / 2;
        return maximum <= chance ? 0 : (together - chance) / (maximum - chance);
    }

    private static double pairs(long rows) {
        return rows * (rows - 1.0) / 2;
    }
}
