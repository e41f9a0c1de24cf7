package org.tessera.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.DataStreamReader;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.ColumnPreparation;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.reading.ColumnReading;
import org.tessera.engine.prep.reading.TextFormat;
import org.tessera.engine.run.SegmentationException;
import org.tessera.spark.InputOptions.Format;

/** Customers that Spark reads: Parquet, CSV or a table. */
final class Input {

    private final SparkSession spark;
    private final InputOptions options;
    private final Dataset<Row> rows;

    private Input(SparkSession spark, InputOptions options, Dataset<Row> rows) {
        this.spark = spark;
        this.options = options;
        this.rows = rows;
    }

    /**
     * Finds customers; reads no more than their columns.
     *
     * @param spark the session
     * @param options where they are
     * @return the customers
     * @throws SegmentationException if there is nothing, or nothing that can be read
     */
    static Input of(SparkSession spark, InputOptions options) {
        Dataset<Row> rows = Failures.reading(options.name(), () -> switch (options.format()) {
            case PARQUET -> spark.read().parquet(options.location());
            case TABLE -> spark.table(options.location());
            case CSV -> csv(spark, options);
        });
        if (rows.columns().length == 0) {
            throw new SegmentationException(
                    "Input " + options.name() + " has no columns", "give a file or folder with customers");
        }
        return new Input(spark, options, rows);
    }

    private static Dataset<Row> csv(SparkSession spark, InputOptions options) {
        // the header alone, so that every column is text
        return spark.read()
                .option("header", true)
                .option("encoding", "UTF-8")
                .option("delimiter", options.delimiter())
                .option("escape", "\"")
                .option("mode", "FAILFAST")
                .option("enforceSchema", false)
                .csv(options.location());
    }

    /** @return the customers as Spark has them */
    Dataset<Row> rows() {
        return rows;
    }

    /** @return where the customers are */
    InputOptions options() {
        return options;
    }

    /**
     * The same customers as a stream: what is there, and what comes later.
     *
     * @return the stream
     */
    Dataset<Row> stream() {
        DataStreamReader reader = spark.readStream().schema(rows.schema());
        return switch (options.format()) {
            case PARQUET -> reader.parquet(options.location());
            case TABLE -> spark.readStream().table(options.location());
            case CSV ->
                reader.option("header", true)
                        .option("encoding", "UTF-8")
                        .option("delimiter", options.delimiter())
                        .option("escape", "\"")
                        .option("mode", "FAILFAST")
                        .csv(options.location());
        };
    }

    /**
     * How the columns that a model needs are read.
     *
     * @param preparation the model's preparation, if it has one
     * @param features the names of its features, which are columns of the customers where there is no preparation
     * @return the reader
     * @throws SegmentationException if a column is absent or holds something else than in training
     */
    TableReader reader(Optional<Preparation> preparation, List<String> features) {
        List<TableReader.ColumnAt> columns = new ArrayList<>();
        if (preparation.isEmpty()) {
            for (String feature : features) {
                columns.add(
                        column(feature, options.format() == Format.CSV ? Optional.of(Kind.WRITTEN) : Optional.empty()));
            }
            columns.forEach(this::requireNumbers);
            return new TableReader(columns);
        }
        for (ColumnPreparation fitted : preparation.get().columns()) {
            TableReader.ColumnAt column = column(fitted.column(), written(preparation.get(), fitted));
            requireKind(preparation.get(), fitted, column);
            columns.add(column);
        }
        return new TableReader(columns);
    }

    /**
     * How columns are read of which nothing is known but the type that Spark has; of CSV all cells are read once for that.
     *
     * @param names the columns
     * @return the reader
     * @throws SegmentationException if a column holds neither numbers nor texts
     */
    TableReader reader(List<String> names) {
        List<Kind> written =
                options.format() == Format.CSV ? Failures.reading(options.name(), () -> TypeGuess.of(rows)) : List.of();
        List<String> columns = List.of(rows.columns());
        return new TableReader(names.stream()
                .map(name -> column(
                        name, written.isEmpty() ? Optional.empty() : Optional.of(written.get(columns.indexOf(name)))))
                .toList());
    }

    /** Whether the engine can read a column of this type. */
    boolean isUsable(String name) {
        return Kind.of(rows.schema().apply(name).dataType()).isPresent();
    }

    /** How the cells of CSV are read for a fitted column; empty if the type of the column says so. */
    private Optional<Kind> written(Preparation preparation, ColumnPreparation fitted) {
        if (options.format() != Format.CSV) {
            return Optional.empty();
        }
        Optional<ColumnReading> reading = reading(preparation, fitted);
        boolean number = reading.isPresent()
                ? reading.get().pattern().format() == TextFormat.COMPACT_DATE
                : fitted instanceof ColumnPreparation.Numbers
                        || preparation.options().category().codeColumns().contains(fitted.column());
        return Optional.of(number ? Kind.WRITTEN : Kind.CELL);
    }

    private static Optional<ColumnReading> reading(Preparation preparation, ColumnPreparation fitted) {
        return preparation.readings().stream()
                .filter(r -> r.isRead() && r.column().equals(fitted.column()))
                .findFirst();
    }

    private TableReader.ColumnAt column(String name, Optional<Kind> written) {
        StructType schema = rows.schema();
        int index = List.of(schema.fieldNames()).indexOf(name);
        if (index < 0) {
            throw new SegmentationException(
                    "Column '" + name + "', which the model needs, is not in " + options.name(),
                    "add it",
                    "give the customers that belong to the model");
        }
        StructField field = schema.fields()[index];
        Kind kind = written.or(() -> Kind.of(field.dataType()))
                .orElseThrow(() -> new SegmentationException(
                        "Column '" + name + "' of " + options.name() + " holds "
                                + field.dataType().simpleString() + ", but numbers, dates or texts are needed",
                        "convert the column"));
        return new TableReader.ColumnAt(name, index, kind);
    }

    private void requireNumbers(TableReader.ColumnAt column) {
        if (!column.kind().quantity().equals(Optional.of(Quantity.NUMBER))) {
            throw differs(column.name(), "numbers", held(column), "numbers");
        }
    }

    /** Texts are read where training read them; that other texts are numbers cannot be proved block by block. */
    private void requireKind(Preparation preparation, ColumnPreparation fitted, TableReader.ColumnAt column) {
        if (!(fitted instanceof ColumnPreparation.Numbers numbers)) {
            return;
        }
        Quantity trained = numbers.quantity().orElse(Quantity.NUMBER);
        Optional<Quantity> now = column.kind().quantity();
        boolean read = reading(preparation, fitted).isPresent();
        if (!read && now.filter(numbers::accepts).isEmpty()) {
            throw differs(column.name(), trained.plural(), held(column), trained.plural());
        }
    }

    private String held(TableReader.ColumnAt column) {
        return column.kind().quantity().map(Quantity::plural).orElse("texts");
    }

    private SegmentationException differs(String column, String before, String now, String remedy) {
        return new SegmentationException(
                "Column '" + column + "' held " + before + " when the model was made, but holds " + now + " in "
                        + options.name(),
                "convert the column to " + remedy);
    }
}
