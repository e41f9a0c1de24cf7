package org.tessera.engine.apply;

import java.util.Arrays;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.model.SegmentationModel;

/**
 * The distribution of new customers over the segments compared with that of the training customers by the population
 * stability index: the sum over the segments of (q - p) ln(q / p) for shares p of the training and q of the new
 * customers, at least 0, higher for a larger shift. The thresholds {@value #SMALL} and {@value #LARGE} are those of
 * Lewis (1994), An Introduction to Credit Scoring. They ignore the number of customers, although the index of few
 * customers is large by chance (Potgieter et al. 2023, arXiv:2307.11878); an index is therefore compared with
 * {@link #criticalValue()} first.
 *
 * <p>In the index, a count of 0 is replaced by half a customer, as it would be infinite otherwise. Immutable by
 * contract: the arrays are shared and must not be changed.
 *
 * @param training training customers per segment, noise last if the model can have noise
 * @param customers new customers per segment, in the same order
 */
public record SegmentShares(int[] training, long[] customers) {

    /** An index below is a small shift. */
    public static final double SMALL = 0.1;
    /** An index of at least this is a large shift. */
    public static final double LARGE = 0.25;

    /** The 95 % quantile of the standard normal distribution. */
    private static final double NORMAL_95 = 1.6448536269514722;

    /** Checks that the lengths agree. */
    public SegmentShares {
        if (training.length != customers.length) {
            throw new IllegalArgumentException(
                    training.length + " segments in training, but " + customers.length + " of the new customers");
        }
    }

    /**
     * The distribution of no more than 2^31 - 1 new customers.
     *
     * @param training training customers per segment, noise last if the model can have noise
     * @param customers new customers per segment, in the same order; copied
     */
    public SegmentShares(int[] training, int... customers) {
        this(training, Arrays.stream(customers).asLongStream().toArray());
    }

    /**
     * The distribution of customers that a model was assigned to, beside that of its training customers: as its rule assigns
     * them if the model keeps these counts, else by their labels.
     *
     * @param model the model
     * @param customers new customers per segment of the model, followed by those of noise if it can have noise; copied
     * @return both distributions
     */
    public static SegmentShares of(SegmentationModel model, long... customers) {
        int k = model.labels().segments();
        int[] training = new int[customers.length];
        int[] known = model.baseline().shares();
        for (int s = 0; s < training.length; s++) {
            int labeled = s < k ? model.labels().sizeOf(s) : model.labels().noise();
            training[s] = known.length == 0 ? labeled : known[s];
        }
        return new SegmentShares(training, customers.clone());
    }

    /**
     * The usual reading of an index, which ignores the number of customers.
     *
     * @param index an index
     * @return "small", "moderate" or "large"
     */
    public static String usual(double index) {
        if (index < SMALL) {
            return "small";
        }
        return index < LARGE ? "moderate" : "large";
    }

    /** @return the total number of training customers */
    public int trainingTotal() {
        return Arrays.stream(training).sum();
    }

    /** @return the total number of new customers */
    public long total() {
        return Arrays.stream(customers).sum();
    }

    /**
     * A segment's share of the training customers.
     *
     * @param segment index of the segment
     * @return 0 to 1; NaN without customers
     */
    public double trainingShare(int segment) {
        return training[segment] / (double) trainingTotal();
    }

    /**
     * A segment's share of the new customers.
     *
     * @param segment index of the segment
     * @return 0 to 1; NaN without customers
     */
    public double share(int segment) {
        return customers[segment] / (double) total();
    }

    /**
     * A segment's term of the index.
     *
     * @param segment index of the segment
     * @return at least 0; NaN if there are no training or no new customers at all
     */
    public double index(int segment) {
        if (trainingTotal() == 0 || total() == 0) {
            return Double.NaN;
        }
        if (training[segment] == 0 && customers[segment] == 0) {
            return 0;
        }
        double p = Math.max(training[segment], 0.5) / trainingTotal();
        double q = Math.max(customers[segment], 0.5) / total();
        return (q - p) * Math.log(q / p);
    }

    /** @return the index; NaN if there are no training or no new customers at all */
    public double index() {
        double sum = 0;
        for (int s = 0; s < training.length; s++) {
            sum += index(s);
        }
        return trainingTotal() == 0 || total() == 0 ? Double.NaN : sum;
    }

    /**
     * The critical value of the index at the 5 % level for samples of these sizes from one distribution: the 95 %
     * quantile of chi squared with one degree of freedom less than segments with customers (approximated by Wilson and
     * Hilferty 1931, doi:10.1073/pnas.17.12.684), times (1 / training + 1 / new customers).
     *
     * @return at least 0; 0 for a single segment
     */
    public double criticalValue() {
        int filled = 0;
        for (int s = 0; s < training.length; s++) {
            filled += training[s] > 0 || customers[s] > 0 ? 1 : 0;
        }
        if (filled < 2) {
            return 0;
        }
        double freedom = filled - 1.0;
        double spread = 2 / (9 * freedom);
        double root = 1 - spread + NORMAL_95 * Math.sqrt(spread);
        return freedom * root * root * root * (1.0 / trainingTotal() + 1.0 / total());
    }

    /** @return the interpretation of the index, a sentence */
    public String inWords() {
        double index = index();
        if (Double.isNaN(index)) {
            return "No new customer has a segment.";
        }
        String value = Numbers.value(index, 2);
        if (index <= criticalValue()) {
            return "No shift beyond chance: the population stability index is " + value + ", and up to "
                    + Numbers.value(criticalValue(), 2) + " comes by chance with " + Numbers.count(total(), "customer")
                    + ".";
        }
        if (index < SMALL) {
            return "Small shift: the population stability index is " + value + ", below " + SMALL + ".";
        }
        if (index < LARGE) {
            return "Moderate shift: the population stability index is " + value + ", from " + SMALL + " to " + LARGE
                    + ". See which segments grow.";
        }
        return "Large shift: the population stability index is " + value + ", " + LARGE
                + " or more. These customers are" + " not like those of training: consider to cluster anew.";
    }
}
