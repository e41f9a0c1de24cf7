package org.tessera.knime.kit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.IntValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;
import org.tessera.engine.data.Labels;

/**
 * The column that holds the segments: the one chosen by the user, else the model's, else the only one that holds the
 * model's segments.
 *
 * @param column its name
 * @param warning says that the model's column is not in the table and which one was taken, or ""
 */
public record SegmentColumnChoice(String column, String warning) {

    /** Title of the option. */
    public static final String TITLE = "Segment column";

    /** Its description. */
    public static final String DESCRIPTION =
            "The column with the segments, texts or whole numbers, where it has another"
                    + " name than in the model. Off, the column that the model names is taken; if the table has none of that"
                    + " name, the only column that holds the model's segments. Default: none.";

    /** The columns that can hold segments. */
    public static final class Columns implements FilteredInputTableColumnsProvider {
        @Override
        public boolean isIncluded(DataColumnSpec column) {
            return isSegmentColumn(column.getType());
        }
    }

    /** The column when the choice is switched on: the last one that can hold segments, often the newest. */
    public static final class Last implements OptionalWidget.DefaultValueProvider<String> {
        @Override
        public String computeState(NodeParametersInput input) {
            return input.getInTableSpec(0).stream()
                    .flatMap(DataTableSpec::stream)
                    .filter(c -> isSegmentColumn(c.getType()))
                    .map(DataColumnSpec::getName)
                    .reduce((first, last) -> last)
                    .orElse("");
        }
    }

    /**
     * Chooses the column.
     *
     * @param spec the table's spec
     * @param chosen the user's choice, if there is one
     * @param modelColumn the name of the column in the model
     * @param segments the names of the model's segments; empty before they are known
     * @return the column
     * @throws InvalidSettingsException if there is none, or it holds neither texts nor whole numbers
     */
    public static SegmentColumnChoice of(
            DataTableSpec spec, Optional<String> chosen, String modelColumn, List<String> segments)
            throws InvalidSettingsException {
        if (chosen.isPresent() || spec.containsName(modelColumn)) {
            String column = chosen.orElse(modelColumn);
            index(spec, column);
            return new SegmentColumnChoice(column, "");
        }
        List<String> holding = spec.stream()
                .filter(c -> holds(c, segments))
                .map(DataColumnSpec::getName)
                .toList();
        if (holding.size() == 1) {
            return new SegmentColumnChoice(
                    holding.get(0),
                    "The table has no column '" + modelColumn + "' as the model: '" + holding.get(0)
                            + "' is taken, the only one that holds its segments.");
        }
        throw Failures.refusal(
                "Segment column '" + modelColumn + "' is not in the table"
                        + (holding.isEmpty()
                                ? ""
                                : ", and " + NodeTexts.count(holding.size(), "column") + " could hold the segments ("
                                        + NodeTexts.first(holding, ", ") + ")"),
                "select the column with the segments in '" + TITLE + "'",
                "connect the table with the segments, for example the first output of a clustering node");
    }

    /** Whether all that a column can hold, as far as is known, are segments of a model. */
    private static boolean holds(DataColumnSpec column, List<String> segments) {
        Set<DataCell> values = column.getDomain().getValues();
        return column.getType().isCompatible(StringValue.class)
                && values != null
                && !values.isEmpty()
                && values.stream()
                        .map(DataCell::toString)
                        .allMatch(name -> isSegment(name, segments) || name.equals(Labels.NOISE_NAME));
    }

    /** Whether it is what a segment is called, or was called before it had a name. */
    private static boolean isSegment(String name, List<String> segments) {
        int number = Labels.number(name);
        return segments.contains(name) || number > 0 && number <= segments.size();
    }

    /**
     * Whether a column can hold segments.
     *
     * @param type the column's type
     * @return true for texts and whole numbers
     */
    public static boolean isSegmentColumn(DataType type) {
        return type.isCompatible(StringValue.class) || type.isCompatible(IntValue.class);
    }

    /**
     * Checks by the spec that a segment column exists.
     *
     * @param spec the table's spec
     * @param column its name
     * @return its index
     * @throws InvalidSettingsException if there is no such column or it holds neither texts nor whole numbers
     */
    public static int index(DataTableSpec spec, String column) throws InvalidSettingsException {
        if (column == null || column.isBlank()) {
            throw Failures.refusal(
                    "No segment column is selected",
                    "select the column with the segments",
                    "connect the Segmentation Model that made it");
        }
        int index = spec.findColumnIndex(column);
        if (index < 0) {
            throw Failures.refusal(
                    "Segment column '" + column + "' is not in the table",
                    "connect the table with the segments, for example the first output of a clustering node");
        }
        DataColumnSpec found = spec.getColumnSpec(index);
        if (!isSegmentColumn(found.getType())) {
            throw Failures.refusal(
                    "Segment column '" + column + "' holds " + found.getType()
                            + ", but texts or whole numbers are needed",
                    "choose the column with the segments");
        }
        return index;
    }
}
