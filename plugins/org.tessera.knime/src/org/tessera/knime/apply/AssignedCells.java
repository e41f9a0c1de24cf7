package org.tessera.knime.apply;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.apply.why.Contributions;
import org.tessera.engine.apply.why.Reasons;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.PreparedColumns;
import org.tessera.knime.kit.SegmentColumn;

/** The cells that the Segment Assigner appends to a row, in the order of its plan. */
final class AssignedCells implements AppendedColumns.Cells {

    private static final int LEFT_OUT = -1;

    private final AssignerPlan plan;
    private final NewCustomers customers;
    private final Assignment assignment;
    private final Optional<Reasons> reasons;
    private final IntFunction<DataCell> names;
    private final int[] matrixRows;
    private final List<String> contributions;

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
        contributions = plan.contributions();
    }

    @Override
    public DataCell[] of(long row) {
        int i = matrixRows[(int) row];
        DataCell[] cells = new DataCell[plan.columns().size()];
        int at = 0;
        cells[at++] = names.apply(i == LEFT_OUT ? Assignment.NONE : assignment.segments()[i]);
        if (plan.confidence()) {
            cells[at++] = number(i == LEFT_OUT ? Double.NaN : assignment.confidences()[i]);
        }
        if (plan.probability()) {
            boolean known = i != LEFT_OUT && i < assignment.probabilities().length;
            cells[at++] = number(known ? assignment.probabilities()[i] : Double.NaN);
        }
        if (plan.runnerUp()) {
            cells[at++] =
                    names.apply(i == LEFT_OUT ? Assignment.NONE : assignment.runnersUp()[i]);
        }
        if (reasons.isPresent()) {
            at = appendReasons(reasons.get(), i, cells, at);
        }
        if (plan.outOfRange()) {
            cells[at++] = text(customers.novelties().outOfRangeInWords((int) row));
        }
        if (plan.features()) {
            Matrix prepared = customers.prepared().orElseThrow();
            System.arraycopy(PreparedColumns.cells(prepared, (int) row), 0, cells, at, prepared.columns());
        }
        return cells;
    }

    private int appendReasons(Reasons why, int i, DataCell[] cells, int from) {
        int at = from;
        cells[at++] = text(i == LEFT_OUT ? "" : why.sentence(i));
        Contributions found = why.contributions();
        for (String column : contributions) {
            int c = found.columns().indexOf(column);
            cells[at++] =
                    number(i == LEFT_OUT || c < 0 ? Double.NaN : found.values().at(i, c));
        }
        if (!contributions.isEmpty()) {
            cells[at++] = number(i == LEFT_OUT ? Double.NaN : found.margins()[i]);
        }
        return at;
    }

    private static DataCell text(String text) {
        return text.isEmpty() ? DataType.getMissingCell() : new StringCell(text);
    }

    private static DataCell number(double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }
}
