package org.tessera.engine.choose.stability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.tessera.engine.choose.continuum.Continuum;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.CanonicalRows;
import org.tessera.engine.metric.Agreement;
import org.tessera.engine.metric.MetricRange;
import org.tessera.engine.metric.Reading;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * How well segments are found again in parts of the customers.
 *
 * <p><b>Jaccard index per segment</b>: rows are drawn with replacement, as many as there are; those drawn at least once are
 * segmented anew; a segment's index is the largest one, over the new segments, of its rows among the drawn ones. The mean
 * over samples, as {@code clusterboot} of the R package fpc with {@code bootmethod = "boot"} computes it. Hennig (2007), <a
 * href="https://doi.org/10.1016/j.csda.2006.11.025">doi:10.1016/j.csda.2006.11.025</a>. 0.75 and more is usually called
 * stable; compare with the {@link Baseline} instead, since an algorithm can divide a continuum stably.
 *
 * <p><b>Adjusted Rand index of halves</b>: random halves are segmented, each segmentation is applied to all rows, and the
 * mean over all pairs is taken; noise counts as a segment of its own.
 *
 * <p>The same for any order of the rows and any number of threads. Takes as long as the algorithm on 0.63 n rows per
 * resample and on n / 2 rows per half.
 *
 * @param jaccard k mean Jaccard indices, in the order of the segments, 0 to 1; NaN for a segment that was in no sample
 * @param adjustedRand mean adjusted Rand index of halves, -0.5 to 1; NaN if fewer than two halves could be segmented
 * @param failed number of samples and halves that the algorithm could not segment
 */
public record Stability(double[] jaccard, double adjustedRand, int failed) {

    /** The Jaccard index of a segment: its range, and what a value means by Hennig 2007 and the manual of fpc. */
    public static final Agreement.Scale JACCARD = new Agreement.Scale(
            MetricRange.higherIsBetter(0, 1),
            new Reading(
                    List.of(
                            new Reading.Band(0.85, "highly stable"),
                            new Reading.Band(0.75, "stable"),
                            new Reading.Band(0.6, "doubtful: a pattern, but who belongs to it is uncertain"),
                            new Reading.Band(0.5, "not to be trusted: hardly found again"),
                            Reading.last("dissolved: not found again in parts of the customers")),
                    "",
                    "Hennig 2007"));

    /** Checks that nothing is null. */
    public Stability {
        Objects.requireNonNull(jaccard, "jaccard");
    }

    /** @return the mean of the segments' Jaccard indices; NaN without segments */
    public double meanJaccard() {
        return Arrays.stream(jaccard).average().orElse(Double.NaN);
    }

    /** @return the least of the segments' Jaccard indices; NaN without segments */
    public double worstJaccard() {
        return Arrays.stream(jaccard).min().orElse(Double.NaN);
    }

    /**
     * Measures the stability of a segmentation.
     *
     * @param x n x d finite features
     * @param labels the segments of all rows
     * @param clusterer the algorithm and options that made them
     * @param options how often
     * @param run seed, threads, progress, cancel
     * @return the stability
     * @throws IllegalArgumentException if the numbers of rows differ
     * @throws org.tessera.engine.run.RunCanceledException if the user has canceled
     */
    public static Stability of(Matrix x, Labels labels, Clusterer clusterer, StabilityOptions options, RunContext run) {
        return of(x, List.of(labels), Repetition.of(List.of(clusterer)), options, run)
                .get(0);
    }

    /**
     * Measures the stability of several segmentations of the same rows, each as by itself. All are repeated on the same
     * parts, so that they may share work there.
     *
     * @param x n x d finite features
     * @param labels the segments of all rows, per segmentation
     * @param repetition how the segmentations are repeated, in the same order
     * @param options how often
     * @param run seed, threads, progress, cancel
     * @return the stability of each
     * @throws IllegalArgumentException if the numbers of rows differ
     * @throws org.tessera.engine.run.RunCanceledException if the user has canceled
     */
    public static List<Stability> of(
            Matrix x, List<Labels> labels, Repetition repetition, StabilityOptions options, RunContext run) {
        for (Labels of : labels) {
            if (x.rows() != of.size()) {
                throw new IllegalArgumentException(of.size() + " labels for " + x.rows() + " rows");
            }
        }
        CanonicalRows canonical = CanonicalRows.of(x, run);
        List<Labels> arranged = labels.stream()
                .map(of -> Labels.ofPart(of.segments(), canonical.arrange(of.toArray())))
                .toList();
        return new Resampling(canonical.matrix(), arranged, repetition, options, run).measure();
    }

    /**
     * Measures what the same algorithm reaches on tables with the same margins and correlations, and no segments.
     *
     * @param continuum the model of the tables, fitted to the rows in canonical order
     * @param clusterer the algorithm and its options
     * @param options how often
     * @param run seed, threads, progress, cancel
     * @return the baseline
     * @throws org.tessera.engine.run.RunCanceledException if the user has canceled
     */
    public static Baseline withoutSegments(
            Continuum continuum, Clusterer clusterer, StabilityOptions options, RunContext run) {
        return withoutSegments(continuum, 1, Repetition.of(List.of(clusterer)), options, run)
                .get(0);
    }

    /**
     * The same for several segmentations, each as by itself, on the same tables.
     *
     * @param continuum the model of the tables, fitted to the rows in canonical order
     * @param segmentations number of segmentations
     * @param repetition how they are repeated
     * @param options how often
     * @param run seed, threads, progress, cancel
     * @return the baseline of each
     * @throws org.tessera.engine.run.RunCanceledException if the user has canceled
     */
    public static List<Baseline> withoutSegments(
            Continuum continuum, int segmentations, Repetition repetition, StabilityOptions options, RunContext run) {
        List<List<Stability>> tables = new ArrayList<>();
        for (int s = 0; s < segmentations; s++) {
            tables.add(new ArrayList<>());
        }
        for (int t = 0; t < options.nullTables(); t++) {
            RunContext part = run.part((double) t / options.nullTables(), (t + 1.0) / options.nullTables());
            Matrix table = continuum.draw(run.random(Resampling.TABLES + t), run);
            Map<Integer, Labels> found = segments(table, segmentations, repetition, part);
            List<Integer> which = List.copyOf(found.keySet());
            List<Stability> measured = of(table, List.copyOf(found.values()), repetition.only(which), options, part);
            for (int s = 0; s < measured.size(); s++) {
                tables.get(which.get(s)).add(measured.get(s));
            }
        }
        return tables.stream().map(Stability::baseline).toList();
    }

    /** The segments of those segmentations that find any. */
    private static Map<Integer, Labels> segments(
            Matrix table, int segmentations, Repetition repetition, RunContext run) {
        IntFunction<Clustering> repeated = repetition.on(table, run.withProgress((f, m) -> {}));
        Map<Integer, Labels> found = new LinkedHashMap<>();
        for (int s = 0; s < segmentations; s++) {
            try {
                Labels labels = repeated.apply(s).labels();
                if (labels.segments() > 0) {
                    found.put(s, labels);
                }
            } catch (SegmentationException e) {
                run.progress(1, "No segments in a table without segments");
            }
        }
        return found;
    }

    private static Baseline baseline(List<Stability> tables) {
        return new Baseline(
                mean(tables, Stability::meanJaccard),
                mean(tables, Stability::worstJaccard),
                mean(tables, Stability::adjustedRand),
                tables.size());
    }

    private static double mean(List<Stability> tables, ToDoubleFunction<Stability> value) {
        return tables.stream()
                .mapToDouble(value)
                .filter(v -> !Double.isNaN(v))
                .average()
                .orElse(Double.NaN);
    }
}
