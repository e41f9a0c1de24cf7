package org.tessera.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Whether two sides have found the same.
 *
 * @param holds whether they have
 * @param words what was compared and how far it differs
 */
record Equality(boolean holds, String words) {

    private static final double EXACT = 1e-9;

    /** A search from other random starts may end a little higher. */
    private static final double SEARCH = 1e-3;

    static Equality of(Request request, Answer ours, Path our, Answer theirs, Path their) throws IOException {
        return switch (request.algorithm()) {
            case "silhouette" -> figure("value", ours, theirs, 1);
            case "davies-bouldin", "calinski-harabasz" -> figure("value", ours, theirs, theirs.value("value"));
            case "hierarchy" -> tree(our, their);
            case "kmeans" -> kmeans(ours, our, theirs, their);
            case "restarts" -> restarts(ours, theirs);
            case "dbscan" -> dbscan(ours, our, their);
            case "mixture" ->
                figure("log-likelihood", ours, theirs, theirs.value("log-likelihood"))
                        .and(partition(our, their, null));
            case "preprocessing" -> arrays(Works.FEATURES, our, their, 1);
            default -> throw new IllegalArgumentException("No comparison for '" + request.algorithm() + "'");
        };
    }

    private Equality and(Equality other) {
        return new Equality(holds && other.holds, words + "; " + other.words);
    }

    private static Equality figure(String name, Answer ours, Answer theirs, double scale) {
        double off = Math.abs(ours.value(name) - theirs.value(name)) / Math.abs(scale);
        String words = name + " " + text(ours.value(name)) + ", off by " + small(off);
        return new Equality(off <= EXACT, words);
    }

    private static Equality tree(Path our, Path their) throws IOException {
        double[] heights = RawFile.doubles(Work.file(their, Works.HEIGHTS));
        Equality equality = arrays(Works.HEIGHTS, our, their, heights[heights.length - 1]);
        Path labels = Work.file(their, Works.LABELS);
        return Files.exists(labels) ? equality.and(partition(our, their, null)) : equality;
    }

    /** The largest difference in units of the values, at least of a thousandth of the scale. */
    private static Equality arrays(String name, Path our, Path their, double scale) throws IOException {
        double[] a = RawFile.doubles(Work.file(our, name));
        double[] b = RawFile.doubles(Work.file(their, name));
        if (a.length != b.length) {
            return new Equality(false, a.length + " " + name + " here, " + b.length + " there");
        }
        double off = 0;
        for (int i = 0; i < a.length; i++) {
            off = Math.max(off, Math.abs(a[i] - b[i]) / Math.max(Math.abs(b[i]), 1e-3 * scale));
        }
        return new Equality(off <= EXACT, name + " off by " + small(off) + " at most");
    }

    private static Equality kmeans(Answer ours, Path our, Answer theirs, Path their) throws IOException {
        Equality partition = partition(our, their, null);
        return theirs.values().containsKey("inertia")
                ? figure("inertia", ours, theirs, theirs.value("inertia")).and(partition)
                : partition;
    }

    private static Equality restarts(Answer ours, Answer theirs) {
        double worst = Double.NEGATIVE_INFINITY;
        double best = Double.POSITIVE_INFINITY;
        for (String name : theirs.values().keySet()) {
            double off = ours.value(name) / theirs.value(name) - 1;
            worst = Math.max(worst, off);
            best = Math.min(best, off);
        }
        String words = String.format(
                Locale.ROOT, "inertia of the best start %+.4f %% to %+.4f %% of the rival's", 100 * best, 100 * worst);
        return new Equality(worst <= SEARCH, words);
    }

    /** Border rows may join any segment they touch, and sides choose differently; core rows and noise are fixed. */
    private static Equality dbscan(Answer ours, Path our, Path their) throws IOException {
        byte[] core = RawFile.bytes(Work.file(their, Works.CORE));
        int[] a = RawFile.ints(Work.file(our, Works.LABELS));
        int[] b = RawFile.ints(Work.file(their, Works.LABELS));
        boolean[] fixed = new boolean[core.length];
        int border = 0;
        for (int i = 0; i < fixed.length; i++) {
            fixed[i] = core[i] == 1 || a[i] < 0 || b[i] < 0;
            border += fixed[i] ? 0 : 1;
        }
        Equality equality = partition(our, their, fixed);
        String words = String.format(
                Locale.ROOT,
                "%s (core and noise; %,d border rows aside), %.0f segments, %.0f rows of noise",
                equality.words,
                border,
                ours.value("segments"),
                ours.value("noise"));
        return new Equality(equality.holds, words);
    }

    /** Labels up to their numbering; noise is noise. */
    private static Equality partition(Path our, Path their, boolean[] counted) throws IOException {
        int[] a = RawFile.ints(Work.file(our, Works.LABELS));
        int[] b = RawFile.ints(Work.file(their, Works.LABELS));
        if (a.length != b.length) {
            return new Equality(false, a.length + " labels here, " + b.length + " there");
        }
        int differ = different(a, b, counted);
        String words = differ == 0 ? "same labels" : differ + " of " + a.length + " labels differ";
        return new Equality(differ == 0, words);
    }

    /** Rows outside the largest common part of their segments, seen from both sides. */
    static int different(int[] a, int[] b, boolean[] counted) {
        return Math.max(outside(a, b, counted), outside(b, a, counted));
    }

    private static int outside(int[] a, int[] b, boolean[] counted) {
        Map<Integer, Map<Integer, Integer>> common = new HashMap<>();
        int rows = 0;
        for (int i = 0; i < a.length; i++) {
            if (counted == null || counted[i]) {
                rows++;
                common.computeIfAbsent(a[i], label -> new HashMap<>()).merge(b[i], 1, Integer::sum);
            }
        }
        for (Map.Entry<Integer, Map<Integer, Integer>> segment : common.entrySet()) {
            boolean noise = segment.getKey() < 0;
            rows -= segment.getValue().entrySet().stream()
                    .filter(other -> other.getKey() < 0 == noise)
                    .mapToInt(Map.Entry::getValue)
                    .max()
                    .orElse(0);
        }
        return rows;
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.10g", value);
    }

    private static String small(double value) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value);
    }
}
