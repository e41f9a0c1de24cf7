package org.tessera.knime.apply;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.NoveltyReport;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparedRows;
import org.tessera.knime.apply.AssignerParameters.OutOfRange;
import org.tessera.knime.apply.AssignerParameters.Unseen;
import org.tessera.knime.kit.CustomerReader;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.Features;
import org.tessera.knime.kit.Limits;
import org.tessera.knime.kit.NodeTexts;

/**
 * New customers in the feature space of a model.
 *
 * @param features the features of the customers that are assigned a segment
 * @param leftOut a warning about customers with a missing feature, or ""
 * @param slow a warning if their preparation takes long, or ""
 * @param prepared the features of all customers, NaN throughout where one is missing; empty if they are the customers'
 *     own columns
 * @param novelties categories and numbers not seen in training; none if the features are the customers' own columns
 */
record NewCustomers(
        Features features, String leftOut, String slow, Optional<Matrix> prepared, NoveltyReport novelties) {

    static NewCustomers read(
            BufferedDataTable table, SegmentationModel model, AssignerParameters parameters, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        if (model.preparation().isEmpty()) {
            Features features = EngineRun.read(() -> Features.read(table, model.features(), exec));
            return new NewCustomers(features, features.leftOutWarning(), "", Optional.empty(), NoveltyReport.NONE);
        }
        Preparation preparation = model.preparation().get();
        ExecutionContext reading = exec.createSubExecutionContext(0.7);
        String slow = EngineRun.read(() -> Limits.check(preparation.estimate(table.size())));
        CustomerTable customers =
                EngineRun.read(() -> CustomerReader.read(table, preparation.sourceColumns(), reading));
        return EngineRun.call(
                exec.createSubExecutionContext(0.3), 0, run -> of(preparation.apply(customers, run), parameters, slow));
    }

    private static NewCustomers of(PreparedRows rows, AssignerParameters parameters, String slow) {
        NoveltyReport novelties = rows.novelties();
        if (parameters.m_unseen == Unseen.FAIL && !novelties.unseen().isEmpty()) {
            throw NoveltyTexts.refusal(novelties.unseen().get(0));
        }
        Matrix x = rows.features();
        int[] complete =
                IntStream.range(0, x.rows()).filter(i -> !isLeftOut(x, i)).toArray();
        int[] kept = Arrays.stream(complete)
                .filter(i -> parameters.m_unseen == Unseen.ASSIGN || !novelties.hasUnseen(i))
                .filter(i -> parameters.m_outOfRange != OutOfRange.LEAVE_MISSING || !novelties.isOutOfRange(i))
                .toArray();
        Matrix features = kept.length == x.rows() ? x : x.select(kept);
        String leftOut = Stream.of(
                        NodeTexts.leftOut(
                                rows.leftOut(),
                                x.rows(),
                                "a number is missing",
                                "Fill missing numbers first, or prepare with the median instead of leaving rows out."),
                        NodeTexts.nothingKnown(rows.unknown(), x.rows(), "Fill their values first."))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return new NewCustomers(
                new Features(features, kept, x.rows(), Map.of()), leftOut, slow, Optional.of(x), novelties);
    }

    /** A row that the preparation leaves out is NaN throughout. */
    private static boolean isLeftOut(Matrix x, int row) {
        return IntStream.range(0, x.columns()).allMatch(j -> Double.isNaN(x.at(row, j)));
    }
}
