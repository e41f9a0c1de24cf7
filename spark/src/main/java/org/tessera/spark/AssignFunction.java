package org.tessera.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.pass.Customers;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

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

    /**
     * Plans the assignment.
     *
     * @param spark the session
     * @param file the model's file
     * @param model the model
     * @param input the customers
     * @param options what is appended
     * @return what assigns them
     * @throws SegmentationException if the customers do not have what the model needs
     */
    static AssignFunction of(
            SparkSession spark, byte[] file, SegmentationModel model, Input input, AssignOptions options) {
        TableReader reader = input.reader(model.preparation(), model.features());
        AssignedColumns columns = AssignedColumns.of(input.rows().schema(), model, options);
        TallyAccumulator tallies = new TallyAccumulator();
        spark.sparkContext().register(tallies, "customers");
        Broadcast<ModelBytes> broadcast =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(new ModelBytes(file));
        return new AssignFunction(broadcast, options, columns, reader, tallies);
    }

    /** The customers with what is appended. */
    Dataset<Row> assign(Dataset<Row> customers) {
        return customers.mapPartitions(this, Encoders.row(columns.schema()));
    }

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
