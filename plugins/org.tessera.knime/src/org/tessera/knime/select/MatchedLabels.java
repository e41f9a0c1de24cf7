package org.tessera.knime.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.model.TrainingRows;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;
import org.tessera.knime.kit.NodeTexts;

/**
 * The labels that models gave the rows of a table. Rows are matched by RowID and features, so that a sorted, shuffled or
 * filtered table is right, too; where RowIDs were made anew, all rows are matched by their features in the order of
 * training.
 */
final class MatchedLabels {

    private static final String SAME_TABLE = "connect the table that the segmentation was made on, or rows of it";

    private MatchedLabels() {}

    /** Per model the labels of the table's rows, in the numbers of the model. */
    static List<Labels> of(List<SegmentationModel> models, long[] ids, Matrix x, RunContext run) {
        long fingerprint = SegmentationModel.fingerprint(x, run);
        TrainingRows rows = TrainingRows.of(ids, x, run);
        List<Labels> labels = new ArrayList<>();
        for (SegmentationModel model : models) {
            boolean sameOrder = model.labels().size() == x.rows() && model.fingerprint() == fingerprint;
            labels.add(sameOrder ? model.labels() : matched(model, rows, run));
        }
        return labels;
    }

    private static Labels matched(SegmentationModel model, TrainingRows rows, RunContext run) {
        int[] positions = model.rows().positionsOf(rows, run);
        int absent = (int)
                Arrays.stream(positions).filter(p -> p == TrainingRows.ABSENT).count();
        if (absent > 0) {
            throw new SegmentationException(
                    "'" + model.provenance().title() + "' was made on "
                            + NodeTexts.count(model.labels().size(), "customer") + ", but of the table's "
                            + NodeTexts.count(positions.length, "row") + " with all features "
                            + NodeTexts.count(absent, "is not one", "are none") + " of them by RowID and features",
                    SAME_TABLE);
        }
        int[] labels = IntStream.of(positions).map(p -> model.labels().at(p)).toArray();
        return Labels.ofPart(model.labels().segments(), labels).namedAs(model.labels());
    }

    /** Says that only a part of the customers is compared, or "". */
    static String partWarning(int rows, SegmentationModel model) {
        int all = model.labels().size();
        return rows == all
                ? ""
                : "Compared on " + NodeTexts.count(rows, "row") + " of the " + NodeTexts.count(all, "customer")
                        + " that '" + model.provenance().title() + "' was made on.";
    }
}
