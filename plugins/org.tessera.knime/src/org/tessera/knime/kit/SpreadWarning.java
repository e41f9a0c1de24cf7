package org.tessera.knime.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.prep.FeatureSpread;
import org.tessera.engine.run.RunContext;

/** Warns of features in very different units, of which the largest alone decides every distance. */
public final class SpreadWarning {

    /** Ratio of the standard deviations of two features above which they are in very different units. */
    private static final double MAX_RATIO = 10;

    private SpreadWarning() {}

    /**
     * Compares the standard deviations of features. O(n d).
     *
     * @param x the features
     * @param names their names
     * @param run cancel
     * @return a warning that names the features with the largest and the smallest spread, their ratio, and the share of
     *     the variance that the largest one has; "" if the spreads differ by a factor of 10 at most. Constant features
     *     do not count.
     */
    public static String of(Matrix x, List<String> names, RunContext run) {
        double[] variances = Arrays.stream(FeatureSpread.squaredDeviations(x, run))
                .map(square -> square / Math.max(1, x.rows()))
                .toArray();
        int largest = -1;
        int smallest = -1;
        double sum = 0;
        for (int j = 0; j < variances.length; j++) {
            if (variances[j] > 0) {
                largest = largest < 0 || variances[j] > variances[largest] ? j : largest;
                smallest = smallest < 0 || variances[j] < variances[smallest] ? j : smallest;
                sum += variances[j];
            }
        }
        double ratio = largest < 0 ? 1 : Math.sqrt(variances[largest] / variances[smallest]);
        if (!(ratio > MAX_RATIO)) {
            return "";
        }
        return String.format(
                Locale.ENGLISH,
                "The features are in very different units: the spread of '%s' (standard deviation %s) is %s times that of"
                        + " '%s' (%s), and it has %.0f %% of all variance, so that it decides nearly alone. Connect the"
                        + " Preparation of a Segmentation Preprocessor, which scales the features.",
                names.get(largest),
                shown(Math.sqrt(variances[largest])),
                shown(ratio),
                names.get(smallest),
                shown(Math.sqrt(variances[smallest])),
                100 * variances[largest] / sum);
    }

    private static String shown(double value) {
        return value >= 1e7 || value < 1e-3
                ? String.format(Locale.ENGLISH, "%.2g", value)
                : String.format(Locale.ENGLISH, value >= 100 ? "%,.0f" : "%.3g", value);
    }
}
