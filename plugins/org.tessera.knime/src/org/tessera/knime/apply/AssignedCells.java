package org.tessera.knime.apply;

import java.util.Optional;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.apply.why.Reasons;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.PreparedColumns;
import org.tessera.knime.kit.SegmentColumn;
import org.tessera.knime.why.WhyColumns;

/** The cells that the Segment Assigner appends to a row, in the order of its plan. */
final class AssignedCells implements AppendedColumns.Cells {

    private static final int LEFT_OUT = -1;

    private final AssignerPlan plan;
    private final NewCustomers customers;
    private final Assignment assignment;
    private final Optional<Reasons> reasons;
    private final IntFunction<DataCell> names;
    private final int[] matrixRows;

    AssignedCells(
            AssignerPlan plan,
            SegmentationModel model,
            NewCustomers customers,
            Assignment assignment,
            Optional<Reasons> reasons) {
        this.plan = plan;
        this.customers = customers;
        this.assignment = assignment;
        this.reasons = reasons;
        names = SegmentColumn.cells(model.labels());
        matrixRows = customers.features().matrixRows();
    }

    @Override
    public DataCell[] of(long row) {
        int i = matrixRows[(int) row];
        DataCell[] cells = new DataCell[plan.columns().size()];
        int at = 0;
        cells[at++] = names.apply(i == LEFT_OUT ? Assignment.NONE : assignment.segments()[i]);
        if (plan.confidence()) {
            cells[at++] =
                    WhyColumns.number(i == LEFT_OUT ? Double.NaN : assignment.confidences()[i]);
        }
        if (plan.runnerUp()) {
            cells[at++] =
                    names.apply(i == LEFT_OUT ? Assignment.NONE : assignment.runnersUp()[i]);
        }
        if (reasons.isPresent()) {
            plan.why().fill(reasons.get(), i, cells, at);
            at += plan.why().specs().size();
        }
        if (plan.outOfRange()) {
            cells[at++] = WhyColumns.text(customers.novelties().outOfRangeInWords((int) row));
        }
        if (plan.features()) {
            Matrix prepared = customers.all().orElseThrow();
            System.arraycopy(PreparedColumns.cells(prepared, (int) row), 0, cells, at, prepared.columns());
        }
        return cells;
    }
}
