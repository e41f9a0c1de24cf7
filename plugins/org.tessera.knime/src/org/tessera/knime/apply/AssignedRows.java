package org.tessera.knime.apply;

import java.util.Optional;
import org.knime.core.data.DataCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.apply.why.Explainer;
import org.tessera.engine.apply.why.Reasons;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.why.ExplainedSegments;

/** Assigns customers block after block while their table is written, and adds up what is said of all of them. */
final class AssignedRows implements AppendedColumns.Cells {

    /** Carries a failure through KNIME's writing of the table. */
    private static final class BlockFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        BlockFailure(Exception cause) {
            super(cause);
        }
    }

    private final AssignerPlan plan;
    private final SegmentationModel model;
    private final CustomerBlocks blocks;
    private final AssignerTally tally;
    private final Assigner assigner;
    private final Optional<Explainer> explainer;
    private final ExecutionContext exec;
    private AssignedCells cells;
    private long start;
    private long end;

    private AssignedRows(
            AssignerPlan plan,
            SegmentationModel model,
            CustomerBlocks blocks,
            AssignerTally tally,
            ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        this.plan = plan;
        this.model = model;
        this.blocks = blocks;
        this.tally = tally;
        this.exec = exec.createSilentSubExecutionContext(0);
        assigner = EngineRun.call(this.exec, 0, run -> Assigner.of(model.clusters(), run));
        explainer = plan.why().specs().isEmpty()
                ? Optional.empty()
                : Optional.of(EngineRun.call(this.exec, 0, run -> Explainer.of(model, run)));
    }

    /**
     * Appends the plan's columns.
     *
     * @param passed the customers as they are passed on
     * @param plan the columns
     * @param model the segmentation
     * @param blocks reads the same customers
     * @param tally adds up what is said of all customers
     * @param exec progress and cancel
     * @return the table
     */
    static BufferedDataTable append(
            BufferedDataTable passed,
            AssignerPlan plan,
            SegmentationModel model,
            CustomerBlocks blocks,
            AssignerTally tally,
            ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        AssignedRows rows = new AssignedRows(plan, model, blocks, tally, exec);
        try {
            return AppendedColumns.append(passed, plan.columns(), rows, exec);
        } catch (BlockFailure e) {
            if (e.getCause() instanceof CanceledExecutionException canceled) {
                throw canceled;
            }
            throw (KNIMEException) e.getCause();
        }
    }

    /** Rows are asked for in their order. */
    @Override
    public DataCell[] of(long row) {
        if (row >= end) {
            try {
                next();
            } catch (CanceledExecutionException | KNIMEException e) {
                throw new BlockFailure(e);
            }
        }
        return cells.of(row - start);
    }

    private void next() throws CanceledExecutionException, KNIMEException {
        cells = null;
        NewCustomers customers = blocks.next(exec);
        Assignment assignment = EngineRun.call(
                exec, 0, run -> assigner.assign(customers.features().matrix(), run));
        Optional<Reasons> reasons = Optional.empty();
        if (explainer.isPresent()) {
            reasons = Optional.of(EngineRun.call(
                    exec,
                    0,
                    run -> ExplainedSegments.reasons(
                            explainer.get(),
                            model,
                            customers.features().matrix(),
                            assignment,
                            customers.assigned(run),
                            run)));
        }
        EngineRun.call(exec, 0, run -> {
            tally.add(customers, assignment, run);
            return tally;
        });
        cells = new AssignedCells(plan, model, customers, assignment, reasons);
        start = end;
        end += customers.features().tableRows();
    }
}
