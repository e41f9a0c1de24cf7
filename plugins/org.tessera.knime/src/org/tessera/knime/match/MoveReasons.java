package org.tessera.knime.match;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.apply.why.Explainer;
import org.tessera.engine.apply.why.Reasons;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.match.MoveCause;
import org.tessera.engine.match.OptimalAssignment;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.FeatureReader;
import org.tessera.knime.kit.Features;
import org.tessera.knime.kit.LabeledTable;
import org.tessera.knime.kit.OwnCustomers;

/**
 * Why customers moved. What changed is told by the earlier model; the sentence says by the present model why the customer is
 * in today's segment rather than in the one that continues the earlier one, or in the runner-up if none does. Customers of
 * whom a model lacks a value have no cause or no sentence, nor have those a sentence to whom the present model would give
 * another segment, as some of a tree of merges.
 */
final class MoveReasons {

    private final MoveCause[] causes;
    private final String[] sentences;

    private MoveReasons(MoveCause[] causes, String[] sentences) {
        this.causes = causes;
        this.sentences = sentences;
    }

    /** Customers who moved and have all features of a model. */
    private record Movers(int[] customers, int[] rows, Features features) {

        static Movers of(MatchedCustomers matched, FeatureReader.Reading reading) {
            int[] matrixRows = reading.features().matrixRows();
            int[] customers = Arrays.stream(matched.moved())
                    .filter(i -> matrixRows[matched.tableRows()[i]] >= 0)
                    .toArray();
            int[] rows = Arrays.stream(customers)
                    .map(i -> matrixRows[matched.tableRows()[i]])
                    .toArray();
            return new Movers(customers, rows, reading.features());
        }

        Matrix matrix() {
            return features.matrix().select(rows);
        }
    }

    /** What can have changed, as it is written. */
    static List<String> causeNames() {
        return Arrays.stream(MoveCause.values()).map(MoveReasons::name).toList();
    }

    private static String name(MoveCause cause) {
        String name = cause.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** Finds the reasons, by the columns of both models. */
    static MoveReasons of(
            MatchedCustomers customers,
            LabeledTable labeled,
            SegmentationModel earlier,
            SegmentationModel present,
            ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        Movers then = movers(customers, labeled, earlier, exec.createSubExecutionContext(0.3));
        MoveCause[] causes =
                EngineRun.call(exec.createSubExecutionContext(0.1), 0, run -> causes(customers, then, earlier, run));
        Movers now = movers(customers, labeled, present, exec.createSubExecutionContext(0.3));
        CustomerTable own = OwnCustomers.read(
                labeled.table(),
                present.preparation(),
                present.features(),
                now.features(),
                now.features().rows(),
                exec.createSubExecutionContext(0.2));
        String[] sentences = EngineRun.call(
                exec.createSubExecutionContext(0.1), 0, run -> sentences(customers, now, own, present, run));
        return new MoveReasons(causes, sentences);
    }

    private static Movers movers(
            MatchedCustomers customers, LabeledTable labeled, SegmentationModel model, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        return Movers.of(customers, FeatureReader.read(labeled.table(), model.preparation(), model.features(), exec));
    }

    private static MoveCause[] causes(
            MatchedCustomers matched, Movers movers, SegmentationModel earlier, RunContext run) {
        MoveCause[] causes = new MoveCause[matched.earlier().length];
        int[] assigned =
                Assigner.assign(earlier.clusters(), movers.matrix(), run).segments();
        for (int m = 0; m < assigned.length; m++) {
            int i = movers.customers()[m];
            int continued = matched.matching().continued(matched.present().at(i));
            causes[i] =
                    assigned[m] == Assignment.NONE ? null : MoveCause.of(matched.earlier()[i], assigned[m], continued);
        }
        return causes;
    }

    private static String[] sentences(
            MatchedCustomers matched, Movers movers, CustomerTable own, SegmentationModel present, RunContext run) {
        Matrix x = movers.matrix();
        Assignment best = Assigner.assign(present.clusters(), x, run);
        int[] others = best.runnersUp().clone();
        for (int m = 0; m < others.length; m++) {
            int before = matched.earlier()[movers.customers()[m]];
            int rest = before < 0 ? OptimalAssignment.NONE : matched.matching().continuedBy(before);
            others[m] = rest == OptimalAssignment.NONE || rest == best.segments()[m] ? others[m] : rest;
        }
        Assignment compared = new Assignment(best.segments(), others, best.confidences());
        Reasons why = new Reasons(
                Explainer.of(present, run).explain(x, compared, run),
                compared,
                present.labels()::nameOf,
                OwnCustomers.select(own, movers.rows(), run));
        String[] sentences = new String[matched.earlier().length];
        for (int m = 0; m < others.length; m++) {
            int i = movers.customers()[m];
            boolean same = best.segments()[m] == matched.present().at(i);
            sentences[i] = same ? why.sentence(m) : null;
        }
        return sentences;
    }

    /** What changed for a customer; missing if they did not move or it is not known. */
    DataCell cause(int customer) {
        return causes[customer] == null ? DataType.getMissingCell() : new StringCell(name(causes[customer]));
    }

    /** Why a customer is where they are; missing if they did not move or it is not known. */
    DataCell sentence(int customer) {
        return sentences[customer] == null ? DataType.getMissingCell() : new StringCell(sentences[customer]);
    }

    /** How many moved because they changed, and how many because the segments did; empty if it is not known of anyone. */
    Optional<String> summary() {
        int[] counts = new int[MoveCause.values().length];
        Arrays.stream(causes).filter(c -> c != null).forEach(c -> counts[c.ordinal()]++);
        int all = IntStream.of(counts).sum();
        if (all == 0) {
            return Optional.empty();
        }
        return Optional.of("Of " + Numbers.count(all, "customer") + " who moved, "
                + Numbers.count(counts[MoveCause.CUSTOMER.ordinal()]) + " changed themselves, "
                + Numbers.count(counts[MoveCause.SEGMENTS.ordinal()])
                + " are as they were while the segments changed, and "
                + Numbers.count(counts[MoveCause.BOTH.ordinal()]) + " both.");
    }
}
