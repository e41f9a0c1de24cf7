package org.tessera.engine.cluster.dbscan;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.cluster.Inputs;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.SegmentOrder;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.kernel.KdTree;
import org.tessera.engine.kernel.KdTreeSearch;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.run.RunContext;

/**
 * DBSCAN: density-based clusters of points, which here are rows. A row is a core row if its eps-neighborhood (rows at
 * most eps away, itself included) holds at least the minimum points. Core rows within eps of each other are in one
 * cluster; other rows within eps of a core row are border rows of its cluster; the rest is noise. Ester, Kriegel,
 * Sander and Xu (1996), A density-based algorithm for discovering clusters in large spatial databases with noise,
 * KDD-96, 226-231; Schubert et al. (2017), DBSCAN revisited, revisited, <a
 * href="https://doi.org/10.1145/3068335">doi:10.1145/3068335</a>.
 *
 * <p>A border row that several clusters reach goes to that of its nearest core row, of equally near ones to the one
 * whose values come first (column by column), so that nothing depends on the order of the rows. Core rows, noise and
 * the number of clusters are those of every exact DBSCAN.
 *
 * <p>Neighborhoods are searched in a kd-tree and never stored: O(n d) memory, O(n log n) time for few features and a
 * small radius, O(n² d) at worst. The same bit for bit for any number of threads.
 */
public final class Dbscan implements Clusterer {

    private static final int BLOCK = 128;

    private final DbscanOptions options;

    /** @param options the options */
    public Dbscan(DbscanOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * A clustering with its core rows.
     *
     * @param clustering segments and model
     * @param core per row of the table whether it is a core row
     */
    public record Detailed(Clustering clustering, boolean[] core) {}

    @Override
    public Implementation implementation() {
        return Implementation.TESSERA;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Fewer than two segments, or more noise than segments, are a warning that says what to change.
     *
     * @throws org.tessera.engine.run.SegmentationException if there is no row or no column
     */
    @Override
    public Clustering fit(Matrix x, RunContext run) {
        return fitDetailed(x, run).clustering();
    }

    /**
     * As {@link #fit}, and says which rows are core rows.
     *
     * @param x n x d finite features
     * @param run threads, progress, cancel
     * @return segments, model and core rows
     * @throws org.tessera.engine.run.SegmentationException if there is no row or no column
     */
    public Detailed fitDetailed(Matrix x, RunContext run) {
        Inputs.check("DBSCAN", x);
        return new Instance(options, CanonicalRows.of(x, run), run).run();
    }

    /** One run on canonical rows. */
    private static final class Instance {

        private final CanonicalRows rows;
        private final Matrix x;
        private final RunContext run;
        private final Distance distance;
        private final int minPoints;
        private final double eps;
        /** The largest reduced distance within eps. */
        private final double limit;

        private final int n;
        private final int d;

        Instance(DbscanOptions options, CanonicalRows rows, RunContext run) {
            this.rows = rows;
            this.run = run;
            x = rows.matrix();
            n = x.rows();
            d = x.columns();
            distance = options.distance();
            minPoints = KDistance.minPoints(options, n, d);
            OptionalDouble given = options.eps();
            eps = given.isPresent()
                    ? given.getAsDouble()
                    : AutomaticRadius.of(x, minPoints, distance, run.part(0, 0.4));
            limit = KdTree.limit(distance, eps);
        }

        Detailed run() {
            boolean[] core = findCoreRows();
            int[] coreRows = IntStream.range(0, n).filter(i -> core[i]).toArray();
            Matrix cores = x.select(coreRows);
            run.progress(0.7, "DBSCAN, joining " + coreRows.length + " core rows");
            int[] components = CoreComponents.of(cores, distance, limit, run);
            run.progress(0.9, "DBSCAN, border rows");
            int[] clusters = assignBorderRows(core, coreRows, cores, components);
            SegmentOrder order = rows.number(clusters, Math.max(1, coreRows.length));
            int[] coreLabels =
                    Arrays.stream(coreRows).map(i -> order.labels().at(i)).toArray();
            DensityModel model = new DensityModel(
                    eps,
                    minPoints,
                    distance,
                    true,
                    cores,
                    coreLabels,
                    order.labels().segments());
            Labels labels = rows.restore(order.labels());
            boolean[] restored = new boolean[n];
            for (int i = 0; i < n; i++) {
                restored[rows.order()[i]] = core[i];
            }
            List<String> warnings =
                    DbscanWarnings.of(model, labels, () -> KDistance.ofCanonical(x, minPoints, distance, run));
            return new Detailed(new Clustering(model, labels, 0, true, warnings), restored);
        }

        private boolean[] findCoreRows() {
            KdTree tree = new KdTree(x, distance, run);
            boolean[] core = new boolean[n];
            int blocks = (n + BLOCK - 1) / BLOCK;
            run.forBlocks(blocks, block -> {
                KdTreeSearch search = new KdTreeSearch(tree);
                for (int p = block * BLOCK; p < Math.min(n, (block + 1) * BLOCK); p++) {
                    run.checkCanceled();
                    int row = tree.rows[p];
                    core[row] = search.hasWithin(point(row), limit, minPoints);
                }
                run.progress(0.4 + 0.3 * block / blocks, "DBSCAN, finding core rows");
            });
            return core;
        }

        private double[] point(int row) {
            return Arrays.copyOfRange(x.values(), row * d, (row + 1) * d);
        }

        /** The cluster of every row: core rows by component, others by the nearest core row within eps, or noise. */
        private int[] assignBorderRows(boolean[] core, int[] coreRows, Matrix cores, int[] components) {
            int[] clusters = new int[n];
            for (int c = 0; c < coreRows.length; c++) {
                clusters[coreRows[c]] = components[c];
            }
            KdTree tree = new KdTree(cores, distance, run);
            run.forBlocks((n + BLOCK - 1) / BLOCK, block -> {
                KdTreeSearch search = new KdTreeSearch(tree);
                for (int i = block * BLOCK; i < Math.min(n, (block + 1) * BLOCK); i++) {
                    if (!core[i]) {
                        run.checkCanceled();
                        int nearest = search.nearest(point(i), limit);
                        clusters[i] = nearest < 0 ? Labels.NOISE : components[nearest];
                    }
                }
            });
            return clusters;
        }
    }
}
