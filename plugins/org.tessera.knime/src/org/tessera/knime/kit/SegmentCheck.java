package org.tessera.knime.kit;

import java.util.stream.IntStream;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.model.TrainingRows;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.run.RunContext;

/**
 * Compares the segments of a table with those that a model gives its customers: the customers of training, found by RowID
 * and features in any order, their segments of training; others, such as new customers or those with new RowIDs, the
 * segments that the model assigns. A tree of merges says nothing of others, so these differ only if most of them do.
 */
public final class SegmentCheck {

    private SegmentCheck() {}

    /** Customers whose segment was compared, and those in another segment, of a kind of customers. */
    private record Count(int compared, int others) {}

    /**
     * Compares.
     *
     * @param segments the segments of the table, in the numbers of the model
     * @param model the model
     * @param features the features of the table's rows that have all of them
     * @param table the table
     * @param exec the node's context or a part of it
     * @return a warning with the number of customers in another segment, or ""
     * @throws CanceledExecutionException if the user has canceled
     * @throws KNIMEException if the segments cannot be assigned
     */
    public static String warning(
            SegmentLabels segments,
            SegmentationModel model,
            Features features,
            BufferedDataTable table,
            ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        if (segments.labels().equals(model.labels())) {
            return "";
        }
        long[] ids = RowIds.read(table, features, exec);
        return EngineRun.call(exec, 0, run -> warning(segments.of(features), model, ids, features.matrix(), run));
    }

    private static String warning(int[] labels, SegmentationModel model, long[] ids, Matrix x, RunContext run) {
        int[] positions = model.rows().positionsOf(TrainingRows.of(ids, x, run), run);
        int[] trained = IntStream.range(0, labels.length)
                .filter(i -> positions[i] != TrainingRows.ABSENT)
                .toArray();
        int[] absent = IntStream.range(0, labels.length)
                .filter(i -> positions[i] == TrainingRows.ABSENT)
                .toArray();
        Labels training = model.labels();
        Count ofTraining = count(
                labels,
                trained,
                IntStream.of(trained).map(i -> training.at(positions[i])).toArray());
        Count ofOthers = count(
                labels,
                absent,
                Assigner.assign(model.clusters(), x.select(absent), run).segments());
        boolean isTree = model.clusters() instanceof TreeModel;
        int others = ofTraining.others + (isTree && 2 * ofOthers.others <= ofOthers.compared ? 0 : ofOthers.others);
        return others == 0
                ? ""
                : NodeTexts.count(others, "customer is", "customers are") + " in another segment than the model gives"
                        + (others == 1 ? " it" : " them") + " ("
                        + NodeTexts.count(ofTraining.compared + ofOthers.compared, "customer")
                        + " compared): if that is"
                        + " not meant, connect table and model of the same node, or choose the column in '"
                        + SegmentColumnChoice.TITLE + "'.";
    }

    /** Compares the labels of some rows; those without a label or an expected one are left out. */
    private static Count count(int[] labels, int[] rows, int[] expected) {
        int compared = 0;
        int others = 0;
        for (int r = 0; r < rows.length; r++) {
            if (labels[rows[r]] != Assignment.NONE && expected[r] != Assignment.NONE) {
                compared++;
                others += labels[rows[r]] == expected[r] ? 0 : 1;
            }
        }
        return new Count(compared, others);
    }
}
