package org.tessera.bench.drift;

import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.apply.SegmentShares;
import org.tessera.engine.apply.drift.Baselines;
import org.tessera.engine.apply.drift.Drift;
import org.tessera.engine.apply.drift.DriftCounts;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.model.Baseline;
import org.tessera.engine.run.RunContext;

/**
 * What was said of many pairs of samples.
 *
 * @param pairs number of pairs
 * @param atOne pairs with a p-value of at most 1 %
 * @param atFive pairs with a p-value of at most 5 %
 * @param moderate pairs with a population stability index of 0.1 or more
 * @param large pairs with one of 0.25 or more
 */
record Tested(int pairs, int atOne, int atFive, int moderate, int large) {

    private static final RunContext SINGLE = RunContext.of(1).withThreads(1);

    /** One pair of samples. */
    interface Pair {
        Drift.Row test(int pair);
    }

    static Tested of(int pairs, Pair pair) {
        Drift.Row[] rows = new Drift.Row[pairs];
        RunContext.of(1).forBlocks(pairs, i -> rows[i] = pair.test(i));
        return new Tested(
                pairs,
                (int) IntStream.range(0, pairs).filter(i -> rows[i].p() <= 0.01).count(),
                (int) IntStream.range(0, pairs).filter(i -> rows[i].p() <= 0.05).count(),
                (int) IntStream.range(0, pairs)
                        .filter(i -> rows[i].index() >= SegmentShares.SMALL)
                        .count(),
                (int) IntStream.range(0, pairs)
                        .filter(i -> rows[i].index() >= SegmentShares.LARGE)
                        .count());
    }

    /** Tests one column. */
    static Drift.Row columns(Column training, Column customers) {
        Baseline baseline = new Baseline(
                Baselines.columns(new CustomerTable(training.size(), List.of(training)), SINGLE), new int[0]);
        DriftCounts counts = new DriftCounts(baseline);
        counts.add(new CustomerTable(customers.size(), List.of(customers)), SINGLE);
        SegmentShares none = new SegmentShares(new int[] {1}, new int[] {1});
        return counts.result(none, Labels::name, SINGLE).rows().get(0);
    }

    /** Tests the shares of segments. */
    static Drift.Row shares(int[] training, int[] customers) {
        return new DriftCounts(Baseline.UNKNOWN)
                .result(new SegmentShares(training, customers), s -> "Segment " + (s + 1), SINGLE)
                .rows()
                .get(0);
    }

    Tested plus(Tested other) {
        return new Tested(
                pairs + other.pairs,
                atOne + other.atOne,
                atFive + other.atFive,
                moderate + other.moderate,
                large + other.large);
    }

    double share(int count) {
        return count / (double) pairs;
    }
}
