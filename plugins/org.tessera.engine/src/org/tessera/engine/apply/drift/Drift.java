package org.tessera.engine.apply.drift;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How new customers differ from those of training, per column and in the shares of the segments.
 *
 * @param rows one per column, and the shares of the segments last
 */
public record Drift(List<Row> rows) {

    /** A corrected p-value up to this one is drift beyond chance. */
    public static final double LEVEL = 0.01;

    /** Largest effects of a tiny, a small and a moderate drift. */
    private static final double[] BANDS = {0.02, 0.1, 0.25};

    private static final List<String> WORDS = List.of("tiny drift", "small drift", "moderate drift", "large drift");

    /** Copies the rows. */
    public Drift {
        rows = List.copyOf(rows);
    }

    /**
     * The drift of one column or of the shares.
     *
     * @param name the name of the column; empty for the shares of the segments
     * @param moved what has moved most, with its shares of both, such as "above 41: 50 % in training, 64 % now"; "" if nothing
     * @param effect the difference of these shares, 0 to 1: of numbers the largest difference of the shares below a number, of
     *     categories that of one category
     * @param p the probability of a difference like this or a larger one without drift, above 0 to 1
     * @param corrected the same, corrected for the number of rows (Holm 1979)
     * @param index the population stability index, of numbers over about ten bins of equally many training customers
     * @param training number of training customers
     * @param customers number of new customers
     */
    public record Row(
            String name,
            String moved,
            double effect,
            double p,
            double corrected,
            double index,
            long training,
            long customers) {

        /** @return whether there is drift beyond chance */
        public boolean isBeyondChance() {
            return corrected <= LEVEL;
        }

        /** @return "none beyond chance", or how large the drift is by its effect */
        public String inWords() {
            if (!isBeyondChance()) {
                return "none beyond chance";
            }
            int band = 0;
            while (band < BANDS.length && effect > BANDS[band]) {
                band++;
            }
            return WORDS.get(band);
        }
    }

    /** @return the rows with drift beyond chance, the largest effect first */
    public List<Row> beyondChance() {
        return rows.stream()
                .filter(Row::isBeyondChance)
                .sorted(Comparator.comparingDouble((Row r) -> -r.effect()))
                .toList();
    }

    /**
     * Corrects p-values for their number so that without any drift the probability of one at or below a level is at most that
     * level: Holm (1979), A simple sequentially rejective multiple test procedure.
     *
     * @param p p-values
     * @return the corrected ones, at most 1
     */
    static double[] holm(double... p) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] corrected = new double[p.length];
        double largest = 0;
        for (int i = 0; i < order.length; i++) {
            largest = Math.max(largest, Math.min(1, (order.length - i) * p[order[i]]));
            corrected[order[i]] = largest;
        }
        return corrected;
    }
}
