package org.tessera.knime.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.prep.NoveltyReport;
import org.tessera.engine.prep.Preparation;

/**
 * The features of customers as every node takes them: with a Preparation made by it from the customers' own columns,
 * otherwise own columns themselves.
 */
public final class FeatureReader {

    private FeatureReader() {}

    /**
     * Features, and what is to be said about them.
     *
     * @param features the features of the rows that have all of them
     * @param leftOut a warning about the other rows, or ""
     * @param warnings what is new or odd in this table; empty texts among them
     */
    public record Reading(Features features, String leftOut, List<String> warnings) {

        /** @return the warnings other than about rows left out, as one text */
        public String warning() {
            return String.join(" ", warnings.stream().filter(w -> !w.isEmpty()).toList());
        }
    }

    /**
     * Reads features. O(n d).
     *
     * @param table the table
     * @param preparation the Preparation that makes the features, if there is one
     * @param names the feature columns, read from the table if there is no Preparation
     * @param exec progress and cancel
     * @return the features
     * @throws CanceledExecutionException if the user has canceled
     * @throws KNIMEException if a column is absent, a value unusable or the table too large
     */
    public static Reading read(
            BufferedDataTable table, Optional<Preparation> preparation, List<String> names, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        if (preparation.isEmpty()) {
            Features features = EngineRun.read(() -> Features.read(table, names, exec));
            return new Reading(features, features.leftOutWarning(), List.of());
        }
        PreparedFeatures prepared = PreparedFeatures.read(table, preparation.get(), exec);
        int[] usable = prepared.usable();
        int complete = prepared.prepared().length;
        List<String> warnings = new ArrayList<>(prepared.warnings());
        warnings.add(0, unseen(prepared.novelties(), prepared.all().rows()));
        warnings.add(NodeTexts.leftOut(
                (long) complete - usable.length,
                prepared.all().rows(),
                "a number is too large for the Preparation, or -1 or less where its logarithm is taken",
                "Correct the number."));
        return new Reading(prepared.select(usable), leftOut(prepared), warnings);
    }

    private static String leftOut(PreparedFeatures prepared) {
        int rows = prepared.all().rows();
        String leftOut = NodeTexts.leftOut(
                prepared.leftOut(),
                rows,
                "a number is missing"
                        + (prepared.missing().isEmpty() ? "" : " (" + NodeTexts.first(prepared.missing()) + ")"),
                "Set 'Missing numbers' of the Segmentation Preprocessor to the median to keep them.");
        String unknown = NodeTexts.nothingKnown(
                prepared.unknown(),
                rows,
                "To segment them, turn on 'Cluster customers of whom nothing is known' of the Segmentation Preprocessor.");
        return (leftOut + " " + unknown).trim();
    }

    private static String unseen(NoveltyReport novelties, int rows) {
        List<String> columns = novelties.unseen().stream()
                .map(u -> "column '" + u.column().name() + "' "
                        + NodeTexts.first(
                                u.categories().stream().map(c -> "'" + c + "'").toList(), ", "))
                .toList();
        long count = IntStream.range(0, columns.isEmpty() ? 0 : rows)
                .filter(novelties::hasUnseen)
                .count();
        return count == 0
                ? ""
                : NodeTexts.count(count, "row has", "rows have") + " a category that the Preparation does not know ("
                        + NodeTexts.first(columns, "; ")
                        + "): if there are many, make the Preparation from these customers.";
    }
}
