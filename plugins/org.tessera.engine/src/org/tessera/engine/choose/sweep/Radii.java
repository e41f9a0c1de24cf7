package org.tessera.engine.choose.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.dbscan.AutomaticRadius;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.dbscan.KDistance;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.RunContext;

/**
 * DBSCAN with the automatic radius and, of the same minimum points, radii at quantiles of the k-distances: with a radius at
 * quantile q a share q of the rows is in the core of a segment. Radii lie halfway between two distances, so that rounding
 * decides nothing.
 */
final class Radii implements Family {

    private static final double[] QUANTILES = {0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95};

    /** Radii count as equal if they differ by no more than this share. */
    private static final double EQUAL = 1e-3;

    private static final int COUNT = 1 + QUANTILES.length;

    @Override
    public List<Trial> trials(int min, int max, DataSize size) {
        DbscanOptions automatic = DbscanOptions.defaults();
        Estimate first = Algorithms.DBSCAN.estimate(automatic, size);
        Estimate other = Algorithms.DBSCAN.estimate(automatic.withEps(1), size);
        return IntStream.range(0, COUNT)
                .mapToObj(i -> new Trial(
                        Algorithms.DBSCAN.title(),
                        "radius " + (i + 1) + " of " + COUNT,
                        0,
                        i == 0 ? 2 * first.seconds() : other.seconds(),
                        first.bytes()))
                .toList();
    }

    @Override
    public Search search(int min, Matrix rows) {
        return new Grid(rows);
    }

    @Override
    public Configured<?> planned(Trial trial) {
        return new Configured<>(Algorithms.DBSCAN, DbscanOptions.defaults().withEps(1));
    }

    /** The radii of the same rows. */
    private static final class Grid implements Search {

        private final Matrix rows;
        private List<DbscanOptions> options;

        Grid(Matrix rows) {
            this.rows = rows;
        }

        @Override
        public Optional<Result> fit(int index, RunContext run) {
            if (options == null) {
                options = grid(run.part(0, 0.5));
            }
            if (index >= options.size()) {
                return Optional.empty();
            }
            Configured<?> configured = new Configured<>(Algorithms.DBSCAN, options.get(index));
            return Optional.of(new Result(configured, configured.clusterer().fit(rows, run.part(0.5, 1))));
        }

        private List<DbscanOptions> grid(RunContext run) {
            DbscanOptions automatic = AutomaticRadius.resolve(DbscanOptions.defaults(), rows, run);
            int minPoints = automatic.minPoints().orElseThrow();
            double[] curve =
                    KDistance.of(rows, minPoints, automatic.distance(), run).curve();
            List<Double> radii = new ArrayList<>(List.of(automatic.eps().orElseThrow()));
            for (double quantile : QUANTILES) {
                double radius = radius(curve, quantile);
                if (radius > 0 && radii.stream().noneMatch(r -> Math.abs(r - radius) <= EQUAL * radius)) {
                    radii.add(radius);
                }
            }
            return radii.stream()
                    .map(radius -> automatic.withEps(radius).withMinPoints(minPoints))
                    .toList();
        }

        /** Halfway between the quantile and the next larger distance. */
        private static double radius(double[] curve, double quantile) {
            int at = (int) Math.ceil(quantile * curve.length) - 1;
            int next = at;
            while (next + 1 < curve.length && curve[next] <= curve[at]) {
                next++;
            }
            return curve[at] + (curve[next] - curve[at]) / 2;
        }
    }
}
