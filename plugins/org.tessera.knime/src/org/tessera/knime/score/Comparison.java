package org.tessera.knime.score;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.data.Labels;
import org.tessera.engine.metric.Agreement;
import org.tessera.engine.run.SegmentationException;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.Failures;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.SegmentColumnChoice;
import org.tessera.knime.kit.SegmentLabels;

/**
 * Agreement of the segments with those of another column. Customers with a value in both count, with or without all
 * features.
 *
 * @param column the other column
 * @param figures the agreement
 * @param labels the segments of the customers that have a value in both columns
 * @param others how these customers are labeled in the other column
 * @param customers the number of customers that have a segment
 */
record Comparison(String column, Agreement.Result figures, Labels labels, Labels others, int customers) {

    /**
     * Checks by the spec that the segments can be compared with another column.
     *
     * @param spec the table's spec
     * @param segment the column of segments
     * @param other the other one, if any
     * @throws InvalidSettingsException if it is absent, holds no segments, or is the column of segments itself
     */
    static void check(DataTableSpec spec, String segment, Optional<String> other) throws InvalidSettingsException {
        if (other.isEmpty()) {
            return;
        }
        String column = other.get();
        String option = "Option 'Compare with segment column' ";
        if (column.isBlank()) {
            throw Failures.refusal(option + "is on, but no column is selected", "select a column", "switch it off");
        }
        if (column.equals(segment)) {
            throw Failures.refusal(
                    option + "is '" + column + "', which is the segment column itself",
                    "select the column of another segmentation or of a known class",
                    "switch it off");
        }
        SegmentColumnChoice.index(spec, column);
    }

    /**
     * Reads the other column and compares.
     *
     * @param table the table
     * @param segments its segments
     * @param parameters which column, and what happens to noise
     * @param exec progress and cancel
     * @return the comparison, if one is wanted
     * @throws CanceledExecutionException if the user has canceled
     * @throws InvalidSettingsException if there is no such column
     * @throws KNIMEException if the memory runs out
     * @throws SegmentationException if it has no value, or too many different ones
     */
    static Optional<Comparison> of(
            BufferedDataTable table, SegmentLabels segments, ScorerParameters parameters, ExecutionMonitor exec)
            throws CanceledExecutionException, InvalidSettingsException, KNIMEException {
        if (parameters.m_compareWith.isEmpty()) {
            return Optional.empty();
        }
        String column = parameters.m_compareWith.get();
        SegmentLabels other = SegmentLabels.read(table, column, exec);
        int[] own = segments.rows();
        int[] theirs = other.rows();
        int[] both = IntStream.of(own)
                .filter(i -> Arrays.binarySearch(theirs, i) >= 0)
                .toArray();
        Labels labels = segments.labels(both);
        Labels others = other.labels(both);
        Agreement.Result figures =
                EngineRun.call(exec, 0, run -> Agreement.of(labels, others, parameters.noise(), run));
        return Optional.of(new Comparison(column, figures, labels, others, own.length));
    }

    private int without() {
        return customers - labels.size();
    }

    /** What was compared, and why a figure is missing. */
    String note() {
        StringBuilder note = new StringBuilder("Agreement with column '" + column + "' ("
                + NodeTexts.count(others.segments(), "segment")
                + (others.noise() == 0 ? "" : ", " + NodeTexts.count(others.noise(), "noise customer"))
                + (without() == 0 ? "" : ", " + NodeTexts.count(without(), "customer") + " without a value left out")
                + ").");
        if (!figures.undefined().isEmpty()) {
            note.append(" Not defined: no customer is in a segment of both columns.");
        }
        return note.toString();
    }

    /** Says that customers do not count because they have no value in the other column, or "". */
    String warning() {
        return without() == 0
                ? ""
                : String.format(
                        Locale.ENGLISH,
                        "%,d of %s with a segment do not count in the agreement with '%s', where they have no value.",
                        without(),
                        NodeTexts.count(customers, "customer"),
                        column);
    }
}
