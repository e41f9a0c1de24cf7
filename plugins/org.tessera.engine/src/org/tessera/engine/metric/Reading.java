package org.tessera.engine.metric;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.Numbers;

/**
 * What values of a metric mean in words: bands of values from a publication or from the definition of the metric, and what
 * segments that have nothing to do with the features give. A metric without a scale of its own says so in a single band.
 *
 * @param bands from the largest values to the smallest; the last one is without a bound
 * @param chance the values that segments dealt at random have, such as "about 1"; empty if not known
 * @param source where the bands come from, such as "Kaufman and Rousseeuw 1990"; empty if from the metric's definition
 */
public record Reading(List<Band> bands, String chance, String source) {

    /**
     * Values with the same meaning.
     *
     * @param above the values are larger than this; minus infinity for the last band
     * @param words their meaning, without a capital and a period
     */
    public record Band(double above, String words) {}

    /** Checks the order of the bands. */
    public Reading {
        bands = List.copyOf(bands);
        double last = Double.POSITIVE_INFINITY;
        for (Band band : bands) {
            if (!(band.above() < last) || band.words().isBlank()) {
                throw new IllegalArgumentException(
                        "Band above " + band.above() + " '" + band.words() + "' needs words and a bound below " + last);
            }
            last = band.above();
        }
        if (last != Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("The last band must be without a bound, but is above " + last);
        }
    }

    /**
     * The reading of a metric without a scale: a value means something only beside another one.
     *
     * @param limit what may be compared, such as "only between segmentations of the same customers"
     * @param chance the values that segments dealt at random have, or empty
     * @return the reading
     */
    public static Reading withoutScale(String limit, String chance) {
        return new Reading(List.of(last("no fixed scale: compare it " + limit)), chance, "");
    }

    /**
     * The last band, of all values that are in no band before it.
     *
     * @param words their meaning
     * @return the band
     */
    public static Band last(String words) {
        return new Band(Double.NEGATIVE_INFINITY, words);
    }

    /**
     * The meaning of a value. A value on a bound belongs to the band below it.
     *
     * @param value a value of the metric
     * @return such as "weak: segments overlap"; empty for an undefined value (NaN)
     */
    public String of(double value) {
        return bands.stream()
                .filter(band -> value > band.above() || value == Double.NEGATIVE_INFINITY)
                .map(Band::words)
                .reduce("", (first, next) -> first.isEmpty() ? next : first);
    }

    /** @return whether a publication says what a single value means */
    public boolean hasScale() {
        return !source.isEmpty();
    }

    /** @return the bands with their bounds, their source and what chance gives, as sentences for the user */
    public String inWords() {
        List<String> parts = new ArrayList<>();
        for (Band band : bands) {
            parts.add(bands.size() == 1 ? band.words() : bound(band) + band.words());
        }
        String text = String.join("; ", parts);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + (source.isEmpty() ? "" : " (" + source + ")")
                + "." + (chance.isEmpty() ? "" : " Segments dealt at random give " + chance + ".");
    }

    private static String bound(Band band) {
        return Double.isInfinite(band.above()) ? "otherwise " : "above " + Numbers.value(band.above(), 2) + " ";
    }
}
