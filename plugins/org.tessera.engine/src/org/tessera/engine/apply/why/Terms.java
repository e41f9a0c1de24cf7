package org.tessera.engine.apply.why;

import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;

/** What every feature of a row contributes to its segment. One instance per thread. */
interface Terms {

    /**
     * Adds up the contributions of a row.
     *
     * @param features d finite features
     * @param segment its segment, or {@link Labels#NOISE}
     * @param runnerUp the runner-up
     * @param into c sums, one per column and one for the term that belongs to none; overwritten
     */
    void of(double[] features, int segment, int runnerUp, double[] into);

    /** Differences of reduced distances to two rows: how much farther away the second one is, by column. */
    final class OfDistances {

        private final Distance distance;
        private final int[] columnOf;
        private final DoubleDouble[] sums;

        OfDistances(Distance distance, int[] columnOf, int columns) {
            this.distance = distance;
            this.columnOf = columnOf;
            sums = new DoubleDouble[columns];
        }

        /** Starts a row. */
        void clear() {
            for (int c = 0; c < sums.length; c++) {
                sums[c] = new DoubleDouble();
            }
        }

        /** Adds the reduced distance of a row to a row of a matrix, or subtracts it. */
        void add(double[] features, Matrix rows, int row, boolean negative) {
            for (int j = 0; j < columnOf.length; j++) {
                DoubleDouble sum = sums[columnOf[j]];
                if (distance == Distance.EUCLIDEAN) {
                    sum.addSquare(features[j], rows.at(row, j), negative);
                } else {
                    sum.addAbsolute(features[j], rows.at(row, j), negative);
                }
            }
        }

        /** Rounds the sums. */
        void copyTo(double[] into) {
            for (int c = 0; c < sums.length; c++) {
                into[c] = sums[c].value();
            }
        }
    }
}
