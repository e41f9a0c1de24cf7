package org.tessera.engine.choose.stability;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.metric.Agreement;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/** One measurement of stability, on rows in canonical order. */
final class Resampling {

    /** First random streams of bootstrap samples, halves and tables without segments. */
    private static final long SAMPLES = 1L << 33;

    private static final long HALVES = 1L << 34;
    static final long TABLES = 1L << 35;

    private final Matrix x;
    private final Clusterer clusterer;
    private final StabilityOptions options;
    private final RunContext run;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    Resampling(Matrix x, Clusterer clusterer, StabilityOptions options, RunContext run) {
        this.x = x;
        this.clusterer = clusterer;
        this.options = options;
        this.run = run;
    }

    Stability of(int[] labels, int segments) {
        double[][] jaccard = new double[options.resamples()][];
        run.forBlocks(jaccard.length, b -> {
            int[] rows = drawn(run.random(SAMPLES + b));
            jaccard[b] = fit(rows)
                    .map(found -> Jaccard.largest(select(labels, rows), segments, found.labels()))
                    .orElseGet(() -> filled(segments));
        });
        double adjustedRand = adjustedRand();
        double[] means = IntStream.range(0, segments)
                .mapToDouble(s -> Arrays.stream(jaccard)
                        .mapToDouble(sample -> sample[s])
                        .filter(v -> !Double.isNaN(v))
                        .average()
                        .orElse(Double.NaN))
                .toArray();
        return new Stability(means, adjustedRand, failed.get());
    }

    private static double[] filled(int segments) {
        double[] none = new double[segments];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    /** The rows that n draws with replacement get at least once, ascending. */
    private int[] drawn(RandomStream random) {
        boolean[] drawn = new boolean[x.rows()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[random.nextInt(drawn.length)] = true;
        }
        return IntStream.range(0, drawn.length).filter(i -> drawn[i]).toArray();
    }

    private static int[] select(int[] labels, int[] rows) {
        return Arrays.stream(rows).map(i -> labels[i]).toArray();
    }

    /** Segments rows; empty if they cannot be segmented. */
    private Optional<Clustering> fit(int[] rows) {
        RunContext single = run.withThreads(1).withProgress((fraction, message) -> {});
        Optional<Clustering> found;
        try {
            found = Optional.of(clusterer.fit(x.select(rows), single))
                    .filter(c -> c.labels().segments() > 0);
        } catch (SegmentationException e) {
            found = Optional.empty();
        }
        failed.addAndGet(found.isPresent() ? 0 : 1);
        int all = options.resamples() + options.halves();
        run.progress(done.incrementAndGet() / (double) all, "Segments of part " + done.get() + " of " + all);
        return found;
    }

    private double adjustedRand() {
        Labels[] applied = new Labels[options.halves()];
        run.forBlocks(applied.length, h -> {
            int[] half = Arrays.copyOf(run.random(HALVES + h).permutation(x.rows()), (x.rows() + 1) / 2);
            applied[h] = fit(half).map(this::apply).orElse(null);
        });
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < applied.length; a++) {
            for (int b = 0; b < a; b++) {
                if (applied[a] != null && applied[b] != null) {
                    sum += Agreement.of(applied[a], applied[b], NoisePolicy.OWN_SEGMENT, run)
                            .adjustedRand();
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Double.NaN : sum / pairs;
    }

    private Labels apply(Clustering clustering) {
        RunContext single = run.withThreads(1).withProgress((fraction, message) -> {});
        int[] segments = Assigner.assign(clustering.model(), x, single).segments();
        int[] labels = Arrays.stream(segments)
                .map(s -> s == Assignment.NONE ? Labels.NOISE : s)
                .toArray();
        return Labels.ofPart(clustering.labels().segments(), labels).dense();
    }
}
