package org.tessera.engine.choose.verdict;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

/**
 * Whether customers fall into segments by themselves. Two statistics of k-means segments are compared with tables that have
 * the customers' margins, spikes and correlations, and no segments
 * ({@link org.tessera.engine.choose.continuum.Continuum}): T1, how much closer rows are to their segments' centers, and D,
 * the depth of the valleys in density around the most isolated segment.
 *
 * <p>Words after Dolnicar and Leisch (2010), <a href="https://doi.org/10.1007/s11002-009-9083-4">doi:
 * 10.1007/s11002-009-9083-4</a>. How often the verdict is right is measured in docs/verdict.md. The same for any order of the
 * rows and any number of threads.
 *
 * @param kind the verdict
 * @param evidence the comparison behind it; all NaN if undecided
 * @param segments the number of natural segments; empty if any number is a choice
 * @param basis the rows and columns it is based on
 * @param dips numbers with many values: whether one of them alone is split
 */
public record Verdict(Kind kind, Evidence evidence, OptionalInt segments, Basis basis, List<ColumnDip> dips) {

    /** Largest p-value that counts as evidence. */
    public static final double LEVEL = 0.05;

    /** What the customers are. */
    public enum Kind {
        /** Segments with valleys between them, deeper than without segments. */
        NATURAL,
        /** More than margins and correlations explain, but no valleys. */
        REPRODUCIBLE,
        /** Nothing beyond margins and correlations. */
        CONTINUUM,
        /** Too few customers or columns to tell. */
        UNDECIDED
    }

    /** Copies the list and checks that nothing is null. */
    public Verdict {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(segments, "segments");
        Objects.requireNonNull(basis, "basis");
        dips = List.copyOf(dips);
    }

    /**
     * Rows and columns behind a verdict.
     *
     * @param rows rows with features
     * @param sampled rows of the sample, {@code rows} if there was no need for one
     * @param aside rows of the sample that were set aside, because they are far from all others in a number
     * @param foretold names of numbers that were left out, because other columns foretell them
     * @param nullSamples number of tables without segments
     */
    public record Basis(int rows, int sampled, int aside, List<String> foretold, int nullSamples) {

        /** Copies the list. */
        public Basis {
            foretold = List.copyOf(foretold);
        }
    }

    /**
     * Judges customers.
     *
     * @param x n x d features; rows that are not finite throughout are left out
     * @param columns which features belong together
     * @param options null samples, numbers of segments, sample
     * @param run seed, threads, progress, cancel
     * @return the verdict
     * @throws org.tessera.engine.run.RunCanceledException if the user has canceled
     */
    public static Verdict of(Matrix x, FeatureColumns columns, VerdictOptions options, RunContext run) {
        return new Judge(options, run).judge(x, columns);
    }

    /**
     * The time of a verdict by estimate: that of k-means and valleys in the customers' table and the null samples.
     *
     * @param rows number of rows
     * @param columns number of features
     * @param options null samples, numbers of segments, sample
     * @param threads number of threads
     * @return seconds
     */
    public static double seconds(long rows, int columns, VerdictOptions options, int threads) {
        return Judge.seconds(Math.min(rows, options.maxRows()), columns, options, threads);
    }

    /** @return the verdict in words for the user, one or more sentences */
    public String sentence() {
        return VerdictWords.of(this);
    }
}
