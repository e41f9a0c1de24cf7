package org.tessera.charts;

import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;

/** Texts that several charts share. */
final class Subtitles {

    /** What a chart says where there is no room for it. */
    static final String TOO_SMALL = "Raise width and height";

    private Subtitles() {}

    /** The number of segments, such as "5 segments" or "1 segment and noise". */
    static String segments(Labels labels) {
        return Numbers.count(labels.segments())
                + (labels.segments() == 1 ? " segment" : " segments")
                + (labels.noise() > 0 ? " and noise" : "");
    }

    /** A formatted number with a minus sign in place of a hyphen. */
    static String signed(String number) {
        return number.replace('-', '\u2212');
    }

    /** The name and size of a segment, such as "Segment 1 (1,641)". */
    static String nameAndSize(int label, int size) {
        return nameAndSize(Labels.name(label), size);
    }

    /** A segment's name and size, such as "Young singles (1,641)". */
    static String nameAndSize(String name, int size) {
        return name + " (" + Numbers.count(size) + ")";
    }
}
