package org.tessera.charts;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;

/**
 * The heading of a segment in a grid with a column per segment.
 *
 * @param label the segment, or -1 for noise
 * @param name the name shown
 * @param size number of customers
 */
public record SegmentHead(int label, String name, int size) {

    /** A heading per segment, noise last if there is any. */
    static List<SegmentHead> of(Labels labels) {
        List<SegmentHead> heads = new ArrayList<>();
        for (int s = 0; s < labels.segments(); s++) {
            heads.add(new SegmentHead(s, labels.nameOf(s), labels.sizeOf(s)));
        }
        if (labels.noise() > 0) {
            heads.add(new SegmentHead(Labels.NOISE, Labels.NOISE_NAME, labels.noise()));
        }
        return heads;
    }

    /** The number of customers as a text. */
    String count() {
        return Numbers.count(size);
    }
}
