package org.tessera.charts;

import java.util.Arrays;
import java.util.List;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;

/** Texts that several charts share. */
final class Subtitles {

    /** What a chart says where there is no room for it. */
    static final String TOO_SMALL = "Raise width and height";

    private static final int LONG_NAME = 28;
    private static final int KEPT_END = 8;

    private Subtitles() {}

    /** The number of segments, such as "5 segments" or "1 segment and noise". */
    static String segments(Labels labels) {
        return Numbers.count(labels.segments())
                + (labels.segments() == 1 ? " segment" : " segments")
                + (labels.noise() > 0 ? " and noise" : "");
    }

    /** The minus sign. */
    static final String MINUS = "\u2212";

    /** Share of the variance below which two components are said to show little. */
    private static final double SMALL_SHARE = 1 / 3.0;

    /** Says that the first two components show little of the variance, or "". */
    static String smallPlane(double[] explained) {
        double shown = Arrays.stream(explained).limit(2).sum();
        return shown > 0 && shown < SMALL_SHARE
                ? "Two components show only " + Numbers.roughPercent(shown)
                        + " of the variance: segments that overlap in their plane may be apart."
                : "";
    }

    /** A formatted number with a minus sign in place of a hyphen. */
    static String signed(String number) {
        return number.replace("-", MINUS);
    }

    /** A name for a sentence: as it can be drawn, a long one with its middle left out. */
    static String shortName(String name) {
        String clean = TextParts.clean(name).strip();
        int[] points = clean.codePoints().toArray();
        return points.length <= LONG_NAME
                ? clean
                : new String(points, 0, LONG_NAME - KEPT_END - 1).strip()
                        + "\u2026"
                        + new String(points, points.length - KEPT_END, KEPT_END).strip();
    }

    /** A list such as "A", "A and B", "A, B and C", "A, B and 4 more". */
    static String listed(List<String> names, int limit) {
        List<String> shown = names.stream()
                .limit(names.size() > limit ? limit - 1 : limit)
                .map(Subtitles::shortName)
                .toList();
        int more = names.size() - shown.size();
        int named = more > 0 ? shown.size() : shown.size() - 1;
        String last = more > 0 ? Numbers.count(more) + " more" : shown.isEmpty() ? "" : shown.get(named);
        return named <= 0 ? last : String.join(", ", shown.subList(0, named)) + " and " + last;
    }

    /** A segment's name and size, such as "Young singles (1,641)". */
    static String nameAndSize(String name, int size) {
        return name + " (" + Numbers.count(size) + ")";
    }
}
