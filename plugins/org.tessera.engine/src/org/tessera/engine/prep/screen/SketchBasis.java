package org.tessera.engine.prep.screen;

import java.util.ArrayList;
import java.util.List;

/**
 * An orthonormal basis of columns, built one by one by classical Gram-Schmidt with reorthogonalization (QR factorization),
 * and the regression of one more column on the columns of the basis.
 */
final class SketchBasis {

    private final List<double[]> directions = new ArrayList<>();
    private final List<double[]> factors = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();
    private double[] residual;
    private double[] products;

    /** Projects a column on the basis; the residual's norm as a share of the column's. O(k r) for r directions. */
    double project(double[] column) {
        residual = column.clone();
        products = new double[directions.size()];
        for (int pass = 0; pass < 2; pass++) {
            for (int b = 0; b < products.length; b++) {
                double[] q = directions.get(b);
                double product = product(q, residual);
                products[b] += product;
                for (int i = 0; i < q.length; i++) {
                    residual[i] -= product * q[i];
                }
            }
        }
        return Math.sqrt(product(residual, residual) / product(column, column));
    }

    /** Adds the column of the last projection, by its index. */
    void add(int column) {
        double norm = Math.sqrt(product(residual, residual));
        double[] direction = new double[residual.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = residual[i] / norm;
        }
        double[] factor = new double[products.length + 1];
        System.arraycopy(products, 0, factor, 0, products.length);
        factor[products.length] = norm;
        directions.add(direction);
        factors.add(factor);
        columns.add(column);
    }

    /** The index of the column that gave a direction. */
    int column(int direction) {
        return columns.get(direction);
    }

    /** The weights of the basis' columns in the last projected one, by back substitution. O(r²). */
    double[] weights() {
        double[] weights = products.clone();
        for (int b = weights.length - 1; b >= 0; b--) {
            double[] factor = factors.get(b);
            weights[b] /= factor[b];
            for (int a = 0; a < b; a++) {
                weights[a] -= factor[a] * weights[b];
            }
        }
        return weights;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
