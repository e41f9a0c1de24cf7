package org.tessera.knime.apply;

import java.util.Arrays;
import java.util.Optional;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.prep.NoveltyReport;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.apply.AssignerParameters.OutOfRange;
import org.tessera.knime.apply.AssignerParameters.Unseen;
import org.tessera.knime.kit.Features;
import org.tessera.knime.kit.OwnCustomers;
import org.tessera.knime.kit.PreparedFeatures;

/**
 * A block of new customers in the feature space of a model. Rows are those of the block.
 *
 * @param features the features of the customers that are assigned a segment
 * @param complete the rows of the customers that have all features, increasing: those that are assigned a segment, and those
 *     that get none because they are outside the training data
 * @param own the customers' own columns, of the complete rows
 * @param prepared what a preparation has made of all customers; empty if the features are the customers' own columns
 */
record NewCustomers(Features features, int[] complete, CustomerTable own, Optional<PreparedFeatures> prepared) {

    /** Customers whose features are their own columns. */
    static NewCustomers of(Features features, CustomerTable own) {
        return new NewCustomers(features, features.rows(), own, Optional.empty());
    }

    /** Customers whose features a preparation has made. */
    static NewCustomers of(
            PreparedFeatures prepared, CustomerTable sources, AssignerParameters parameters, RunContext run) {
        NoveltyReport novelties = prepared.novelties();
        int[] complete = prepared.prepared();
        int[] kept = Arrays.stream(complete)
                .filter(i -> parameters.m_unseen == Unseen.ASSIGN || !novelties.hasUnseen(i))
                .filter(i -> parameters.m_outOfRange != OutOfRange.LEAVE_MISSING || !novelties.isOutOfRange(i))
                .toArray();
        return new NewCustomers(
                prepared.select(kept), complete, OwnCustomers.select(sources, complete, run), Optional.of(prepared));
    }

    /** The features of all customers, NaN throughout where one is missing; empty if they are the customers' own columns. */
    Optional<Matrix> all() {
        return prepared.map(PreparedFeatures::all);
    }

    /** Categories and numbers not seen in training; none if the features are the customers' own columns. */
    NoveltyReport novelties() {
        return prepared.map(PreparedFeatures::novelties).orElse(NoveltyReport.NONE);
    }

    /** The own columns of the customers that are assigned a segment; O(n) per column, unless these are all. */
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
}
