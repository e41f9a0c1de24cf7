package org.tessera.bench.verdict;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tessera.engine.choose.verdict.Verdict;
import org.tessera.engine.choose.verdict.Verdict.Kind;
import org.tessera.engine.choose.verdict.VerdictOptions;

/**
 * The verdicts on tables of one design and size.
 *
 * @param verdicts a verdict per table
 */
record Cell(List<Verdict> verdicts) {

    /** First seed of the tables; the criteria were chosen on tables of smaller ones. */
    static final int FIRST_SEED = 1000;

    /** Draws and judges tables of the seeds from {@link #FIRST_SEED} on. */
    static Cell of(Design design, int rows, int tables, VerdictOptions options) {
        return of(design, rows, FIRST_SEED, tables, options);
    }

    /** Draws and judges tables of the seeds from a first one on. */
    static Cell of(Design design, int rows, int firstSeed, int tables, VerdictOptions options) {
        return new Cell(IntStream.range(firstSeed, firstSeed + tables)
                .mapToObj(t -> Judged.verdict(design.draw(rows, t), Judged.preparation(), options, t))
                .toList());
    }

    /** The number of tables with natural segments. */
    long natural() {
        return verdicts.stream().filter(v -> v.kind() == Kind.NATURAL).count();
    }

    /** The number of tables in which more than margins and correlations is at work. */
    long beyond() {
        return verdicts.stream()
                .filter(v -> v.evidence().gainP() <= Verdict.LEVEL)
                .count();
    }

    /** The number of tables in which so many segments are counted. */
    long counted(int segments) {
        return verdicts.stream().filter(v -> v.segments().orElse(0) == segments).count();
    }

    double mean(ToDoubleFunction<Verdict> value) {
        return verdicts.stream().mapToDouble(value).average().orElse(Double.NaN);
    }
}
