package org.tessera.spark;

import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.model.TrainingRows;
import org.tessera.engine.pass.ColumnKind;
import org.tessera.engine.pass.Customers;
import org.tessera.engine.pass.EmptySummary;
import org.tessera.engine.pass.Summary;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Customers of Spark, read a pass at a time: a summary per partition, filled block by block on the executors and merged in
 * steps. What is lost with a task or an executor is computed again; merging gives the same bits in any order.
 */
final class SparkCustomers implements Customers {

    private final String name;
    private final JavaRDD<Row> rows;
    private final TableReader reader;
    private final Optional<TableReader.ColumnAt> id;
    private final PrintStream console;
    private int passes;

    /**
     * Customers.
     *
     * @param name the input as named in messages
     * @param rows the customers
     * @param reader how their columns are read
     * @param id the column of identifiers, if there is one
     * @param console for a line per pass
     */
    SparkCustomers(
            String name,
            Dataset<Row> rows,
            TableReader reader,
            Optional<TableReader.ColumnAt> id,
            PrintStream console) {
        this.name = name;
        this.rows = rows.toJavaRDD();
        this.reader = reader;
        this.id = id;
        this.console = console;
    }

    @Override
    public List<ColumnKind> columns() {
        return reader.columns().stream().map(SparkCustomers::kind).toList();
    }

    private static ColumnKind kind(TableReader.ColumnAt column) {
        Optional<Quantity> quantity = column.kind().quantity();
        return quantity.isPresent()
                ? ColumnKind.numbers(column.name(), column.kind().isWhole(), quantity.get())
                : ColumnKind.categories(column.name());
    }

    @Override
    public int passes() {
        return passes;
    }

    @Override
    public <S extends Summary<S>> S pass(String purpose, EmptySummary<S> empty, RunContext run) {
        run.checkCanceled();
        run.progress(0, purpose);
        console.println(purpose);
        passes++;
        S all = Failures.reading(name, () -> summary(empty));
        run.progress(1, purpose);
        return all;
    }

    private <S extends Summary<S>> S summary(EmptySummary<S> empty) {
        if (rows.getNumPartitions() == 0) {
            return empty.create();
        }
        return rows.mapPartitions(new Part<>(empty, reader, id.orElse(null))).treeReduce((a, b) -> {
            a.merge(b);
            return a;
        });
    }

    /** The summary of a partition. */
    private record Part<S extends Summary<S>>(EmptySummary<S> empty, TableReader reader, TableReader.ColumnAt id)
            implements FlatMapFunction<Iterator<Row>, S> {

        @Override
        public Iterator<S> call(Iterator<Row> rows) {
            RunContext run = AssignFunction.taskRun();
            S summary = empty.create();
            while (rows.hasNext()) {
                run.checkCanceled();
                List<Row> block = AssignFunction.block(rows);
                summary.add(reader.read(block), ids(block));
            }
            return List.of(summary).iterator();
        }

        private long[] ids(List<Row> block) {
            return block.stream()
                    .mapToLong(row -> id == null || row.isNullAt(id.index())
                            ? 0
                            : TrainingRows.hash(row.get(id.index()).toString()))
                    .toArray();
        }
    }

    /** Refuses a name that is no column. */
    static void requireColumns(Input input, Set<String> names, String argument) {
        List<String> columns = List.of(input.rows().columns());
        for (String column : names) {
            if (!columns.contains(column)) {
                throw new SegmentationException(
                        "Column '" + column + "' of " + argument + " is not in "
                                + input.options().name(),
                        "choose among " + String.join(", ", columns));
            }
        }
    }
}
