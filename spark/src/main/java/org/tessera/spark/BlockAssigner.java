package org.tessera.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.apply.drift.DriftCounts;
import org.tessera.engine.apply.why.Contributions;
import org.tessera.engine.apply.why.Explainer;
import org.tessera.engine.apply.why.Reasons;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.NoveltyReport;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparedRows;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;
import org.tessera.spark.AssignOptions.OutOfRange;
import org.tessera.spark.AssignOptions.Unseen;
import org.tessera.spark.AssignOptions.Why;

/**
 * Assigns customers block by block as the Segment Assigner assigns a whole table: what a customer gets depends on that
 * customer alone.
 */
final class BlockAssigner {

    private static final int LEFT_OUT = -1;

    private final SegmentationModel model;
    private final AssignOptions options;
    private final AssignedColumns columns;
    private final TableReader reader;
    private final RunContext run;
    private final Tally tally = new Tally();
    private final Assigner rule;
    private final Optional<Explainer> explainer;

    BlockAssigner(
            SegmentationModel model,
            AssignOptions options,
            AssignedColumns columns,
            TableReader reader,
            RunContext run) {
        this.model = model;
        this.options = options;
        this.columns = columns;
        this.reader = reader;
        this.run = run;
        rule = Assigner.of(model.clusters(), run);
        explainer = options.why() == Why.NONE ? Optional.empty() : Optional.of(Explainer.of(model, run));
    }

    /** @return counts of the customers so far */
    Tally tally() {
        return tally;
    }

    /** Customers in the feature space: features of the rows that are assigned, and the own columns of complete rows. */
    private record Prepared(Matrix features, int[] rows, CustomerTable assigned, NoveltyReport novelties) {}

    /**
     * Assigns a block.
     *
     * @param block n rows of the customers
     * @return the same rows with what is appended
     * @throws SegmentationException if a value is unusable
     */
    List<Row> assign(List<Row> block) {
        CustomerTable customers = reader.read(block);
        tally.add(customers);
        Prepared prepared = model.preparation().isPresent()
                ? prepare(customers, model.preparation().get())
                : features(customers);
        Assignment assignment = rule.assign(prepared.features(), run);
        tally.add(assignment, model.labels().segments());
        Optional<Reasons> reasons = explainer.map(e -> reasons(e, prepared, assignment));
        int[] positions = new int[block.size()];
        Arrays.fill(positions, LEFT_OUT);
        for (int i = 0; i < prepared.rows().length; i++) {
            positions[prepared.rows()[i]] = i;
        }
        return IntStream.range(0, block.size())
                .mapToObj(row -> append(block.get(row), row, positions[row], prepared, assignment, reasons))
                .toList();
    }

    private Prepared prepare(CustomerTable customers, Preparation preparation) {
        PreparedRows prepared = preparation.apply(customers, run);
        NoveltyReport novelties = prepared.novelties();
        if (options.unseen() == Unseen.FAIL && !novelties.unseen().isEmpty()) {
            NoveltyReport.Unseen first = novelties.unseen().get(0);
            throw new SegmentationException(
                    "Column '" + first.column().name() + "' holds '"
                            + first.categories().get(0) + "', which was not seen in training",
                    "correct the category",
                    "make the segmentation anew with these customers",
                    "set --unseen=assign");
        }
        tally.add(prepared);
        Matrix x = prepared.features();
        int[] complete =
                IntStream.range(0, x.rows()).filter(i -> isPrepared(x, i)).toArray();
        int[] kept = Arrays.stream(complete)
                .filter(i -> options.unseen() == Unseen.ASSIGN || !novelties.hasUnseen(i))
                .filter(i -> options.outOfRange() != OutOfRange.LEAVE_MISSING || !novelties.isOutOfRange(i))
                .toArray();
        CustomerTable own = preparation.sources(customers, run);
        countDrift(select(own, complete));
        return new Prepared(x.select(kept), kept, select(own, kept), novelties);
    }

    private void countDrift(CustomerTable own) {
        DriftCounts counts = new DriftCounts(model.baseline());
        counts.add(own, run);
        tally.add(counts);
    }

    /** A row that the preparation leaves out is NaN throughout. */
    private static boolean isPrepared(Matrix x, int row) {
        for (int j = 0; j < x.columns(); j++) {
            if (!Double.isNaN(x.at(row, j))) {
                return true;
            }
        }
        return false;
    }

    /** The features of a model without a preparation are columns of the customers. */
    private Prepared features(CustomerTable customers) {
        int d = customers.columns().size();
        double[] values = new double[customers.rows() * d];
        for (int j = 0; j < d; j++) {
            double[] column = ((NumericColumn) customers.columns().get(j)).values();
            for (int i = 0; i < column.length; i++) {
                values[i * d + j] = column[i];
            }
        }
        Matrix x = Matrix.wrap(customers.rows(), d, values);
        int[] complete = IntStream.range(0, customers.rows())
                .filter(i -> Arrays.stream(x.row(i)).noneMatch(Double::isNaN))
                .toArray();
        tally.leaveOut(customers.rows() - complete.length);
        CustomerTable own = select(customers, complete);
        countDrift(own);
        return new Prepared(x.select(complete), complete, own, NoveltyReport.NONE);
    }

    private static CustomerTable select(CustomerTable customers, int... rows) {
        return rows.length == customers.rows()
                ? customers
                : new CustomerTable(
                        rows.length,
                        customers.columns().stream().map(c -> c.select(rows)).toList());
    }

    private Reasons reasons(Explainer explain, Prepared prepared, Assignment assignment) {
        Contributions contributions = explain.explain(prepared.features(), assignment, run);
        IntFunction<String> names = label -> label == Labels.NOISE
                ? Labels.NOISE_NAME
                : model.labels().names().get(label);
        return new Reasons(contributions, assignment, names, prepared.assigned());
    }

    private Row append(
            Row row, int index, int position, Prepared prepared, Assignment assignment, Optional<Reasons> reasons) {
        boolean leftOut = position == LEFT_OUT;
        Object[] cells = new Object[columns.schema().length()];
        int at = 0;
        while (at < row.length()) {
            cells[at] = row.get(at++);
        }
        cells[at++] = name(leftOut ? Assignment.NONE : assignment.segments()[position]);
        if (options.confidence()) {
            cells[at++] = number(leftOut ? Double.NaN : assignment.confidences()[position]);
        }
        if (options.runnerUp()) {
            cells[at++] = name(leftOut ? Assignment.NONE : assignment.runnersUp()[position]);
        }
        if (reasons.isPresent()) {
            at = appendReasons(reasons.get(), position, cells, at);
        }
        if (columns.outOfRange()) {
            cells[at] = text(prepared.novelties().outOfRangeInWords(index));
        }
        return RowFactory.create(cells);
    }

    private int appendReasons(Reasons why, int position, Object[] cells, int from) {
        boolean leftOut = position == LEFT_OUT;
        int at = from;
        cells[at++] = text(leftOut ? "" : why.sentence(position));
        Contributions found = why.contributions();
        for (String column : columns.contributions()) {
            int c = found.columns().indexOf(column);
            cells[at++] = number(leftOut || c < 0 ? Double.NaN : found.values().at(position, c));
        }
        if (!columns.contributions().isEmpty()) {
            cells[at++] = number(leftOut ? Double.NaN : found.margins()[position]);
        }
        return at;
    }

    private String name(int label) {
        return Segments.name(model.labels(), label);
    }

    private static String text(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Double number(double value) {
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }
}
