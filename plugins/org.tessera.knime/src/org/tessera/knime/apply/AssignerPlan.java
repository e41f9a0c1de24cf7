package org.tessera.knime.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.tessera.engine.data.FreeNames;
import org.tessera.knime.apply.AssignerParameters.OutOfRange;
import org.tessera.knime.apply.AssignerParameters.SegmentName;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.Failures;
import org.tessera.knime.kit.PreparedColumns;
import org.tessera.knime.kit.SegmentColumn;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.port.SegmentationModelPortObjectSpec;
import org.tessera.knime.why.WhyColumns;

/**
 * The columns that the Segment Assigner appends, derived from specs alone: the segment, followed by the chosen ones of
 * confidence, runner-up, reasons, numbers out of range, and features.
 *
 * @param columns the appended columns, in order
 * @param confidence whether the confidence is one of them
 * @param runnerUp whether the runner-up is
 * @param why those that say why
 * @param outOfRange whether the numbers out of range are
 * @param features whether the prepared features are
 */
record AssignerPlan(
        List<DataColumnSpec> columns,
        boolean confidence,
        boolean runnerUp,
        WhyColumns why,
        boolean outOfRange,
        boolean features) {

    /** Also checks that the table has what the model needs. */
    static AssignerPlan of(DataTableSpec table, SegmentationModelPortObjectSpec model, AssignerParameters parameters)
            throws InvalidSettingsException {
        model.requireFeatures(table);
        DataTableSpec spec = AppendedColumns.without(table, dropped(table, model, parameters));
        boolean own = parameters.m_segmentName == SegmentName.OWN;
        String segment = own ? parameters.m_segmentColumn : model.segmentColumn();
        checkName(spec, segment, own);
        Set<String> taken = new HashSet<>(List.of(spec.getColumnNames()));
        taken.add(segment);
        List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(SegmentColumn.spec(segment, model.segments()));
        if (parameters.m_appendConfidence) {
            columns.add(SmallTable.number(FreeNames.take(segment + " confidence", taken)));
        }
        if (parameters.m_appendRunnerUp) {
            columns.add(WhyColumns.runnerUp(segment, model.segments(), taken));
        }
        WhyColumns why = WhyColumns.of(parameters.m_why, segment, model, taken);
        columns.addAll(why.specs());
        boolean outOfRange = model.prepared() && parameters.m_outOfRange != OutOfRange.IGNORE;
        if (outOfRange) {
            columns.add(SmallTable.text(FreeNames.take(segment + " out of range", taken)));
        }
        boolean features = model.prepared() && parameters.m_appendFeatures;
        if (features) {
            model.features().forEach(f -> columns.add(PreparedColumns.spec(FreeNames.take(f, taken))));
        }
        return new AssignerPlan(
                columns, parameters.m_appendConfidence, parameters.m_appendRunnerUp, why, outOfRange, features);
    }

    /** The prepared columns of the table that are not passed on. */
    static List<String> dropped(
            DataTableSpec table, SegmentationModelPortObjectSpec model, AssignerParameters parameters) {
        return PreparedColumns.dropped(table, model.prepared(), parameters.m_keepFeatures);
    }

    private static void checkName(DataTableSpec spec, String segment, boolean own) throws InvalidSettingsException {
        if (own) {
            AppendedColumns.checkName(spec, segment, AssignerParameters.SEGMENT_COLUMN);
        } else if (spec.containsName(segment)) {
            throw Failures.refusal(
                    "The model's segment column is '" + segment + "', but the table has a column of that name",
                    "set option 'Name of the segment column' to 'Own name' and choose another",
                    "remove that column");
        }
    }
}
