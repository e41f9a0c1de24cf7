package org.tessera.knime.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knime.core.data.DataColumnSpec;
import org.tessera.engine.choose.stability.Baseline;
import org.tessera.engine.choose.stability.Stability;
import org.tessera.engine.choose.stability.StabilityReport;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.metric.Agreement;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.SmallTable;

/**
 * The stability of segments as figures of the tables, with what they say.
 *
 * @param report what was measured
 * @param labels the labels that it was measured for, without empty segments
 * @param resamples how many samples were drawn
 */
record StabilityFigures(StabilityReport report, Labels labels, int resamples) {

    /** The columns per segment. */
    static final List<DataColumnSpec> SEGMENT_COLUMNS = List.of(
            SmallTable.number("Jaccard"),
            SmallTable.number("Jaccard without segments"),
            SmallTable.text("Stability in words"));

    /** A Jaccard index up to which a segment counts as dissolved (Hennig 2007). */
    private static final double DISSOLVED = 0.5;

    /** A figure beside the same without segments. */
    record Figure(String title, double value, double without, Agreement.Scale scale, String meaning) {

        String words() {
            return scale.reading().of(value) + (value <= without ? ", but no more so than without segments" : "");
        }

        String chance() {
            return Double.isNaN(without)
                    ? "no segments are found without segments"
                    : Numbers.value(without, 2) + " without segments";
        }
    }

    /** The figures of all segments together. */
    List<Figure> overall() {
        Stability stability = report.stability();
        Baseline baseline = report.baseline();
        return List.of(
                new Figure(
                        "Stability",
                        stability.adjustedRand(),
                        baseline.adjustedRand(),
                        Agreement.ADJUSTED_RAND,
                        "Mean adjusted Rand index of the segments of " + StabilityReport.HALVES
                                + " random halves of the customers, applied to all"),
                new Figure(
                        "Jaccard of worst segment",
                        stability.worstJaccard(),
                        baseline.worst(),
                        Stability.JACCARD,
                        "Mean Jaccard index of the segment that is found again least in "
                                + Numbers.count(resamples, "resample") + " of the customers"));
    }

    /** Whether only some of the customers were measured. */
    boolean isSampled() {
        return report.rows() < labels.size();
    }

    /** How a figure was measured, and why it is missing. */
    String note(Figure figure) {
        int failed = report.stability().failed();
        return figure.meaning() + "."
                + (failed == 0 ? "" : " " + NodeTexts.count(failed, "part") + " could not be segmented.")
                + (Double.isNaN(figure.value()) ? " Not defined: a segment or a half has too few customers." : "");
    }

    /** The cells of a segment; missing ones for none, and for noise. */
    List<Object> segment(int segment) {
        if (segment < 0 || segment >= labels.segments()) {
            return Arrays.asList(null, null, null);
        }
        String words = report.inWords(segment);
        return Arrays.asList(
                report.stability().jaccard()[segment], report.baseline().jaccard(), words.isEmpty() ? null : words);
    }

    /**
     * Says which segments should not be relied on, or "".
     *
     * @param names the names of the segments of the labels
     */
    String warning(List<String> names) {
        List<String> warnings = new ArrayList<>();
        Figure halves = overall().get(0);
        if (labels.segments() > 1 && halves.value() <= halves.without()) {
            warnings.add("The segments are no more stable than what the same algorithm makes of customers without"
                    + " segments (adjusted Rand index " + Numbers.value(halves.value(), 2) + " beside "
                    + Numbers.value(halves.without(), 2)
                    + "): other customers may give other segments. Compare other numbers of segments.");
        }
        double[] jaccard = report.stability().jaccard();
        List<String> dissolved = IntStream.range(0, jaccard.length)
                .filter(s -> jaccard[s] <= DISSOLVED)
                .mapToObj(s -> names.get(s) + " (" + Numbers.value(jaccard[s], 2) + ")")
                .toList();
        if (!dissolved.isEmpty()) {
            boolean one = dissolved.size() == 1;
            warnings.add(NodeTexts.first(dissolved, ", ")
                    + (one ? " is" : " are") + " not found again in parts of the customers (Jaccard index up to 0.5):"
                    + " do not rely on " + (one ? "it" : "them") + ", or choose fewer segments.");
        }
        return String.join(" ", warnings);
    }
}
