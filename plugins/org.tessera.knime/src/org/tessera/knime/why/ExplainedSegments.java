package org.tessera.knime.why;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.apply.why.Explainer;
import org.tessera.engine.apply.why.Reasons;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.Features;
import org.tessera.knime.kit.OwnCustomers;
import org.tessera.knime.kit.SegmentColumn;
import org.tessera.knime.port.SegmentationModelPortObject;

/**
 * Customers with their segments of training, and optionally with the runner-up and why they are in the segment, by the rule by
 * which the Segment Assigner assigns.
 */
public final class ExplainedSegments {

    private ExplainedSegments() {}

    /**
     * The reasons of an assignment.
     *
     * @param explainer the explainer of the model
     * @param model the segmentation
     * @param x n x d features
     * @param assignment the segments of these rows
     * @param customers the customers' own columns, of these rows
     * @param run threads, cancel
     * @return the reasons
     */
    public static Reasons reasons(
            Explainer explainer,
            SegmentationModel model,
            Matrix x,
            Assignment assignment,
            CustomerTable customers,
            RunContext run) {
        List<String> names = SegmentColumn.names(model);
        return new Reasons(
                explainer.explain(x, assignment, run),
                assignment,
                label -> names.get(label == Labels.NOISE ? names.size() - 1 : label),
                customers);
    }

    /**
     * The spec of the customers with segments while the segmentation is unknown.
     *
     * @param table the spec of the customers as they are passed on
     * @param segment name of the segment column, which is free
     * @param choice what is appended
     * @return the spec; empty if contributions are, whose columns depend on the algorithm
     */
    public static Optional<DataTableSpec> spec(DataTableSpec table, String segment, WhyChoice choice) {
        if (choice == WhyChoice.CONTRIBUTIONS) {
            return Optional.empty();
        }
        List<DataColumnSpec> columns = new ArrayList<>(List.of(SegmentColumn.spec(segment)));
        if (choice == WhyChoice.SENTENCE) {
            Set<String> taken = taken(table, segment);
            columns.add(WhyColumns.runnerUp(segment, List.of(), taken));
            columns.addAll(WhyColumns.of(choice, segment, null, taken).specs());
        }
        return Optional.of(AppendedColumns.spec(table, columns));
    }

    private static Set<String> taken(DataTableSpec table, String segment) {
        Set<String> taken = new HashSet<>(List.of(table.getColumnNames()));
        taken.add(segment);
        return taken;
    }

    /**
     * Appends segments and, if they are chosen, runner-up and reasons.
     *
     * @param passed the customers as they are passed on
     * @param table the customers with all their columns, in the same order
     * @param model the segmentation
     * @param labels the segments of the rows of the features
     * @param features the features of the customers that have all of them
     * @param choice what is appended
     * @param exec progress and cancel
     * @return the table
     * @throws CanceledExecutionException if the user has canceled
     * @throws KNIMEException if memory does not suffice
     */
    public static BufferedDataTable append(
            BufferedDataTable passed,
            BufferedDataTable table,
            SegmentationModel model,
            Labels labels,
            Features features,
            WhyChoice choice,
            ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        DataCell[] segments = SegmentColumn.cells(labels, features);
        List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(SegmentColumn.spec(model.segmentColumn(), model.labels()));
        if (choice == WhyChoice.NONE) {
            return AppendedColumns.append(passed, columns, row -> new DataCell[] {segments[(int) row]}, exec);
        }
        Set<String> taken = taken(passed.getDataTableSpec(), model.segmentColumn());
        columns.add(WhyColumns.runnerUp(model.segmentColumn(), SegmentColumn.names(model), taken));
        WhyColumns why =
                WhyColumns.of(choice, model.segmentColumn(), new SegmentationModelPortObject(model).getSpec(), taken);
        columns.addAll(why.specs());
        CustomerTable customers = OwnCustomers.read(
                table,
                model.preparation(),
                model.features(),
                features,
                features.rows(),
                exec.createSilentSubExecutionContext(0.3));
        Matrix x = features.matrix();
        Assignment assignment = EngineRun.call(
                exec, 0, run -> Assigner.assign(model.clusters(), x, run).withSegments(labels));
        Reasons reasons =
                EngineRun.call(exec, 0, run -> reasons(Explainer.of(model, run), model, x, assignment, customers, run));
        int[] matrixRows = features.matrixRows();
        IntFunction<DataCell> names = SegmentColumn.cells(model.labels());
        return AppendedColumns.append(
                passed,
                columns,
                row -> {
                    int i = matrixRows[(int) row];
                    DataCell[] cells = new DataCell[columns.size()];
                    cells[0] = segments[(int) row];
                    cells[1] = names.apply(i < 0 ? Assignment.NONE : assignment.runnersUp()[i]);
                    why.fill(reasons, i, cells, 2);
                    return cells;
                },
                exec);
    }
}
