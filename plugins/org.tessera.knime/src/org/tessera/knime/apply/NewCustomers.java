package org.tessera.knime.apply;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.NoveltyReport;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.apply.AssignerParameters.OutOfRange;
import org.tessera.knime.apply.AssignerParameters.Unseen;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.Features;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.OwnCustomers;
import org.tessera.knime.kit.PreparedFeatures;

/**
 * New customers in the feature space of a model.
 *
 * @param features the features of the customers that are assigned a segment
 * @param complete the rows of the customers that have all features, increasing: those that are assigned a segment, and those
 *     that get none because they are outside the training data
 * @param own the customers' own columns, of the complete rows
 * @param leftOut a warning about customers with a missing feature, or ""
 * @param warning what is odd in their own columns, and whether their preparation takes long, or ""
 * @param prepared the features of all customers, NaN throughout where one is missing; empty if they are the customers'
 *     own columns
 * @param novelties categories and numbers not seen in training; none if the features are the customers' own columns
 */
record NewCustomers(
        Features features,
        int[] complete,
        CustomerTable own,
        String leftOut,
        String warning,
        Optional<Matrix> prepared,
        NoveltyReport novelties) {

    private static final CustomerTable NOTHING = new CustomerTable(0, List.of());

    static NewCustomers read(
            BufferedDataTable table, SegmentationModel model, AssignerParameters parameters, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        if (model.preparation().isEmpty()) {
            Features features =
                    EngineRun.read(() -> Features.read(table, model.features(), exec.createSubExecutionContext(0.9)));
            CustomerTable own = own(table, model, features, features.rows(), exec.createSubExecutionContext(0.1));
            return new NewCustomers(
                    features,
                    features.rows(),
                    own,
                    features.leftOutWarning(),
                    "",
                    Optional.empty(),
                    NoveltyReport.NONE);
        }
        PreparedFeatures prepared =
                PreparedFeatures.read(table, model.preparation().get(), exec.createSubExecutionContext(0.6));
        NewCustomers customers = EngineRun.call(exec, 0, run -> of(prepared, parameters));
        return customers.with(
                own(table, model, customers.features, customers.complete, exec.createSubExecutionContext(0.4)));
    }

    private static CustomerTable own(
            BufferedDataTable table, SegmentationModel model, Features features, int[] rows, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        return OwnCustomers.read(table, model.preparation(), model.features(), features, rows, exec);
    }

    private NewCustomers with(CustomerTable columns) {
        return new NewCustomers(features, complete, columns, leftOut, warning, prepared, novelties);
    }

    /** @return the own columns of the customers that are assigned a segment; O(n) per column, unless these are all */
    CustomerTable assigned(RunContext run) {
        if (complete.length == features.rows().length) {
            return own;
        }
        int[] positions = new int[features.rows().length];
        for (int i = 0, at = 0; i < positions.length; at++) {
            if (complete[at] == features.rows()[i]) {
                positions[i++] = at;
            }
        }
        return OwnCustomers.select(own, positions, run);
    }

    private static NewCustomers of(PreparedFeatures prepared, AssignerParameters parameters) {
        NoveltyReport novelties = prepared.novelties();
        if (parameters.m_unseen == Unseen.FAIL && !novelties.unseen().isEmpty()) {
            throw NoveltyTexts.refusal(novelties.unseen().get(0));
        }
        Matrix x = prepared.all();
        int[] complete = prepared.prepared();
        int[] kept = Arrays.stream(complete)
                .filter(i -> parameters.m_unseen == Unseen.ASSIGN || !novelties.hasUnseen(i))
                .filter(i -> parameters.m_outOfRange != OutOfRange.LEAVE_MISSING || !novelties.isOutOfRange(i))
                .toArray();
        String leftOut = NodeTexts.leftOut(
                prepared.leftOut(),
                x.rows(),
                "a number is missing",
                "Fill missing numbers first, or prepare with the median instead of leaving rows out.");
        String unknown = NodeTexts.nothingKnown(prepared.unknown(), x.rows(), "Fill their values first.");
        return new NewCustomers(
                prepared.select(kept),
                complete,
                NOTHING,
                (leftOut + " " + unknown).trim(),
                String.join(" ", prepared.warnings()).trim(),
                Optional.of(x),
                novelties);
    }
}
