package org.tessera.spark;

import org.apache.spark.util.AccumulatorV2;

/**
 * Gathers the tallies of tasks. Spark adds that of a task of an action once, however often the task was tried, so that failed
 * tasks and executors do not change the sums.
 */
final class TallyAccumulator extends AccumulatorV2<Tally, Tally> {

    private static final long serialVersionUID = 1L;

    private Tally tally = new Tally();

    @Override
    public boolean isZero() {
        return tally.isEmpty();
    }

    @Override
    public TallyAccumulator copy() {
        TallyAccumulator copy = new TallyAccumulator();
        copy.tally.merge(tally);
        return copy;
    }

    @Override
    public void reset() {
        tally = new Tally();
    }

    @Override
    public void add(Tally more) {
        tally.merge(more);
    }

    @Override
    public void merge(AccumulatorV2<Tally, Tally> other) {
        tally.merge(other.value());
    }

    @Override
    public Tally value() {
        return tally;
    }
}
