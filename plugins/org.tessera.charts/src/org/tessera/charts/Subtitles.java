package org.tessera.charts;

import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;

/** Words that several charts use. */
final class Subtitles {

    private Subtitles() {}

    /** "5 segments", "1 segment and noise". */
    static String segments(Labels labels) {
        return Numbers.count(labels.segments())
                + (labels.segments() == 1 ? " segment" : " segments")
                + (labels.noise() > 0 ? " and noise" : "");
    }

    /** "Segment 1 (1,641)". */
    static String nameAndSize(int label, int size) {
        return Labels.name(label) + " (" + Numbers.count(size) + ")";
    }
}
