package org.tessera.weka;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.cluster.Inputs;
import org.tessera.engine.cluster.dbscan.AutomaticRadius;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.dbscan.DbscanWarnings;
import org.tessera.engine.cluster.dbscan.KDistance;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.SegmentOrder;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;
import weka.clusterers.DBSCAN;
import weka.core.Instances;

/**
 * DBSCAN by Weka's class of that name, without normalization. A neighbor of a row is nearer than eps; in the paper, and
 * in Tessera, a row at exactly eps is one, too. A border row belongs to the segment that Weka gives it, see {@link
 * org.tessera.engine.cluster.dbscan.CorePointIndex}. O(n² d) time on one thread: about 5 s for 10,000 rows and 13
 * features.
 *
 * <p>Labels are those of Weka's run; rows are brought into canonical order first, so the result does not depend on the
 * order of the table.
 */
final class WekaDbscan implements Clusterer {

    private static final String NAME = "DBSCAN";
    private static final int BLOCK_ROWS = 64;

    private final DbscanOptions options;

    /** @param options the options */
    WekaDbscan(DbscanOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    @Override
    public Implementation implementation() {
        return Implementation.WEKA;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Automatic eps and minimum points are those of {@link AutomaticRadius}. Fewer than two segments are a
     * warning.
     *
     * @throws SegmentationException if there is no row, no column, or Weka fails
     */
    @Override
    public Clustering fit(Matrix x, RunContext run) {
        Inputs.check(NAME, x);
        WekaEnvironment.prepare(run);
        CanonicalRows rows = CanonicalRows.of(x, run);
        Matrix canonical = rows.matrix();
        DbscanOptions used = AutomaticRadius.resolve(options, canonical, run.part(0, 0.3));
        run.progress(0.3, "Weka's " + NAME);
        int[] raw = labels(canonical, used, run);
        int[] cores = cores(canonical, used, run.part(0.8, 1));
        SegmentOrder order = rows.number(raw, canonical.rows());
        Labels labels = order.labels();
        DensityModel model = new DensityModel(
                used.eps().getAsDouble(),
                used.minPoints().getAsInt(),
                used.distance(),
                false,
                canonical.select(cores),
                Arrays.stream(cores).map(labels::at).toArray(),
                labels.segments());
        List<String> warnings = DbscanWarnings.of(
                model, labels, () -> KDistance.of(canonical, model.minPoints(), model.distance(), run));
        return new Clustering(model, rows.restore(labels), 0, true, warnings);
    }

    private static int[] labels(Matrix x, DbscanOptions used, RunContext run) {
        RowDistance.Kind kind =
                used.distance() == Distance.EUCLIDEAN ? RowDistance.Kind.EUCLIDEAN : RowDistance.Kind.MANHATTAN;
        return WekaRun.call(run, NAME, () -> {
            Instances instances = WatchedRows.of(x, new Watch(run));
            DBSCAN weka = new DBSCAN();
            weka.setDistanceFunction(new RowDistance(kind, x.columns()));
            weka.setEpsilon(used.eps().getAsDouble());
            weka.setMinPoints(used.minPoints().getAsInt());
            weka.buildClusterer(instances);
            int[] labels = new int[x.rows()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = nextLabel(weka);
            }
            return labels;
        });
    }

    /**
     * The label of the next row of the run. Whatever its argument, Weka's method returns the labels of its own rows one
     * after the other, and throws an exception without message for noise.
     */
    private static int nextLabel(DBSCAN weka) throws Exception {
        try {
            return weka.clusterInstance(null);
        } catch (Exception e) {
            if (e.getClass() == Exception.class && e.getMessage() == null) {
                return Labels.NOISE;
            }
            throw e;
        }
    }

    /**
     * Core rows, in the order in which Weka visits them: that of their numbers as texts, 0, 1, 10, 100. The model tells
     * from it which segment Weka found first.
     */
    private static int[] cores(Matrix x, DbscanOptions used, RunContext run) {
        int n = x.rows();
        int d = x.columns();
        double[] values = x.values();
        double eps = used.eps().getAsDouble();
        boolean[] core = new boolean[n];
        run.forBlocks((n + BLOCK_ROWS - 1) / BLOCK_ROWS, block -> {
            for (int i = block * BLOCK_ROWS; i < Math.min(n, (block + 1) * BLOCK_ROWS); i++) {
                run.checkCanceled();
                int neighbors = 0;
                for (int other = 0; other < n && neighbors < used.minPoints().getAsInt(); other++) {
                    neighbors += used.distance().between(values, i * d, values, other * d, d) < eps ? 1 : 0;
                }
                core[i] = neighbors >= used.minPoints().getAsInt();
            }
        });
        return IntStream.range(0, n)
                .filter(i -> core[i])
                .boxed()
                .sorted(Comparator.comparing(String::valueOf))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
