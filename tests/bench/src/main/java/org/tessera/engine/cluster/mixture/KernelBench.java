package org.tessera.engine.cluster.mixture;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tessera.bench.BenchData;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.hierarchical.Hierarchical;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.HamerlyLloyd;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.kernel.KdTree;
import org.tessera.engine.kernel.KdTreeSearch;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.run.RunContext;

/** The inner loops on one thread, in the package of EM because its E step is not public. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBench {

    private static final int ROWS = 100_000;
    private static final int PAIRED_ROWS = 4_000;
    private static final int COLUMNS = 10;
    private static final int QUERIES = 1_000;

    private final RunContext run = RunContext.of(1).withThreads(1);
    private Matrix many;
    private Matrix first;
    private Matrix few;
    private Labels fewLabels;
    private MixtureParameters parameters;
    private KdTree tree;

    /** Makes the rows, first centroids, a mixture and a tree. */
    @Setup(Level.Trial)
    public void prepare() {
        many = CanonicalRows.of(BenchData.rows(ROWS, COLUMNS), run).matrix();
        first = BenchData.firstCentroids(many);
        few = CanonicalRows.of(BenchData.rows(PAIRED_ROWS, COLUMNS), run).matrix();
        fewLabels = Algorithms.K_MEANS
                .clusterer(KMeansOptions.defaults().withRestarts(1))
                .fit(few, run)
                .labels();
        int[] nearest = HamerlyLloyd.run(many, first.values().clone(), iterations(), run)
                .labels();
        parameters = MStep.of(EStep.ofLabels(many, nearest, first.rows(), Covariance.FULL, run), 1e-6, run);
        tree = new KdTree(many, Distance.EUCLIDEAN, RunContext.of(1));
    }

    private static KMeansOptions iterations() {
        return KMeansOptions.defaults().withMaxIterations(1);
    }

    /** @return labels after two assignments of 100,000 rows to 8 centroids and one move between them */
    @Benchmark
    public Object kMeansAssignments() {
        return HamerlyLloyd.run(many, first.values().clone(), iterations(), run);
    }

    /** @return one E step of a full mixture of 8 on 100,000 rows, with the sufficient statistics for the M step */
    @Benchmark
    public Object mixtureExpectation() {
        return EStep.of(many, parameters, run);
    }

    /** @return the sum of the distances of 1,000 rows of 100,000 to their 20th neighbors */
    @Benchmark
    public double treeQueries() {
        KdTreeSearch query = new KdTreeSearch(tree);
        double sum = 0;
        for (int i = 0; i < QUERIES; i++) {
            sum += query.distanceToKth(many.row(i * (ROWS / QUERIES)), 2 * COLUMNS);
        }
        return sum;
    }

    /** @return a kd-tree of 100,000 rows */
    @Benchmark
    public Object treeBuilding() {
        return new KdTree(many, Distance.EUCLIDEAN, RunContext.of(1));
    }

    /** @return silhouettes of 4,000 rows: the distances of all pairs, summed by segment */
    @Benchmark
    public Object silhouetteSums() {
        return Silhouette.of(few, fewLabels, NoisePolicy.LEAVE_OUT, run);
    }

    /** @return Ward's tree of 4,000 rows */
    @Benchmark
    public Object nearestNeighborChain() {
        return new Hierarchical(HierarchicalOptions.defaults()).fit(few, run);
    }

    /** @return the tree of single linkage of 4,000 rows by a spanning tree */
    @Benchmark
    public Object spanningTree() {
        return new Hierarchical(HierarchicalOptions.defaults().withLinkage(Linkage.SINGLE)).fit(few, run);
    }
}
