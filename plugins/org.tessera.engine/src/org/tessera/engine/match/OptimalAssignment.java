package org.tessera.engine.match;

import java.util.Arrays;

/**
 * The assignment of rows to columns, one to one, with the largest total weight, by the Hungarian method in its form with
 * shortest augmenting paths: Kuhn (1955), The Hungarian method for the assignment problem, <a
 * href="https://doi.org/10.1002/nav.3800020109">doi:10.1002/nav.3800020109</a>; Jonker and Volgenant (1987), A shortest
 * augmenting path algorithm for dense and sparse linear assignment problems, <a
 * href="https://doi.org/10.1007/BF02278710">doi:10.1007/BF02278710</a>. Deterministic.
 */
public final class OptimalAssignment {

    /** No column: the row weighs 0 with every free column, or there are more rows than columns. */
    public static final int NONE = -1;

    private final double[][] cost;
    private final int size;
    private final double[] rowPotential;
    private final double[] columnPotential;
    private final int[] rowOf;

    private OptimalAssignment(double[][] cost, int size) {
        this.cost = cost;
        this.size = size;
        rowPotential = new double[size];
        columnPotential = new double[size];
        rowOf = new int[size];
        Arrays.fill(rowOf, NONE);
    }

    /**
     * Assigns rows to columns. O(m³) for m, the larger number of rows and columns.
     *
     * @param weights r x c weights, at least 0; 0 where a row and a column have nothing in common
     * @return per row its column, or {@link #NONE}
     * @throws IllegalArgumentException if a weight is negative or not finite
     */
    public static int[] ofLargestWeight(double[][] weights) {
        int rows = weights.length;
        int columns = rows == 0 ? 0 : weights[0].length;
        int size = Math.max(rows, columns);
        double[][] cost = new double[size][size];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (!(weights[i][j] >= 0) || weights[i][j] == Double.POSITIVE_INFINITY) {
                    throw new IllegalArgumentException("Weight " + weights[i][j] + " of row " + i + " and column " + j
                            + ": it must be finite and at least 0");
                }
                cost[i][j] = -weights[i][j];
            }
        }
        OptimalAssignment assignment = new OptimalAssignment(cost, size);
        for (int i = 0; i < size; i++) {
            assignment.augment(i);
        }
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, NONE);
        for (int j = 0; j < columns; j++) {
            int i = assignment.rowOf[j];
            if (i < rows && weights[i][j] > 0) {
                columnOf[i] = j;
            }
        }
        return columnOf;
    }

    /** Gives one more row a column, along the shortest path of reduced costs (Dijkstra). */
    private void augment(int row) {
        double[] distance = new double[size];
        int[] previous = new int[size];
        boolean[] done = new boolean[size];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(previous, NONE);
        int from = row;
        int column = NONE;
        double length = 0;
        while (from != NONE) {
            for (int j = 0; j < size; j++) {
                double path = length + cost[from][j] - rowPotential[from] - columnPotential[j];
                if (!done[j] && path < distance[j]) {
                    distance[j] = path;
                    previous[j] = column;
                }
            }
            column = nearest(distance, done);
            done[column] = true;
            length = distance[column];
            from = rowOf[column];
        }
        adjustPotentials(row, distance, done, length);
        for (int j = column; j != NONE; j = previous[j]) {
            rowOf[j] = previous[j] == NONE ? row : rowOf[previous[j]];
        }
    }

    private void adjustPotentials(int row, double[] distance, boolean[] done, double length) {
        rowPotential[row] += length;
        for (int j = 0; j < size; j++) {
            if (done[j]) {
                double change = length - distance[j];
                columnPotential[j] -= change;
                if (rowOf[j] != NONE) {
                    rowPotential[rowOf[j]] += change;
                }
            }
        }
    }

    private static int nearest(double[] distance, boolean[] done) {
        int nearest = NONE;
        for (int j = 0; j < distance.length; j++) {
            if (!done[j] && (nearest == NONE || distance[j] < distance[nearest])) {
                nearest = j;
            }
        }
        return nearest;
    }
}
