package org.tessera.knime.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.tessera.engine.data.Labels;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.SegmentColumn;
import org.tessera.knime.kit.SmallTable;

/** The columns appended to today's customers: earlier and matched segment, whether they moved, and, if wanted, why. */
final class MatchedCells {

    private final MatchedCustomers customers;
    private final Labels earlier;
    private final Labels present;
    private final Optional<MoveReasons> reasons;
    private final IntFunction<DataCell> earlierNames;
    private final IntFunction<DataCell> presentNames;

    MatchedCells(MatchedCustomers customers, Labels earlier, Labels present, Optional<MoveReasons> reasons) {
        this.customers = customers;
        this.earlier = earlier;
        this.present = present;
        this.reasons = reasons;
        earlierNames = SegmentColumn.cells(earlier);
        presentNames = SegmentColumn.cells(present);
    }

    /** The columns while the segments are unknown. */
    static List<DataColumnSpec> columns(DataTableSpec spec, boolean why) {
        return columns(spec, SegmentColumn.spec(earlierName(spec)), SegmentColumn.spec(presentName(spec)), why);
    }

    private static String earlierName(DataTableSpec spec) {
        return DataTableSpec.getUniqueColumnName(spec, "Earlier segment");
    }

    private static String presentName(DataTableSpec spec) {
        return DataTableSpec.getUniqueColumnName(spec, "Matched segment");
    }

    private static List<DataColumnSpec> columns(
            DataTableSpec spec, DataColumnSpec earlier, DataColumnSpec present, boolean why) {
        List<DataColumnSpec> columns = new ArrayList<>(
                List.of(earlier, present, SmallTable.flag(DataTableSpec.getUniqueColumnName(spec, "Moved"))));
        if (why) {
            columns.add(SegmentColumn.choice(
                    DataTableSpec.getUniqueColumnName(spec, "What changed"), MoveReasons.causeNames()));
            columns.add(SmallTable.text(DataTableSpec.getUniqueColumnName(spec, "Matched segment why")));
        }
        return columns;
    }

    /** Appends the columns. */
    BufferedDataTable behind(BufferedDataTable table, ExecutionContext exec) throws CanceledExecutionException {
        DataTableSpec spec = table.getDataTableSpec();
        List<DataColumnSpec> columns = columns(
                spec,
                SegmentColumn.spec(earlierName(spec), earlier),
                SegmentColumn.spec(presentName(spec), present),
                reasons.isPresent());
        int[] indices = customers.indices(table);
        return AppendedColumns.append(table, columns, row -> cells(indices[(int) row]), exec);
    }

    private DataCell[] cells(int customer) {
        DataCell missing = DataType.getMissingCell();
        DataCell[] cells = new DataCell[reasons.isPresent() ? 5 : 3];
        boolean known = customer != MatchedCustomers.LEFT_OUT;
        boolean old = known && !customers.isNew(customer);
        cells[0] = old ? earlierNames.apply(customers.earlier()[customer]) : missing;
        cells[1] = known ? presentNames.apply(customers.present().at(customer)) : missing;
        cells[2] = old ? BooleanCell.get(customers.hasMoved(customer)) : missing;
        if (reasons.isPresent()) {
            cells[3] = known ? reasons.get().cause(customer) : missing;
            cells[4] = known ? reasons.get().sentence(customer) : missing;
        }
        return cells;
    }
}
