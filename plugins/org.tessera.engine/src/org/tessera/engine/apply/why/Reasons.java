package org.tessera.engine.apply.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.NumericColumn;

/**
 * A sentence per customer: why this segment rather than the runner-up, such as "Segment 2 rather than Segment 1: Home = rent,
 * Age = 24; Income = 3,200 speaks for Segment 1." Named are, with the customer's own entries,
 *
 * <ul>
 *   <li>the columns that speak most for the segment, until they make up {@value #ENOUGH} of all that does, at most
 *       {@value #MOST_FOR};
 *   <li>the columns that speak most for the runner-up, each with at least {@value #WORTH_SAYING} of all that speaks for the
 *       segment, at most {@value #MOST_AGAINST}; however little they say where the clustering has made another segment than
 *       the rule of assignment would, as hierarchical clustering may.
 * </ul>
 */
public final class Reasons {

    private static final double ENOUGH = 0.9;
    private static final int MOST_FOR = 3;
    private static final double WORTH_SAYING = 0.2;
    private static final int MOST_AGAINST = 2;

    private final Contributions contributions;
    private final Assignment assignment;
    private final IntFunction<String> names;
    private final Map<String, Column> entries = new HashMap<>();

    /**
     * Prepares sentences.
     *
     * @param contributions the contributions of n rows
     * @param assignment the segments of the same rows
     * @param names the names of segments by label, that of {@link Labels#NOISE} among them
     * @param customers the customers' own columns, of the same rows
     */
    public Reasons(
            Contributions contributions, Assignment assignment, IntFunction<String> names, CustomerTable customers) {
        this.contributions = contributions;
        this.assignment = assignment;
        this.names = names;
        customers.columns().forEach(c -> entries.put(c.name(), c));
    }

    /** @return the contributions that the sentences are about */
    public Contributions contributions() {
        return contributions;
    }

    /**
     * The sentence of a row. O(c log c) for c columns.
     *
     * @param row row index
     * @return a sentence, "" for a row without a segment
     */
    public String sentence(int row) {
        int segment = assignment.segments()[row];
        int runnerUp = assignment.runnersUp()[row];
        if (segment == Assignment.NONE) {
            return "";
        }
        String name = names.apply(segment);
        if (runnerUp == Assignment.NONE) {
            return name + ": there is no other segment.";
        }
        String other = names.apply(runnerUp);
        Integer[] order = IntStream.range(0, contributions.columns().size())
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -contributions.values().at(row, c)))
                .toArray(Integer[]::new);
        List<String> speakFor = speakFor(row, order);
        List<String> against = against(row, order);
        String start = name + " rather than " + other;
        String objection = against.isEmpty()
                ? ""
                : String.join(", ", against) + (against.size() == 1 ? " speaks for " : " speak for ") + other;
        if (speakFor.isEmpty()) {
            String how = isMade(row) ? "made by the clustering" : "found first";
            return start + ": " + (objection.isEmpty() ? "both fit equally" : how + ", although " + objection) + ".";
        }
        if (isMade(row) && !objection.isEmpty()) {
            return start + ": made by the clustering, although " + objection + ".";
        }
        String reasons = String.join(", ", speakFor);
        if (segment == Labels.NOISE) {
            return start + ": too far from its nearest customer, by " + reasons + ".";
        }
        return start + ": " + reasons + (objection.isEmpty() ? "" : "; " + objection) + ".";
    }

    /** Whether the clustering has made another segment than the rule of assignment would. */
    private boolean isMade(int row) {
        return Double.isNaN(assignment.confidences()[row]);
    }

    private double at(int row, int column) {
        return contributions.values().at(row, column);
    }

    private double positive(int row) {
        double sum = 0;
        for (int c = 0; c < contributions.columns().size(); c++) {
            sum += Math.max(0, at(row, c));
        }
        return sum;
    }

    private List<String> speakFor(int row, Integer... order) {
        List<String> texts = new ArrayList<>();
        double enough = ENOUGH * positive(row);
        double sum = 0;
        for (int i = 0; i < order.length && texts.size() < MOST_FOR; i++) {
            double contribution = at(row, order[i]);
            if (contribution > 0 && sum < enough) {
                sum += contribution;
                texts.add(text(row, order[i]));
            }
        }
        return texts;
    }

    private List<String> against(int row, Integer... order) {
        List<String> texts = new ArrayList<>();
        double least = isMade(row) ? 0 : WORTH_SAYING * positive(row);
        for (int i = order.length - 1; i >= 0 && texts.size() < MOST_AGAINST; i--) {
            double contribution = at(row, order[i]);
            boolean radius = contributions.columns().get(order[i]).equals(Explainer.RADIUS);
            if (contribution < 0 && -contribution >= least && !radius) {
                texts.add(text(row, order[i]));
            }
        }
        return texts;
    }

    private String text(int row, int column) {
        String name = contributions.columns().get(column);
        Column entry = entries.get(name);
        if (entry == null) {
            return "the size and shape of the segments";
        }
        if (entry.isMissing(row)) {
            return name + " is missing";
        }
        return name + " = "
                + (entry instanceof NumericColumn numbers
                        ? numbers.quantity().text(numbers.values()[row])
                        : ((CategoryColumn) entry).levels().get(((CategoryColumn) entry).codes()[row]));
    }
}
