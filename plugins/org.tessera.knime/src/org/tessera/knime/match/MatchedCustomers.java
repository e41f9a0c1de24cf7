package org.tessera.knime.match;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.data.Labels;
import org.tessera.engine.match.MatchOptions;
import org.tessera.engine.match.Matching;
import org.tessera.engine.match.Migration;
import org.tessera.engine.match.SegmentMatcher;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.LabeledTable;
import org.tessera.knime.kit.SegmentColumnChoice;
import org.tessera.knime.kit.SegmentLabels;

/**
 * Today's customers with a segment, and the earlier segment of each.
 *
 * @param tableRows row indices in the table, increasing
 * @param earlier per customer the earlier segment, noise, or {@link Migration#NEW}
 * @param present the present segments
 * @param matching what became of the earlier segments
 * @param warnings what is to be said; empty texts among them
 */
record MatchedCustomers(int[] tableRows, int[] earlier, Labels present, Matching matching, List<String> warnings) {

    static final int LEFT_OUT = -1;

    /** Takes the earlier segments from a column; customers without one are new. */
    static MatchedCustomers byColumn(
            LabeledTable labeled, String column, SegmentationModel model, MatchOptions options, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        SegmentedRows before = LabeledTable.read(
                        labeled.table(), new SegmentColumnChoice(column, ""), Optional.of(model), exec)
                .segmented();
        int[] all = new int[Math.toIntExact(labeled.table().size())];
        Arrays.fill(all, Migration.NEW);
        for (int i = 0; i < before.rows().length; i++) {
            all[before.rows()[i]] = before.labels().at(i);
        }
        SegmentedRows today = labeled.segmented();
        int[] earlier = IntStream.of(today.rows()).map(i -> all[i]).toArray();
        return new MatchedCustomers(
                today.rows(),
                earlier,
                today.labels(),
                SegmentMatcher.byCustomers(model.labels(), earlier, today.labels(), options),
                List.of(labeled.leftOut(today.rows().length, "the segment is missing")));
    }

    /** Lets the earlier model assign the customers. */
    static MatchedCustomers byPlace(
            LabeledTable labeled, SegmentationModel model, MatchOptions options, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        LabeledTable.Featured featured = labeled.features(model, exec.createSubExecutionContext(0.5));
        SegmentLabels.Customers customers = featured.customers();
        return EngineRun.call(exec.createSubExecutionContext(0.5), 0, run -> {
            int[] earlier =
                    Assigner.assign(model.clusters(), customers.features(), run).segments();
            return new MatchedCustomers(
                    customers.tableRows(),
                    earlier,
                    customers.labels(),
                    SegmentMatcher.byPlace(
                            model.clusters(),
                            model.labels(),
                            earlier,
                            customers.features(),
                            customers.labels(),
                            options,
                            run),
                    List.of(
                            featured.reading().warning(),
                            labeled.leftOut(
                                    customers.tableRows().length,
                                    "the segment or a column of the earlier model is missing")));
        });
    }

    /** For each row of the table its index among these customers, or {@link #LEFT_OUT}. */
    int[] indices(BufferedDataTable table) {
        int[] indices = new int[Math.toIntExact(table.size())];
        Arrays.fill(indices, LEFT_OUT);
        for (int i = 0; i < tableRows.length; i++) {
            indices[tableRows[i]] = i;
        }
        return indices;
    }

    boolean isNew(int customer) {
        return earlier[customer] == Migration.NEW;
    }

    boolean hasMoved(int customer) {
        return matching.isMove(earlier[customer], present.at(customer));
    }

    /** The customers who moved, increasing. */
    int[] moved() {
        return IntStream.range(0, earlier.length).filter(this::hasMoved).toArray();
    }
}
