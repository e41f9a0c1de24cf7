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
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.FeatureReader;
import org.tessera.knime.kit.NodeTexts;
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

    /** Takes the earlier segments from a column; customers without one are new. */
    static MatchedCustomers byColumn(
            BufferedDataTable table,
            String column,
            SegmentationModel model,
            SegmentLabels segments,
            MatchOptions options,
            ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        SegmentLabels before =
                EngineRun.read(() -> SegmentLabels.read(table, column, exec).of(model.labels()));
        int[] all = new int[Math.toIntExact(table.size())];
        Arrays.fill(all, Migration.NEW);
        int[] known = before.rows();
        Labels labels = before.labels();
        for (int i = 0; i < known.length; i++) {
            all[known[i]] = labels.at(i);
        }
        int[] rows = segments.rows();
        int[] earlier = IntStream.of(rows).map(i -> all[i]).toArray();
        Labels present = segments.labels();
        return new MatchedCustomers(
                rows,
                earlier,
                present,
                SegmentMatcher.byCustomers(model.labels(), earlier, present, options),
                List.of(missing(table, rows.length, "the segment is missing")));
    }

    /** Lets the earlier model assign the customers. */
    static MatchedCustomers byPlace(
            BufferedDataTable table,
            SegmentationModel model,
            SegmentLabels segments,
            MatchOptions options,
            ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        FeatureReader.Reading reading =
                FeatureReader.read(table, model.preparation(), model.features(), exec.createSubExecutionContext(0.5));
        SegmentLabels.Customers customers = EngineRun.read(() -> segments.with(reading.features()));
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
                            reading.warning(),
                            missing(
                                    table,
                                    customers.tableRows().length,
                                    "the segment or a column of the earlier model is missing")));
        });
    }

    private static String missing(BufferedDataTable table, int used, String reason) {
        return NodeTexts.leftOut(table.size() - used, table.size(), reason, SegmentLabels.KEEP);
    }

    /** The index of a table's row among these customers, or empty if it is none of them. */
    Optional<Integer> indexOf(int tableRow) {
        int index = Arrays.binarySearch(tableRows, tableRow);
        return index < 0 ? Optional.empty() : Optional.of(index);
    }
}
