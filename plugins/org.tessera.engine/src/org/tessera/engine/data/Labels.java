package org.tessera.engine.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Segment labels of n rows: 0 to k - 1, or {@link #NOISE}. Every segment 0 to k - 1 has at least one row, except in labels
 * of a part of the customers ({@link #ofPart}). Segments may have names; what they are called does not count for equality.
 * Immutable.
 */
public final class Labels {

    /** The label of a row that belongs to no segment. */
    public static final int NOISE = -1;

    /** The display name of {@link #NOISE}. */
    public static final String NOISE_NAME = "Noise";

    private final int[] values;
    private final int[] sizes;
    private final int noise;
    /** A name per segment, or none where segments have no names of their own. */
    private final List<String> names;

    private Labels(int[] values, int[] sizes, int noise, List<String> names) {
        this.values = values;
        this.sizes = sizes;
        this.noise = noise;
        this.names = names;
    }

    /**
     * Copies the labels and counts the rows of each segment. O(n).
     *
     * @param values a label per row, 0 to k - 1 without gaps, or {@link #NOISE}
     * @return the labels
     * @throws IllegalArgumentException if a label is below -1 or a segment between 0 and the largest label has no row
     */
    public static Labels of(int... values) {
        int k = 0;
        for (int value : values) {
            k = Math.max(k, value + 1);
        }
        Labels labels = count(Math.min(k, values.length + 1), values);
        for (int s = 0; s < labels.sizes.length; s++) {
            if (labels.sizes[s] == 0) {
                throw new IllegalArgumentException("Segment " + s + " of " + k + " has no row: number without gaps");
            }
        }
        return labels;
    }

    /**
     * The labels of a part of the customers of a segmentation: a segment may have no row among them. For profiles and
     * charts; metrics take labels without gaps. O(n + k).
     *
     * @param segments number of segments k of the segmentation
     * @param values a label per row, 0 to k - 1, or {@link #NOISE}
     * @return the labels
     * @throws IllegalArgumentException if a label is below -1 or above k - 1
     */
    public static Labels ofPart(int segments, int... values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= segments) {
                throw new IllegalArgumentException(
                        "Label " + values[i] + " of row " + i + " is above " + (segments - 1) + ", the last segment");
            }
        }
        return count(segments, values);
    }

    private static Labels count(int segments, int[] values) {
        int[] sizes = new int[segments];
        int noise = 0;
        for (int i = 0; i < values.length; i++) {
            int label = values[i];
            if (label < NOISE) {
                throw new IllegalArgumentException("Label " + label + " of row " + i + " is below -1 (noise)");
            }
            if (label == NOISE) {
                noise++;
            } else if (label < segments) {
                sizes[label]++;
            }
        }
        return new Labels(values.clone(), sizes, noise, List.of());
    }

    /**
     * Numbers the segments without those that have no row, as metrics take them. O(n + k).
     *
     * @return labels without gaps, in the same order of segments; these labels themselves if no segment is empty
     */
    public Labels dense() {
        int[] numbers = new int[sizes.length];
        int next = 0;
        for (int s = 0; s < sizes.length; s++) {
            numbers[s] = sizes[s] == 0 ? NOISE : next++;
        }
        if (next == sizes.length) {
            return this;
        }
        int[] renumbered = new int[values.length];
        Arrays.setAll(renumbered, i -> values[i] == NOISE ? NOISE : numbers[values[i]]);
        Labels dense = of(renumbered);
        List<String> kept = names.isEmpty()
                ? names
                : IntStream.range(0, sizes.length)
                        .filter(s -> sizes[s] > 0)
                        .mapToObj(names::get)
                        .toList();
        return new Labels(dense.values, dense.sizes, dense.noise, kept);
    }

    /**
     * The same labels with names of their segments.
     *
     * @param segmentNames a name per segment; empty for none
     * @return the named labels
     * @throws IllegalArgumentException if there is another number of names, or one is blank, occurs twice or is that of
     *     noise or of another segment without a name ({@link #name})
     */
    public Labels withNames(List<String> segmentNames) {
        if (!segmentNames.isEmpty() && segmentNames.size() != sizes.length) {
            throw new IllegalArgumentException(
                    sizes.length + " segments, but " + segmentNames.size() + " names: the numbers must be equal");
        }
        Set<String> distinct = new HashSet<>();
        for (int s = 0; s < segmentNames.size(); s++) {
            String name = segmentNames.get(s);
            int number = number(name);
            if (name.isBlank() || name.equals(NOISE_NAME) || (number > 0 && number != s + 1)) {
                throw new IllegalArgumentException("Segment " + (s + 1) + " cannot be called '" + name + "'");
            }
            if (!distinct.add(name)) {
                throw new IllegalArgumentException("Two segments are called '" + name + "'");
            }
        }
        boolean own = IntStream.range(0, segmentNames.size())
                .anyMatch(s -> !segmentNames.get(s).equals(name(s)));
        return new Labels(values, sizes, noise, own ? List.copyOf(segmentNames) : List.of());
    }

    /**
     * The same labels with the names that their segments have in others.
     *
     * @param others labels with the same number of segments
     * @return the named labels
     * @throws IllegalArgumentException if the numbers of segments differ and the others have names
     */
    public Labels namedAs(Labels others) {
        return withNames(others.names);
    }

    /** @return whether the segments have names of their own */
    public boolean hasNames() {
        return !names.isEmpty();
    }

    /** @return the names of the segments, in order; {@link #name} for segments without names of their own */
    public List<String> names() {
        return hasNames()
                ? names
                : IntStream.range(0, sizes.length).mapToObj(Labels::name).toList();
    }

    /**
     * What a segment is called.
     *
     * @param label 0 to k - 1, or {@link #NOISE}
     * @return its name; {@link #name} without one of its own
     */
    public String nameOf(int label) {
        return label == NOISE || names.isEmpty() ? name(label) : names.get(label);
    }

    /** @return the number of rows n, noise included */
    public int size() {
        return values.length;
    }

    /**
     * The label of a row.
     *
     * @param row row index, 0 to n - 1
     * @return 0 to k - 1, or {@link #NOISE}
     */
    public int at(int row) {
        return values[row];
    }

    /** @return the number of segments k, noise not counted */
    public int segments() {
        return sizes.length;
    }

    /**
     * The number of rows of a segment.
     *
     * @param segment 0 to k - 1
     * @return at least 1, or 0 for a segment that a part of the customers does not have
     */
    public int sizeOf(int segment) {
        return sizes[segment];
    }

    /** @return a copy of the k segment sizes */
    public int[] sizes() {
        return sizes.clone();
    }

    /** @return the number of noise rows */
    public int noise() {
        return noise;
    }

    /** @return a copy of the n labels */
    public int[] toArray() {
        return values.clone();
    }

    /**
     * The number in the display name of a segment without a name of its own.
     *
     * @param name any text
     * @return 12 for "Segment 12", 0 for other texts
     */
    public static int number(String name) {
        return name.matches("Segment [1-9][0-9]{0,8}") ? Integer.parseInt(name.substring(8)) : 0;
    }

    /**
     * The display name of a label whose segment has no name of its own.
     *
     * @param label 0 to k - 1, or {@link #NOISE}
     * @return "Segment 1" for label 0, and so on, or "Noise"
     */
    public static String name(int label) {
        return label == NOISE ? NOISE_NAME : "Segment " + (Objects.checkIndex(label, Integer.MAX_VALUE) + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels l && sizes.length == l.sizes.length && Arrays.equals(l.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Labels of " + values.length + " rows, sizes " + Arrays.toString(sizes) + ", noise " + noise;
    }
}
