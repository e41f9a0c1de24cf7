package org.tessera.engine.select;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;

/**
 * Sizes of a segmentation.
 *
 * @param customers number of rows n, noise included
 * @param sizes rows per segment, noise not counted
 * @param noise rows that are noise
 */
public record Shape(int customers, List<Integer> sizes, int noise) {

    /** Most sizes in words; of more segments the first and the last ones are named. */
    private static final int MAX_SIZES = 12;

    private static final int FIRST_SIZES = 5;
    private static final int LAST_SIZES = 2;
    private static final String SEPARATOR = " / ";

    /** Copies the sizes. */
    public Shape {
        sizes = List.copyOf(sizes);
    }

    /**
     * The shape of labels.
     *
     * @param labels labels without gaps
     * @return their shape
     */
    public static Shape of(Labels labels) {
        return new Shape(labels.size(), Arrays.stream(labels.sizes()).boxed().toList(), labels.noise());
    }

    /** @return number of segments k, noise not counted */
    public int segments() {
        return sizes.size();
    }

    /** @return rows of the smallest segment, 0 if there is none */
    public int smallest() {
        return sizes.isEmpty() ? 0 : Collections.min(sizes);
    }

    /** @return rows of the largest segment, 0 if there is none */
    public int largest() {
        return sizes.isEmpty() ? 0 : Collections.max(sizes);
    }

    /** @return share of all customers in the smallest segment, 0 to 1; 0 if there is none */
    public double smallestShare() {
        return share(smallest());
    }

    /** @return share of all customers in the largest segment, 0 to 1; 0 if there is none */
    public double largestShare() {
        return share(largest());
    }

    /** @return share of all customers that are noise, 0 to 1 */
    public double noiseShare() {
        return share(noise);
    }

    private double share(int rows) {
        return customers == 0 ? 0 : (double) rows / customers;
    }

    /** @return the sizes in decreasing order, such as "1,903 / 1,786 / 765"; of many segments the first and last ones */
    public String sizesInWords() {
        List<String> all = sizes.stream()
                .sorted(Collections.reverseOrder())
                .map(size -> Numbers.count(size))
                .toList();
        int left = all.size() - FIRST_SIZES - LAST_SIZES;
        return all.size() <= MAX_SIZES
                ? String.join(SEPARATOR, all)
                : all.stream().limit(FIRST_SIZES).collect(Collectors.joining(SEPARATOR)) + SEPARATOR + "... ("
                        + Numbers.count(left) + " more) ..." + SEPARATOR
                        + String.join(SEPARATOR, all.subList(all.size() - LAST_SIZES, all.size()));
    }
}
