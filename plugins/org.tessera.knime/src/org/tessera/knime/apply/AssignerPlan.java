package org.tessera.knime.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.tessera.engine.apply.why.Explainer;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.data.FreeNames;
import org.tessera.engine.data.Labels;
import org.tessera.knime.apply.AssignerParameters.OutOfRange;
import org.tessera.knime.apply.AssignerParameters.SegmentName;
import org.tessera.knime.apply.AssignerParameters.Why;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.Failures;
import org.tessera.knime.kit.PreparedColumns;
import org.tessera.knime.kit.SegmentColumn;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.port.SegmentationModelPortObjectSpec;
import org.tessera.knime.port.SourceColumns;

/**
 * The columns that the Segment Assigner appends, derived from specs alone: the segment, followed by the chosen ones of
 * confidence, runner-up, reasons, numbers out of range, and features.
 *
 * @param columns the appended columns, in order
 * @param confidence whether the confidence is one of them
 * @param runnerUp whether the runner-up is
 * @param why whether the reasons in a sentence are
 * @param contributions the columns and further terms whose contributions are, followed by the margin; empty if they are not
 * @param outOfRange whether the numbers out of range are
 * @param features whether the prepared features are
 */
record AssignerPlan(
        List<DataColumnSpec> columns,
        boolean confidence,
        boolean runnerUp,
        boolean why,
        List<String> contributions,
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
            List<String> segments = model.segments().stream()
                    .filter(s -> !s.equals(Labels.NOISE_NAME))
                    .toList();
            columns.add(SegmentColumn.spec(FreeNames.take(segment + " runner-up", taken), segments));
        }
        boolean why = parameters.m_why != Why.NONE;
        if (why) {
            columns.add(SmallTable.text(FreeNames.take(segment + " why", taken)));
        }
        List<String> contributions = parameters.m_why == Why.CONTRIBUTIONS ? terms(model) : List.of();
        contributions.forEach(c -> columns.add(SmallTable.number(FreeNames.take(segment + " why: " + c, taken))));
        if (!contributions.isEmpty()) {
            columns.add(SmallTable.number(FreeNames.take(segment + " margin", taken)));
        }
        boolean outOfRange = model.prepared() && parameters.m_outOfRange != OutOfRange.IGNORE;
        if (outOfRange) {
            columns.add(SmallTable.text(FreeNames.take(segment + " out of range", taken)));
        }
        boolean features = model.prepared() && parameters.m_appendFeatures;
        if (features) {
            model.features().forEach(f -> columns.add(PreparedColumns.spec(FreeNames.take(f, taken))));
        }
        return new AssignerPlan(
                columns,
                parameters.m_appendConfidence,
                parameters.m_appendRunnerUp,
                why,
                contributions,
                outOfRange,
                features);
    }

    /** What contributes to a segment: the own columns, and the term of the model's rule that belongs to none. */
    private static List<String> terms(SegmentationModelPortObjectSpec model) {
        List<String> terms =
                new ArrayList<>(model.sources().map(SourceColumns::names).orElse(model.features()));
        if (isMixture(model)) {
            terms.add(Explainer.SIZE);
        } else if (is(model, Algorithms.DBSCAN)) {
            terms.add(Explainer.RADIUS);
        }
        return terms;
    }

    private static boolean isMixture(SegmentationModelPortObjectSpec model) {
        return is(model, Algorithms.GAUSSIAN_MIXTURE);
    }

    /** Whether an algorithm made the model, by its title, which the title of the model begins with. */
    private static boolean is(SegmentationModelPortObjectSpec model, Algorithm<?> algorithm) {
        return model.algorithm().startsWith(algorithm.title());
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
