package org.tessera.engine.choose.large;

import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.pass.Summary;
import org.tessera.engine.prep.PreparationTotals;

/** The pass that learns the preparation of all customers from that of a sample. */
final class PreparationPass implements Summary<PreparationPass> {

    private static final long serialVersionUID = 1L;

    private final transient StoredPreparation sampled;
    private final PreparationTotals totals;

    PreparationPass(StoredPreparation sampled, PreparationTotals begun) {
        this.sampled = sampled;
        totals = begun.empty();
    }

    @Override
    public void add(CustomerTable block, long[] ids) {
        totals.add(block, sampled.get(), StoredSegments.BLOCK);
    }

    @Override
    public void merge(PreparationPass other) {
        totals.add(other.totals);
    }

    PreparationTotals totals() {
        return totals;
    }
}
