package org.tessera.knime.apply;

import java.util.List;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.tessera.engine.apply.SegmentShares;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.knime.kit.SegmentColumn;
import org.tessera.knime.kit.SmallTable;

/**
 * The distribution of new customers over the segments as a table: one row per segment, and one for all. The training customers
 * are those that the model would assign to the segment; of a tree these are others than it has made of them.
 */
final class ShareTable {

    private static final String ALL = "All";

    private ShareTable() {}

    static DataTableSpec spec() {
        return new DataTableSpec(
                SmallTable.text("Segment"),
                SmallTable.whole("Training customers"),
                SmallTable.number("Training share"),
                SmallTable.whole("Customers"),
                SmallTable.number("Share"),
                SmallTable.number("Population stability index"),
                SmallTable.text("Shift"));
    }

    static BufferedDataTable table(SegmentationModel model, SegmentShares shares, ExecutionContext exec) {
        SmallTable table = new SmallTable(spec());
        List<String> names = SegmentColumn.names(model);
        for (int s = 0; s < names.size(); s++) {
            table.add(
                    names.get(s),
                    names.get(s),
                    shares.training()[s],
                    shares.trainingShare(s),
                    Math.toIntExact(shares.customers()[s]),
                    shares.share(s),
                    shares.index(s),
                    null);
        }
        table.add(
                ALL,
                ALL,
                shares.trainingTotal(),
                1.0,
                Math.toIntExact(shares.total()),
                shares.total() == 0 ? null : 1.0,
                shares.index(),
                shares.inWords());
        return table.create(exec);
    }
}
