package org.tessera.knime.prep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.tessera.engine.prep.ScalingOptions;
import org.tessera.knime.kit.Failures;

/** A column and how much it counts. The field names are stored in workflows and never change. */
final class ColumnWeight implements NodeParameters {

    /** Title of the option that holds the weights. */
    static final String WEIGHTS = "Weights of columns";

    static final class MinWeight extends MinValidation {
        @Override
        protected double getMin() {
            return ScalingOptions.MIN_WEIGHT;
        }
    }

    static final class MaxWeight extends MaxValidation {
        @Override
        protected double getMax() {
            return ScalingOptions.MAX_WEIGHT;
        }
    }

    @Widget(
            title = "Column",
            description = "The column that counts more or less than others, one of those that are used.")
    @ChoicesProvider(PreprocessorDialog.UsableColumns.class)
    String m_column = "";

    @Widget(
            title = "Weight",
            description = "The factor of all features of the column, from 0.001 to 1,000: 2 makes a difference"
                    + " in this column count as much as twice the difference in another one. Deselect a column that is"
                    + " not to count at all. Default: 1.")
    @NumberInputWidget(minValidation = MinWeight.class, maxValidation = MaxWeight.class)
    double m_weight = 1;

    ColumnWeight() {}

    ColumnWeight(String column, double weight) {
        m_column = column;
        m_weight = weight;
    }

    /** The weights by column. Refuses a weight without a column, and a second one of the same column. */
    static Map<String, Double> byColumn(ColumnWeight... weights) throws InvalidSettingsException {
        Map<String, Double> byColumn = new HashMap<>();
        for (ColumnWeight weight : weights) {
            if (weight.m_column == null || weight.m_column.isEmpty()) {
                throw Failures.refusal(
                        "'" + WEIGHTS + "' holds a weight of " + weight.m_weight + " without a column",
                        "choose the column or remove the row");
            }
            Double other = byColumn.put(weight.m_column, weight.m_weight);
            if (other != null) {
                throw Failures.refusal(
                        "'" + WEIGHTS + "' holds column '" + weight.m_column + "' twice, with " + other + " and "
                                + weight.m_weight,
                        "remove one of them");
            }
        }
        return byColumn;
    }

    /** The weights by column. Refuses also a column that is not used. */
    static Map<String, Double> of(ColumnWeight[] weights, List<String> columns) throws InvalidSettingsException {
        Map<String, Double> byColumn = byColumn(weights);
        for (ColumnWeight weight : weights) {
            if (!columns.contains(weight.m_column)) {
                throw Failures.refusal(
                        "Column '" + weight.m_column + "' has a weight in '" + WEIGHTS
                                + "', but is not in the table or not among '" + PreprocessorParameters.COLUMNS + "'",
                        "select the column or remove its weight");
            }
        }
        return byColumn;
    }
}
