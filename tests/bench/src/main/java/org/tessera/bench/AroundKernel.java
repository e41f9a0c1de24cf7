package org.tessera.bench;

import com.google.gson.Gson;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.Features;
import org.tessera.knime.kit.SegmentColumn;
import org.tessera.workbench.kernel.data.SharedSecrets;
import org.tessera.workbench.kernel.data.TableBuilder;

/**
 * What the k-means node does around the kernel, in the workbench: it reads a table into a matrix and appends the labels.
 * The steps are the node's own, each timed; a child process repeats them.
 */
final class AroundKernel {

    static final double GOAL = 1;

    private static final int ROWS = 1_000_000;
    private static final int COLUMNS = 10;
    private static final int K = 8;
    private static final int ITERATIONS = 20;
    private static final int REPETITIONS = 5;

    private AroundKernel() {}

    /**
     * Seconds of the steps in each repetition.
     *
     * @param reading table to matrix
     * @param clustering matrix to labels
     * @param appending labels to a table with a column more
     */
    record Steps(double[] reading, double[] clustering, double[] appending) {}

    /** The child process: number of rows, number of starts. Prints one line of JSON. */
    public static void main(String[] args) throws Exception {
        int starts = Integer.parseInt(args[1]);
        BufferedDataTable table =
                table(Clouds.of(Integer.parseInt(args[0]), COLUMNS, 1).matrix());
        Steps steps = new Steps(new double[REPETITIONS], new double[REPETITIONS], new double[REPETITIONS]);
        for (int i = 0; i < REPETITIONS; i++) {
            repeat(table, starts, steps, i);
        }
        System.out.println(new Gson().toJson(steps));
        System.exit(0);
    }

    private static ExecutionContext context() {
        return SharedSecrets.contexts().create(new DefaultNodeProgressMonitor());
    }

    private static BufferedDataTable table(Matrix x) {
        DataColumnSpec[] columns = IntStream.range(0, x.columns())
                .mapToObj(j -> new DataColumnSpecCreator("x" + j, DoubleCell.TYPE).createSpec())
                .toArray(DataColumnSpec[]::new);
        TableBuilder builder = new TableBuilder(new DataTableSpec(columns), DataContainerSettings.getDefault());
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < x.columns(); j++) {
                builder.column(j).addDouble(x.at(i, j));
            }
            builder.endRow();
        }
        return SharedSecrets.tables().create(builder.build());
    }

    private static void repeat(BufferedDataTable table, int starts, Steps steps, int i)
            throws CanceledExecutionException, InvalidSettingsException, KNIMEException {
        List<String> names = List.of(table.getDataTableSpec().getColumnNames());
        KMeansOptions options =
                KMeansOptions.defaults().withK(K).withMaxIterations(ITERATIONS).withRestarts(starts);
        long start = System.nanoTime();
        Features features = Features.read(table, names, context());
        long read = System.nanoTime();
        Clustering clustering = Algorithms.K_MEANS.clusterer(options).fit(features.matrix(), RunContext.of(1));
        long clustered = System.nanoTime();
        DataCell[] segments = SegmentColumn.cells(clustering.labels(), features);
        BufferedDataTable appended = AppendedColumns.append(
                table,
                List.of(SegmentColumn.spec("Segment", clustering.labels())),
                row -> new DataCell[] {segments[(int) row]},
                context());
        long end = System.nanoTime();
        if (appended.size() != table.size()) {
            throw new IllegalStateException(appended.size() + " rows of " + table.size());
        }
        steps.reading()[i] = (read - start) / 1e9;
        steps.clustering()[i] = (clustered - read) / 1e9;
        steps.appending()[i] = (end - clustered) / 1e9;
    }

    /** Runs one start and the node's default of ten. @return lines of the page */
    static String text(Child child, int scale) throws IOException {
        int defaults = KMeansOptions.defaults().restarts();
        return String.format(Locale.ROOT, """
                        ## Around the kernel
                        The k-means node on a table of %,d x %d numbers in the workbench, k = %d, %d iterations at most: seconds of
                        reading the table into a matrix, of clustering and of appending the labels; then both steps around the
                        kernel as a share of the clustering (goal: below %.0f), which has run in a new JVM ('first') and in the
                        same again (median of %d).

                        | starts | | reading, s | clustering, s | appending, s | ratio | goal | reached |
                        |--:|---|--:|--:|--:|--:|--:|---|
                        """, ROWS / scale, COLUMNS, K, ITERATIONS, GOAL, REPETITIONS - 1)
                + lines(1, run(child, 1, scale))
                + lines(defaults, run(child, defaults, scale));
    }

    private static Steps run(Child child, int starts, int scale) throws IOException {
        List<String> arguments = List.of(Integer.toString(ROWS / scale), Integer.toString(starts));
        return new Gson().fromJson(child.java(AroundKernel.class, Child.USUAL, arguments), Steps.class);
    }

    /** Two lines of the table: the first repetition and the median of the others. */
    static String lines(int starts, Steps steps) {
        Timing reading = new Timing();
        Timing clustering = new Timing();
        Timing appending = new Timing();
        reading.add(steps.reading());
        clustering.add(steps.clustering());
        appending.add(steps.appending());
        return line(starts, "first", reading.cold(), clustering.cold(), appending.cold())
                + line(starts, "again", reading.warm(), clustering.warm(), appending.warm());
    }

    private static String line(int starts, String when, double reading, double clustering, double appending) {
        double ratio = (reading + appending) / clustering;
        return String.format(
                Locale.ROOT,
                "| %d | %s | %.3f | %.3f | %.3f | %.2f | %.0f | %s |%n",
                starts,
                when,
                reading,
                clustering,
                appending,
                ratio,
                GOAL,
                ratio < GOAL ? "yes" : "**no**");
    }
}
