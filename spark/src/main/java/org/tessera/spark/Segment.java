package org.tessera.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.tessera.engine.choose.large.LargeOptions;
import org.tessera.engine.choose.large.LargeResult;
import org.tessera.engine.choose.large.LargeSegmentation;
import org.tessera.engine.choose.sweep.SweepOptions;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/** The command {@code segment}: makes a segmentation of customers of any number. */
final class Segment {

    private static final String COMMA = ",";
    private static final Pattern RANGE = Pattern.compile("(\\d{1,3})(?:\\.\\.(\\d{1,3}))?");

    private final InputOptions in;
    private final String out;
    private final boolean overwrite;
    private final long seed;
    private final Set<String> columns;
    private final Set<String> without;
    private final Optional<String> id;
    private final PreparationOptions preparation;
    private final SweepOptions sweep;
    private final LargeOptions large;

    private Segment(Arguments arguments) throws UsageException {
        in = InputOptions.of(arguments);
        out = arguments.required("out");
        overwrite = arguments.flag("overwrite");
        seed = arguments.number("seed", 1, Long.MIN_VALUE, Long.MAX_VALUE);
        columns = names(arguments, "columns");
        without = names(arguments, "without");
        id = arguments.text("id");
        PreparationOptions defaults = PreparationOptions.defaults();
        preparation = defaults.withCategory(defaults.category().withCodeColumns(names(arguments, "categories")));
        sweep = sweep(arguments);
        int sample = (int) arguments.number(
                "sample", LargeOptions.SAMPLE_ROWS, LargeOptions.MIN_SAMPLE_ROWS, LargeOptions.MAX_SAMPLE_ROWS);
        // one of the passes gives the customers their segments
        int passes = (int) arguments.number(
                        "passes", LargeOptions.MAX_PASSES, LargeOptions.MIN_PASSES + 1L, LargeOptions.MAX_PASSES)
                - 1;
        LargeOptions usual = LargeOptions.defaults();
        large = new LargeOptions(
                sample,
                passes,
                usual.nullSamples(),
                arguments.text("segment-column").orElse(usual.segmentColumn()));
    }

    private static SweepOptions sweep(Arguments arguments) throws UsageException {
        SweepOptions sweep = SweepOptions.defaults()
                .withSeconds(arguments.number("seconds", (long) SweepOptions.SECONDS, 1, 1_000_000));
        String range = arguments.text("segments").orElse("2..10");
        Matcher bounds = RANGE.matcher(range);
        if (!bounds.matches()) {
            throw new UsageException("Argument '--segments' is '" + range + "', but has to be such as 2..10 or 5");
        }
        int fewest = Integer.parseInt(bounds.group(1));
        int most = bounds.group(2) == null ? fewest : Integer.parseInt(bounds.group(2));
        Set<String> algorithms = names(arguments, "algorithms");
        try {
            sweep = sweep.withSegments(fewest, most);
            return algorithms.isEmpty() ? sweep : sweep.withAlgorithms(algorithms.toArray(String[]::new));
        } catch (IllegalArgumentException e) {
            String message = e.getMessage();
            throw new UsageException(message.endsWith(".") ? message.substring(0, message.length() - 1) : message);
        }
    }

    private static Set<String> names(Arguments arguments, String argument) {
        return arguments
                .text(argument)
                .map(names -> (Set<String>) new LinkedHashSet<>(Arrays.asList(names.split(COMMA))))
                .orElse(Set.of());
    }

    /** The arguments of the command. */
    static Set<String> arguments() {
        Set<String> known = new HashSet<>(Set.of(
                "out",
                "overwrite",
                "seed",
                "columns",
                "without",
                "id",
                "categories",
                "sample",
                "passes",
                "seconds",
                "segments",
                "algorithms",
                "segment-column"));
        known.addAll(InputOptions.NAMES);
        return known;
    }

    /**
     * Reads a command line.
     *
     * @param tokens the arguments behind the command
     * @return the command
     * @throws UsageException if it cannot be understood
     */
    static Segment of(List<String> tokens) throws UsageException {
        return new Segment(new Arguments(tokens, arguments()));
    }

    /**
     * Segments the customers and writes what was found.
     *
     * @param spark the session
     * @param console for a line per pass, and a summary
     * @throws SegmentationException if something is not there, does not fit or cannot be written
     */
    void run(SparkSession spark, PrintStream console) {
        Input input = Input.of(spark, in);
        List<String> used = used(input);
        try (Output output = Output.create(out, overwrite, spark.sparkContext().hadoopConfiguration())) {
            LargeResult result = segment(input, used, console);
            SegmentationModel model = result.model();
            RunContext run = RunContext.of(seed);
            byte[] bytes = bytes(model, run);
            output.write("segmentation.model", bytes);
            console.println("Pass " + (result.passes() + 1) + ": customers with their segments");
            AssignFunction function = AssignFunction.of(spark, bytes, model, input, AssignOptions.defaults());
            Failures.writing(out, () -> {
                function.assign(input.rows()).write().parquet(output.path("customers"));
                return out;
            });
            SegmentTables tables = new SegmentTables(result);
            output.write("leaderboard.csv", tables.leaderboard(sweep.selection()));
            output.write("curves.csv", tables.curves());
            output.write("verdict.csv", tables.verdict());
            output.write("figures.csv", tables.figures());
            output.write("profile.csv", tables.profile());
            output.write("descriptions.csv", tables.descriptions());
            output.write("report.html", new SegmentReport(result).html());
            output.move();
            summarize(result, console);
        }
    }

    /** The columns that are looked at: those that were chosen, or all that can be read, apart from the identifiers. */
    private List<String> used(Input input) {
        SparkCustomers.requireColumns(input, columns, "--columns");
        SparkCustomers.requireColumns(input, without, "--without");
        id.ifPresent(column -> SparkCustomers.requireColumns(input, Set.of(column), "--id"));
        SparkCustomers.requireColumns(input, preparation.category().codeColumns(), "--categories");
        List<String> used = Arrays.stream(input.rows().columns())
                .filter(c -> columns.isEmpty() ? input.isUsable(c) : columns.contains(c))
                .filter(c -> !without.contains(c) && !id.equals(Optional.of(c)))
                .toList();
        if (used.isEmpty()) {
            throw new SegmentationException(
                    "No column of " + in.name() + " is left to tell customers apart",
                    "name others with --columns=... and --without=...");
        }
        return used;
    }

    private LargeResult segment(Input input, List<String> used, PrintStream console) {
        TableReader reader = input.reader(used);
        Set<String> kept = new LinkedHashSet<>(used);
        id.ifPresent(kept::add);
        Dataset<Row> rows = input.rows()
                .select(kept.stream()
                        .map(c -> input.rows().col('`' + c.replace("`", "``") + '`'))
                        .toArray(Column[]::new))
                .persist(StorageLevel.MEMORY_AND_DISK());
        List<String> order = List.copyOf(kept);
        TableReader ofKept = new TableReader(reader.columns().stream()
                .map(c -> new TableReader.ColumnAt(c.name(), order.indexOf(c.name()), c.kind()))
                .toList());
        Optional<TableReader.ColumnAt> ids = id.map(c -> new TableReader.ColumnAt(c, order.indexOf(c), Kind.TEXT));
        SparkCustomers customers = new SparkCustomers(in.name(), rows, ofKept, ids, console);
        LargeResult result = LargeSegmentation.of(customers, preparation, sweep, large, RunContext.of(seed));
        rows.unpersist();
        return result;
    }

    private static byte[] bytes(SegmentationModel model, RunContext run) {
        try {
            return ModelFile.write(model, run);
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory has failed", e);
        }
    }

    private void summarize(LargeResult result, PrintStream console) {
        result.notes().forEach(console::println);
        console.println(result.model().provenance().title() + " of "
                + Numbers.count(result.figures().customers(), "customer") + ": " + out);
        console.println(result.verdict().sentence());
        result.profile().segments().forEach(segment -> console.println(segment.description()));
    }
}
