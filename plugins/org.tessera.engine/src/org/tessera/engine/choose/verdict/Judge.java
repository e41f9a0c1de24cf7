package org.tessera.engine.choose.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.tessera.engine.choose.continuum.Continuum;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.choose.continuum.Smoothing;
import org.tessera.engine.choose.verdict.Verdict.Basis;
import org.tessera.engine.choose.verdict.Verdict.Kind;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.kernel.SystematicSample;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/** The steps to a verdict. */
final class Judge {

    /** Fewer different rows can't tell. */
    static final int MIN_DISTINCT = 50;
    /** Random streams: the customers' own, then one per null sample. */
    private static final long TABLE = 0;

    private static final long COLUMNS = -1;
    private static final long COUNT = -2;

    /** Nanoseconds of a table per value; of tables with categories some more, of numbers only some less. */
    private static final double VALUE_TIME = 400;

    private final VerdictOptions options;
    private final RunContext run;

    Judge(VerdictOptions options, RunContext run) {
        this.options = options;
        this.run = run;
    }

    /** Seconds by estimate. */
    static double seconds(long rows, int columns, VerdictOptions options, int threads) {
        return new DataSize(rows, columns, threads).seconds(VALUE_TIME, (options.nullSamples() + 1.0) * rows * columns);
    }

    Verdict judge(Matrix x, FeatureColumns columns) {
        CanonicalRows canonical = CanonicalRows.of(finite(columns.select(x)), run);
        FeatureColumns all = columns.selected();
        int rows = canonical.matrix().rows();
        if (canonical.distinct() < MIN_DISTINCT) {
            Evidence none = new Evidence(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
            return new Verdict(
                    Kind.UNDECIDED, none, OptionalInt.empty(), new Basis(rows, rows, 0, List.of(), 0), List.of());
        }
        Matrix sample = SystematicSample.of(canonical.matrix(), options.maxRows(), 1);
        Matrix kept = sample.select(SetAside.kept(sample, all));
        Set<Integer> foretold = Foretold.find(kept, all, run.random(COLUMNS), run);
        FeatureColumns used = all.without(foretold);
        Evidence evidence = compare(kept, all, used);
        Kind kind = kind(evidence);
        OptionalInt segments = kind == Kind.NATURAL
                ? OptionalInt.of(count(used.select(kept), used.selected(), evidence.nullDepth()))
                : OptionalInt.empty();
        List<String> names =
                foretold.stream().sorted().map(c -> all.list().get(c).name()).toList();
        Basis basis = new Basis(rows, sample.rows(), sample.rows() - kept.rows(), names, options.nullSamples());
        return new Verdict(kind, evidence, segments, basis, DipTest.of(kept, all, run));
    }

    private int count(Matrix x, FeatureColumns columns, double nullDepth) {
        RandomStream random = run.random(COUNT);
        return SegmentCount.of(new Smoothing(x, columns).of(x, random), nullDepth, random, run);
    }

    private static Matrix finite(Matrix x) {
        int d = x.columns();
        int[] rows = IntStream.range(0, x.rows())
                .filter(i -> Arrays.stream(x.values(), i * d, (i + 1) * d).allMatch(Double::isFinite))
                .toArray();
        return x.select(rows);
    }

    /** Compares the used columns; the null samples also keep the spikes of the others. */
    private Evidence compare(Matrix x, FeatureColumns all, FeatureColumns used) {
        Continuum continuum = Continuum.fit(x, all, run);
        RunContext single = run.withThreads(1).withProgress((fraction, message) -> {});
        Matrix features = used.select(x);
        Smoothing smoothing = new Smoothing(features, used.selected());
        Structure table = structure(features, smoothing, run.random(TABLE), single);
        Structure[] samples = new Structure[options.nullSamples()];
        AtomicInteger done = new AtomicInteger();
        run.forBlocks(samples.length, b -> {
            RandomStream random = run.random(1L + b);
            Matrix drawn = used.select(continuum.draw(random, single));
            samples[b] = structure(drawn, smoothing, random, single);
            run.progress(
                    done.incrementAndGet() / (double) samples.length,
                    "Table without segments " + done.get() + " of " + samples.length);
        });
        return Evidence.of(x.rows(), table, List.of(samples));
    }

    private Structure structure(Matrix x, Smoothing smoothing, RandomStream random, RunContext single) {
        Matrix smooth = smoothing.of(x, random);
        List<Integer> numbers = smoothing.unchanged();
        List<Matrix> views = numbers.size() < 2 || numbers.size() == smooth.columns()
                ? List.of(smooth)
                : List.of(smooth, columns(smooth, numbers));
        return Structure.of(x, views, options.maxSegments(), random, single);
    }

    private static Matrix columns(Matrix x, List<Integer> columns) {
        int d = columns.size();
        double[] values = new double[x.rows() * d];
        for (int c = 0; c < values.length; c++) {
            values[c] = x.at(c / d, columns.get(c % d));
        }
        return Matrix.wrap(x.rows(), d, values);
    }

    private static Kind kind(Evidence evidence) {
        if (evidence.gainP() > Verdict.LEVEL) {
            return Kind.CONTINUUM;
        }
        return evidence.hasValleys() ? Kind.NATURAL : Kind.REPRODUCIBLE;
    }
}
