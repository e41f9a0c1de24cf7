package org.tessera.engine.reduce;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Principal component analysis: the directions of largest variance of the rows, which are the eigenvectors of the
 * covariance matrix with the largest eigenvalues. Jolliffe (2002), Principal Component Analysis, <a
 * href="https://doi.org/10.1007/b98835">doi:10.1007/b98835</a>. O(n d² + d³) time, O(d²) memory per block of rows.
 *
 * <p>Components are sorted by decreasing variance and have length 1; the loading of largest absolute value (the first
 * of equals) is positive, so that the result does not depend on the signs of the eigenvectors found. Components
 * without variance (constant columns, n = 1, more dimensions than columns) have loadings, variance, explained share
 * and scores 0. The same bit for bit for any number of threads.
 *
 * @param mean d column means
 * @param components dimensions x d loadings, a component per row
 * @param variances the components' population variances
 * @param explained the components' shares of the total variance, 0 to 1; 0 if there is no variance
 * @param scores n x dimensions coordinates of the rows
 */
public record Pca(double[] mean, Matrix components, double[] variances, double[] explained, Matrix scores) {

    private static final int BLOCK = 2048;
    /** A variance below this share of the total is rounding. */
    private static final double VARIANCE_TOLERANCE = 1e-13;
    /** Loadings whose absolute values differ by less than this share are equal. */
    private static final double LOADING_TOLERANCE = 1e-9;

    /** Nanoseconds per value, per product of two, and per multiplication of the decomposition. */
    private static final double VALUE_NANOSECONDS = 5;

    private static final double PRODUCT_NANOSECONDS = 0.25;
    private static final double DECOMPOSITION_NANOSECONDS = 2;

    /** Checks that nothing is null. */
    public Pca {
        Objects.requireNonNull(mean, "mean");
        Objects.requireNonNull(components, "components");
        Objects.requireNonNull(variances, "variances");
        Objects.requireNonNull(explained, "explained");
        Objects.requireNonNull(scores, "scores");
    }

    /**
     * Estimates time and memory of {@link #fit}.
     *
     * @param size the size of the matrix
     * @return time, memory (d² values per block of rows and for the decomposition), and what would take less
     */
    public static Estimate estimate(DataSize size) {
        double d = size.columns();
        double blocks = Math.min(ColumnMoments.MAX_BLOCKS, Math.ceil((double) size.rows() / BLOCK));
        return size.estimate(
                "The principal components of",
                8 * d * d * (blocks + 4) + 16.0 * size.rows(),
                size.seconds(VALUE_NANOSECONDS + PRODUCT_NANOSECONDS * d, size.rows() * d)
                        + size.secondsOnOneThread(DECOMPOSITION_NANOSECONDS, d * d * d),
                List.of(DataSize.FEWER_FEATURES, DataSize.SAMPLE_ROWS));
    }

    /**
     * Finds the components of largest variance.
     *
     * @param x n x d finite values, n at least 1
     * @param dimensions the number of components, at least 1
     * @param run threads and cancel
     * @return exactly as many components as dimensions
     * @throws IllegalArgumentException if dimensions is below 1 or a value is not finite
     * @throws SegmentationException if there is no row, or the decomposition fails
     */
    public static Pca fit(Matrix x, int dimensions, RunContext run) {
        if (dimensions < 1) {
            throw new IllegalArgumentException(dimensions + " components, but at least 1 is needed");
        }
        if (x.rows() == 0) {
            throw new SegmentationException(
                    "Principal components need at least 1 row, but there is none",
                    "check the filters before this step");
        }
        x.requireFinite("The feature matrix");
        double[] mean = ColumnMoments.means(x, run);
        double[] covariance = ColumnMoments.covariance(x, mean, run);
        int d = x.columns();
        double[] loadings = new double[dimensions * d];
        double[] variances = new double[dimensions];
        double total = 0;
        for (int j = 0; j < d; j++) {
            total += covariance[j * d + j];
        }
        if (total > 0) {
            SymmetricEigen eigen = SymmetricEigen.of(DMatrixRMaj.wrap(d, d, covariance), run)
                    .orElseThrow(() -> new SegmentationException(
                            "The principal components of " + d + " columns could not be computed",
                            "leave columns with extreme values out"));
            copyLargest(eigen, d, total * VARIANCE_TOLERANCE, variances, loadings);
        }
        double[] explained = new double[dimensions];
        for (int c = 0; c < dimensions; c++) {
            explained[c] = total > 0 ? Math.min(1, variances[c] / total) : 0;
        }
        Matrix components = Matrix.wrap(dimensions, d, loadings);
        return new Pca(mean, components, variances, explained, project(x, mean, components, run));
    }

    /**
     * Projects other rows onto the components.
     *
     * @param x m x d finite values
     * @param run threads and cancel
     * @return m x dimensions scores
     * @throws IllegalArgumentException if the number of columns differs
     */
    public Matrix project(Matrix x, RunContext run) {
        if (x.columns() != mean.length) {
            throw new IllegalArgumentException(
                    "The components are of " + mean.length + " columns, but the rows have " + x.columns());
        }
        return project(x, mean, components, run);
    }

    /** Copies the eigenvectors of the largest eigenvalues, as long as these are above the minimum. */
    private static void copyLargest(
            SymmetricEigen eigen, int d, double minVariance, double[] variances, double[] loadings) {
        Integer[] order = new Integer[d];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> -eigen.value(i)));
        for (int c = 0; c < Math.min(d, variances.length); c++) {
            double variance = eigen.value(order[c]);
            if (variance > minVariance) {
                variances[c] = variance;
                copySigned(eigen.vector(order[c]), loadings, c * d, d);
            }
        }
    }

    /** Copies a vector, with the sign that makes its largest loading positive; of equally large ones the first. */
    private static void copySigned(double[] vector, double[] target, int at, int d) {
        double largest = 0;
        for (int j = 0; j < d; j++) {
            largest = Math.max(largest, Math.abs(vector[j]));
        }
        int first = 0;
        while (Math.abs(vector[first]) < largest * (1 - LOADING_TOLERANCE)) {
            first++;
        }
        double sign = Math.signum(vector[first]);
        for (int j = 0; j < d; j++) {
            target[at + j] = sign * vector[j];
        }
    }

    private static Matrix project(Matrix x, double[] mean, Matrix components, RunContext run) {
        int n = x.rows();
        int d = x.columns();
        int dimensions = components.rows();
        double[] scores = new double[n * dimensions];
        double[] loadings = components.values();
        run.forBlocks((n + BLOCK - 1) / BLOCK, block -> {
            for (int i = block * BLOCK; i < Math.min(n, (block + 1) * BLOCK); i++) {
                for (int c = 0; c < dimensions; c++) {
                    double sum = 0;
                    for (int j = 0; j < d; j++) {
                        sum += (x.values()[i * d + j] - mean[j]) * loadings[c * d + j];
                    }
                    scores[i * dimensions + c] = sum;
                }
            }
        });
        return Matrix.wrap(n, dimensions, scores);
    }
}
