package org.tessera.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/** The command {@code assign}: gives customers the segments of a model. */
final class Assign {

    private static final String CUSTOMERS = "customers";

    private final String modelFile;
    private final InputOptions in;
    private final String out;
    private final AssignOptions options;
    private final boolean drift;
    private final boolean overwrite;
    private final Optional<Stream> stream;
    private final String checkpoint;

    /** How long customers are taken as they come. */
    enum Stream {
        /** Until all that are there are assigned; the next start takes those that have come since. */
        AVAILABLE,
        /** Until the process is ended. */
        CONTINUOUS
    }

    private Assign(Arguments arguments) throws UsageException {
        modelFile = arguments.required("model");
        in = InputOptions.of(arguments);
        out = arguments.required("out");
        options = AssignOptions.of(arguments);
        drift = arguments.flag("drift");
        overwrite = arguments.flag("overwrite");
        stream = arguments.given("stream")
                ? Optional.of(arguments.choice("stream", Stream.AVAILABLE))
                : Optional.empty();
        if (stream.isPresent() && overwrite) {
            throw new UsageException("'--overwrite' does not go with '--stream', which appends to the output");
        }
        if (stream.isPresent() && drift) {
            throw new UsageException("'--drift' does not go with '--stream': it tests files that are complete");
        }
        checkpoint = stream.isPresent()
                ? arguments.required("checkpoint")
                : arguments.text("checkpoint").orElse("");
        if (stream.isEmpty() && !checkpoint.isEmpty()) {
            throw new UsageException("'--checkpoint' goes with '--stream' only");
        }
    }

    /**
     * Reads a command line.
     *
     * @param tokens the arguments behind the command
     * @return the command
     * @throws UsageException if it cannot be understood
     */
    static Assign of(List<String> tokens) throws UsageException {
        Set<String> known = new HashSet<>(Set.of("model", "out", "drift", "overwrite", "stream", "checkpoint"));
        known.addAll(InputOptions.NAMES);
        known.addAll(AssignOptions.NAMES);
        return new Assign(new Arguments(tokens, known));
    }

    /**
     * Assigns the customers and writes them.
     *
     * @param spark the session
     * @param console for a summary
     * @throws SegmentationException if something is not there, does not fit or cannot be written
     */
    void run(SparkSession spark, PrintStream console) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        RunContext run = RunContext.of(0);
        byte[] bytes = bytes(modelFile, hadoop);
        SegmentationModel model = model(bytes, run);
        Input input = Input.of(spark, in);
        AssignFunction function = AssignFunction.of(spark, bytes, model, input, options);
        if (stream.isPresent()) {
            run(spark, input, function, model, console);
        } else {
            try (Output output = Output.create(out, overwrite, hadoop)) {
                Failures.writing(out, () -> {
                    function.assign(input.rows()).write().parquet(output.path(CUSTOMERS));
                    return out;
                });
                Tally tally = function.tallies().value();
                if (tally.isEmpty()) {
                    throw new SegmentationException(
                            "Input " + in.name() + " holds no customers", "give a file or folder with customers");
                }
                ShareTables tables = new ShareTables(model, tally);
                output.write("shares.csv", tables.shareTable());
                if (drift && tally.canTestDrift()) {
                    output.write("drift.csv", tables.driftTable(run));
                }
                output.move();
                summarize(model, tally, tables, console);
            }
        }
    }

    /** Micro-batches as they come, appended to the output with what they are counted by in the checkpoint. */
    private void run(
            SparkSession spark, Input input, AssignFunction function, SegmentationModel model, PrintStream console) {
        // not as options of the writer, which are others in Spark 3.5 and 4 for a compiled program
        spark.conf().set("spark.sql.streaming.checkpointLocation", checkpoint);
        Failures.writing(out, () -> {
            StreamingQuery query = function.assign(input.stream())
                    .writeStream()
                    .format("parquet")
                    .outputMode("append")
                    .queryName("assign")
                    .trigger(stream.get() == Stream.AVAILABLE ? Trigger.AvailableNow() : Trigger.ProcessingTime(0))
                    .start(new Path(out, CUSTOMERS).toString());
            query.awaitTermination();
            return query;
        });
        Tally tally = function.tallies().value();
        summarize(model, tally, new ShareTables(model, tally), console);
    }

    private void summarize(SegmentationModel model, Tally tally, ShareTables tables, PrintStream console) {
        tally.warnings(options, drift).forEach(console::println);
        console.println(Numbers.count(tally.rows(), "customer") + " assigned to "
                + Numbers.count(model.labels().segments(), "segment") + ": " + out);
        console.println(tables.inWords());
    }

    private static byte[] bytes(String location, Configuration hadoop) {
        return Failures.reading("'" + location + "'", () -> {
            Path path = new Path(location);
            FileSystem files = path.getFileSystem(hadoop);
            try (InputStream content = files.open(path)) {
                return content.readAllBytes();
            }
        });
    }

    private SegmentationModel model(byte[] bytes, RunContext run) {
        try {
            return ModelFile.read(bytes, run);
        } catch (IOException e) {
            throw new SegmentationException(
                    "Model '" + modelFile + "' can't be read: " + withoutPeriod(e.getMessage()),
                    e,
                    "give a file that KNIME's Model Writer or 'segment' wrote");
        }
    }

    private static String withoutPeriod(String message) {
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
