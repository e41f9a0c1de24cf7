package org.tessera.engine.choose.sweep;

import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tessera.engine.data.Numbers;

/**
 * The trials with a number of segments that was asked for: an algorithm that finds the number itself may find others.
 *
 * @param tried the trials that stay: all, if none has such a number
 * @param note those that were set aside, a sentence; empty if none was
 */
record InRange(List<Tried> tried, String note) {

    static InRange of(List<Tried> tried, SweepOptions options) {
        List<Tried> inside = tried.stream().filter(t -> fits(t, options)).toList();
        if (inside.isEmpty() || inside.size() == tried.size()) {
            return new InRange(tried, "");
        }
        Map<String, IntSummaryStatistics> outside = tried.stream()
                .filter(t -> !fits(t, options))
                .collect(Collectors.groupingBy(
                        t -> t.trial().algorithm(), LinkedHashMap::new, Collectors.summarizingInt(InRange::segments)));
        String found = outside.entrySet().stream()
                .map(e -> e.getKey() + " with " + Numbers.count(e.getValue().getCount(), "setting") + " ("
                        + inWords(e.getValue()) + ")")
                .collect(Collectors.joining(", "));
        return new InRange(
                inside,
                "Set aside for a number of segments outside " + options.minSegments() + " to " + options.maxSegments()
                        + ": " + found + ".");
    }

    private static String inWords(IntSummaryStatistics segments) {
        return segments.getMin() == segments.getMax()
                ? Numbers.count(segments.getMin(), "segment")
                : segments.getMin() + " to " + segments.getMax() + " segments";
    }

    /** Fewer segments than asked for, as rows are too much alike or components empty, are no reason to set aside. */
    private static boolean fits(Tried tried, SweepOptions options) {
        int segments = segments(tried);
        return tried.trial().segments() > 0 || segments >= options.minSegments() && segments <= options.maxSegments();
    }

    private static int segments(Tried tried) {
        return tried.result().clustering().labels().segments();
    }
}
