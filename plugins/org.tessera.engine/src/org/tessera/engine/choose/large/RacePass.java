package org.tessera.engine.choose.large;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.pass.Summary;

/** One pass that assigns all customers to the segments of several models of the same preparation. */
final class RacePass implements Summary<RacePass> {

    private static final long serialVersionUID = 1L;

    private final transient StoredSegments first;
    private final ArrayList<SegmentPass> passes = new ArrayList<>();

    RacePass(List<StoredSegments> models) {
        first = models.get(0);
        models.forEach(model -> passes.add(new SegmentPass(model)));
    }

    @Override
    public void add(CustomerTable block, long[] ids) {
        Matrix x = first.features(block).x();
        passes.forEach(pass -> pass.add(x, block.rows()));
    }

    @Override
    public void merge(RacePass other) {
        for (int m = 0; m < passes.size(); m++) {
            passes.get(m).merge(other.passes.get(m));
        }
    }

    /** What was found by each model. */
    List<SegmentPass> passes() {
        return List.copyOf(passes);
    }
}
