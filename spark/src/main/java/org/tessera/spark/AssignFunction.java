package org.tessera.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.tessera.engine.pass.Customers;
import org.tessera.engine.run.RunContext;

/**
 * Assigns the customers of a partition, a block at a time, so that memory does not depend on the size of partitions.
 *
 * @param model the model
 * @param options what is appended
 * @param columns the columns with those appended
 * @param reader how the columns are read
 * @param tallies where the counts go
 */
record AssignFunction(
        Broadcast<ModelBytes> model,
        AssignOptions options,
        AssignedColumns columns,
        TableReader reader,
        TallyAccumulator tallies)
        implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        RunContext run = taskRun();
        return new Assigned(rows, new BlockAssigner(model.value().model(run), options, columns, reader, run));
    }

    /** One thread, canceled with the task. */
    static RunContext taskRun() {
        TaskContext task = TaskContext.get();
        return RunContext.of(0).withThreads(1).withCancel(() -> task != null && task.isInterrupted());
    }

    /** The next block of rows; fewer than a block at the end of a partition. */
    static List<Row> block(Iterator<Row> rows) {
        List<Row> block = new ArrayList<>();
        while (block.size() < Customers.BLOCK_ROWS && rows.hasNext()) {
            block.add(rows.next());
        }
        return block;
    }

    private final class Assigned implements Iterator<Row> {

        private final Iterator<Row> rows;
        private final BlockAssigner assigner;
        private Iterator<Row> block = Collections.emptyIterator();
        private boolean counted;

        Assigned(Iterator<Row> rows, BlockAssigner assigner) {
            this.rows = rows;
            this.assigner = assigner;
        }

        @Override
        public boolean hasNext() {
            if (!block.hasNext() && rows.hasNext()) {
                block = assigner.assign(block(rows)).iterator();
            }
            if (!block.hasNext() && !counted) {
                counted = true;
                tallies.add(assigner.tally());
            }
            return block.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return block.next();
        }
    }
}
