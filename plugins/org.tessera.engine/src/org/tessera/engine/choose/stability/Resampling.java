package org.tessera.engine.choose.stability;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.metric.Agreement;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/** One measurement of the stability of several segmentations, all on the same parts of the rows in canonical order. */
final class Resampling {

    /** First random streams of bootstrap samples, halves and tables without segments. */
    private static final long SAMPLES = 1L << 33;

    private static final long HALVES = 1L << 34;
    static final long TABLES = 1L << 35;

    private final Matrix x;
    private final List<Labels> labels;
    private final Repetition repetition;
    private final StabilityOptions options;
    private final RunContext run;
    private final AtomicInteger done = new AtomicInteger();
    /** Parts that each of the segmentations could not be made of. */
    private final AtomicIntegerArray failed;

    Resampling(Matrix x, List<Labels> labels, Repetition repetition, StabilityOptions options, RunContext run) {
        this.x = x;
        this.labels = labels;
        this.repetition = repetition;
        this.options = options;
        this.run = run;
        failed = new AtomicIntegerArray(labels.size());
    }

    List<Stability> measure() {
        double[][] jaccard = jaccard();
        double[] adjustedRand = adjustedRand();
        return IntStream.range(0, labels.size())
                .mapToObj(s -> new Stability(means(jaccard, s), adjustedRand[s], failed.get(s)))
                .toList();
    }

    /** Per sample the Jaccard indices of the segments of all segmentations, one behind the other. */
    private double[][] jaccard() {
        double[][] jaccard = new double[options.resamples()][];
        run.forBlocks(jaccard.length, b -> {
            int[] rows = drawn(run.random(SAMPLES + b));
            IntFunction<Optional<Clustering>> found = segmented(rows);
            jaccard[b] = IntStream.range(0, labels.size())
                    .boxed()
                    .flatMapToDouble(s -> Arrays.stream(jaccard(labels.get(s), rows, found.apply(s))))
                    .toArray();
            progress();
        });
        return jaccard;
    }

    private static double[] jaccard(Labels labels, int[] rows, Optional<Clustering> found) {
        if (found.isEmpty()) {
            double[] none = new double[labels.segments()];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        int[] drawn = Arrays.stream(rows).map(labels::at).toArray();
        return Jaccard.largest(drawn, labels.segments(), found.get().labels());
    }

    private double[] means(double[][] jaccard, int segmentation) {
        int first =
                labels.stream().limit(segmentation).mapToInt(Labels::segments).sum();
        return IntStream.range(first, first + labels.get(segmentation).segments())
                .mapToDouble(s -> Arrays.stream(jaccard)
                        .mapToDouble(sample -> sample[s])
                        .filter(v -> !Double.isNaN(v))
                        .average()
                        .orElse(Double.NaN))
                .toArray();
    }

    /** The rows that n draws with replacement get at least once, ascending. */
    private int[] drawn(RandomStream random) {
        boolean[] drawn = new boolean[x.rows()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[random.nextInt(drawn.length)] = true;
        }
        return IntStream.range(0, drawn.length).filter(i -> drawn[i]).toArray();
    }

    /** Repeats the segmentations on rows; empty for one of which they cannot be segmented. */
    private IntFunction<Optional<Clustering>> segmented(int[] rows) {
        IntFunction<Clustering> repeated = repetition.on(x.select(rows), single());
        return s -> {
            Optional<Clustering> found;
            try {
                found = Optional.of(repeated.apply(s)).filter(c -> c.labels().segments() > 0);
            } catch (SegmentationException e) {
                found = Optional.empty();
            }
            failed.addAndGet(s, found.isPresent() ? 0 : 1);
            return found;
        };
    }

    private RunContext single() {
        return run.withThreads(1).withProgress((fraction, message) -> {});
    }

    private void progress() {
        int all = options.resamples() + options.halves();
        int parts = done.incrementAndGet();
        run.progress(parts / (double) all, "Segments of part " + parts + " of " + all);
    }

    /** Per segmentation the mean over pairs of halves; NaN if there is no pair. */
    private double[] adjustedRand() {
        Labels[][] applied = new Labels[labels.size()][options.halves()];
        run.forBlocks(options.halves(), h -> {
            int[] half = Arrays.copyOf(run.random(HALVES + h).permutation(x.rows()), (x.rows() + 1) / 2);
            IntFunction<Optional<Clustering>> found = segmented(half);
            for (int s = 0; s < applied.length; s++) {
                applied[s][h] = found.apply(s).map(this::apply).orElse(null);
            }
            progress();
        });
        return Arrays.stream(applied).mapToDouble(this::adjustedRand).toArray();
    }

    private double adjustedRand(Labels[] applied) {
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
        int[] segments = Assigner.assign(clustering.model(), x, single()).segments();
        int[] all = Arrays.stream(segments)
                .map(s -> s == Assignment.NONE ? Labels.NOISE : s)
                .toArray();
        return Labels.ofPart(clustering.labels().segments(), all).dense();
    }
}
