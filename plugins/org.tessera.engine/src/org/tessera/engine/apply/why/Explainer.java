package org.tessera.engine.apply.why;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.cluster.dbscan.CorePointIndex;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.prep.Feature;
import org.tessera.engine.run.RunContext;

/**
 * Says by how much each of the customers' own columns spoke for their segment, and by how much for the runner-up. The features
 * of a column count together. The contributions of a row add up to its margin, by the rule by which the model assigns:
 *
 * <ul>
 *   <li><b>Centroids, trees</b>: the margin is b - a for the reduced distances (squared Euclidean, or Manhattan) a to the
 *       centroid of the segment and b to that of the runner-up; a column has the difference of its terms.
 *   <li><b>Density</b>: the same for the nearest core rows of the segment and of the runner-up; below 0 in all where the order
 *       in which segments were found decided, not the distance. Of noise the margin is the reduced distance to the nearest
 *       core row minus the reduced radius, which is the term {@value #RADIUS}.
 *   <li><b>Mixture</b>: the margin is the difference of the logarithms of the posterior probabilities, in nats. A column has
 *       that of its densities; for full and tied covariances what two features share is divided equally between them, see
 *       {@link MixtureTerms}. The term {@value #SIZE} has the weights of the components, and the determinants of the
 *       correlation matrices.
 * </ul>
 *
 * <p>Differences of distances are formed in double-double arithmetic and rounded once per column, so that a contribution is
 * right to the last digit; those of mixtures in double precision. Immutable. Rows are explained independently of others.
 */
public final class Explainer {

    /** The term of density models that belongs to no column: the radius. */
    public static final String RADIUS = "(radius)";

    /** The term of mixtures that belongs to no column: how large and how correlated the segments are. */
    public static final String SIZE = "(size and shape of the segments)";

    /** Rows explained by one task. */
    private static final int BLOCK = 256;

    private final ClusterModel clusters;
    private final List<String> columns;
    private final int[] columnOf;
    private final Supplier<Terms> terms;

    private Explainer(ClusterModel clusters, List<String> columns, int[] columnOf, RunContext run) {
        this.clusters = clusters;
        this.columns = columns;
        this.columnOf = columnOf;
        terms = terms(run);
    }

    /**
     * Prepares explanations. O(k d³) for mixtures with full covariances, O(c d log c) for c core rows, otherwise O(d).
     *
     * @param model the segmentation
     * @param run cancel
     * @return the explainer
     */
    public static Explainer of(SegmentationModel model, RunContext run) {
        List<String> sources = model.preparation()
                .map(p -> p.features().stream().map(Feature::source).toList())
                .orElse(model.features());
        Map<String, Integer> index = new HashMap<>();
        List<String> columns = new ArrayList<>();
        int[] columnOf = new int[sources.size()];
        for (int j = 0; j < columnOf.length; j++) {
            String source = sources.get(j);
            if (index.putIfAbsent(source, columns.size()) == null) {
                columns.add(source);
            }
            columnOf[j] = index.get(source);
        }
        if (model.clusters() instanceof MixtureModel) {
            columns.add(SIZE);
        } else if (model.clusters() instanceof DensityModel) {
            columns.add(RADIUS);
        }
        return new Explainer(model.clusters(), List.copyOf(columns), columnOf, run);
    }

    /** @return the names of the columns, own ones in the order of their features, and the term that belongs to none, if any */
    public List<String> columns() {
        return columns;
    }

    /**
     * Explains the segments of rows. O(n d), for full covariances O(n d²), for density models O(n log c) to O(n c d).
     *
     * @param x n x d features
     * @param assignment the segments of these rows by the model
     * @param run threads, cancel
     * @return the contributions
     */
    public Contributions explain(Matrix x, Assignment assignment, RunContext run) {
        int n = x.rows();
        int c = columns.size();
        double[] values = new double[n * c];
        double[] margins = new double[n];
        Arrays.fill(values, Double.NaN);
        Arrays.fill(margins, Double.NaN);
        int blocks = (n + BLOCK - 1) / BLOCK;
        run.forBlocks(blocks, block -> {
            Terms ofRow = terms.get();
            double[] into = new double[c];
            for (int row = block * BLOCK; row < Math.min(n, (block + 1) * BLOCK); row++) {
                run.checkCanceled();
                int segment = assignment.segments()[row];
                int runnerUp = assignment.runnersUp()[row];
                if (segment != Assignment.NONE && runnerUp != Assignment.NONE) {
                    ofRow.of(x.row(row), segment, runnerUp, into);
                    System.arraycopy(into, 0, values, row * c, c);
                    margins[row] = sum(into);
                }
            }
        });
        return new Contributions(columns, Matrix.wrap(n, c, values), margins);
    }

    private static double sum(double[] contributions) {
        double sum = 0;
        for (double contribution : contributions) {
            sum += contribution;
        }
        return sum;
    }

    private Supplier<Terms> terms(RunContext run) {
        if (clusters instanceof MixtureModel mixture) {
            MixtureTerms shared = new MixtureTerms(mixture, columnOf);
            return () -> shared;
        }
        if (clusters instanceof DensityModel density) {
            CorePointIndex cores = new CorePointIndex(density, run);
            return () -> ofCoreRows(density, cores.search());
        }
        Matrix centroids =
                clusters instanceof TreeModel tree ? tree.centroids() : ((CentroidModel) clusters).centroids();
        return () -> {
            Terms.OfDistances distances = new Terms.OfDistances(clusters.distance(), columnOf, columns.size());
            return (features, segment, runnerUp, into) -> {
                distances.clear();
                distances.add(features, centroids, runnerUp, false);
                distances.add(features, centroids, segment, true);
                distances.copyTo(into);
            };
        };
    }

    private Terms ofCoreRows(DensityModel density, CorePointIndex.Search search) {
        Terms.OfDistances distances = new Terms.OfDistances(density.distance(), columnOf, columns.size());
        double radius = density.distance() == Distance.EUCLIDEAN ? density.eps() * density.eps() : density.eps();
        return (features, segment, runnerUp, into) -> {
            distances.clear();
            distances.add(features, density.coreRows(), search.nearestRow(features, runnerUp), false);
            if (segment != Labels.NOISE) {
                distances.add(features, density.coreRows(), search.nearestRow(features, segment), true);
            }
            distances.copyTo(into);
            into[into.length - 1] = segment == Labels.NOISE ? -radius : 0;
        };
    }
}
