package org.tessera.knime.view.web;

import java.util.Arrays;
import org.tessera.engine.data.Matrix;

/**
 * Scores as whole numbers from 0 to {@value ScatterSummary#STEPS} across the range of each component.
 *
 * @param scores n x components
 * @param ranges smallest and largest score shown per component
 */
record Positions(Matrix scores, double[][] ranges) {

    int components() {
        return ranges.length;
    }

    double score(int row, int component) {
        return scores.at(row, component);
    }

    /** The position of a score, at an end of the range if it lies beyond. */
    int position(double score, int component) {
        double[] range = ranges[component];
        double share = (score - range[0]) / (range[1] - range[0]);
        return (int) Math.round(Math.max(0, Math.min(1, share)) * ScatterSummary.STEPS);
    }

    int at(int row, int component) {
        return position(scores.at(row, component), component);
    }

    int[][] of(int[] rows) {
        int[][] positions = new int[components()][];
        for (int c = 0; c < positions.length; c++) {
            int component = c;
            positions[c] = Arrays.stream(rows).map(row -> at(row, component)).toArray();
        }
        return positions;
    }

    /** The number of rows beyond a range. */
    int farOut(int[] rows) {
        return (int) Arrays.stream(rows).filter(this::isFarOut).count();
    }

    private boolean isFarOut(int row) {
        for (int c = 0; c < components(); c++) {
            if (scores.at(row, c) < ranges[c][0] || scores.at(row, c) > ranges[c][1]) {
                return true;
            }
        }
        return false;
    }
}
