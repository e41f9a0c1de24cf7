package org.tessera.knime.kit;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.ReadingEstimate;
import org.tessera.engine.run.SegmentationException;

/**
 * The feature columns of a table as a matrix of its complete rows: rows with a missing feature are left out.
 *
 * @param matrix the complete rows, in the table's order
 * @param rows for each row of the matrix its index in the table, increasing
 * @param tableRows number of rows of the table
 * @param missing number of missing values per feature column that has any, in decreasing order
 */
public record Features(Matrix matrix, int[] rows, int tableRows, Map<String, Integer> missing) {

    /** @return the number of rows left out because a feature is missing */
    public int leftOut() {
        return tableRows - rows.length;
    }

    /** @return phrases such as "'Income' is missing in 381 rows", in decreasing order */
    public List<String> missingInWords() {
        return missing.entrySet().stream()
                .map(e -> "'" + e.getKey() + "' is missing in " + NodeTexts.count(e.getValue(), "row"))
                .toList();
    }

    /** @return a warning for the rows that were left out, or "" if none was */
    public String leftOutWarning() {
        return leftOutWarning(leftOut(), tableRows, missing);
    }

    /** A warning for rows that were left out of all, or "" if none was. */
    static String leftOutWarning(long leftOut, long all, Map<String, Integer> missing) {
        return NodeTexts.leftOut(
                leftOut, all, "a feature is missing (" + NodeTexts.first(missing) + ")", "Fill missing values first.");
    }

    /** @return for each row of the table its row of the matrix, or -1 if it was left out */
    public int[] matrixRows() {
        int[] matrixRows = new int[tableRows];
        Arrays.fill(matrixRows, -1);
        for (int i = 0; i < rows.length; i++) {
            matrixRows[rows[i]] = i;
        }
        return matrixRows;
    }

    /**
     * The columns that a filter selects as features.
     *
     * @param filter the filter
     * @param candidates the columns it chooses from; only those that hold numbers can be features
     * @return the names of the selected columns, in the table's order
     * @throws InvalidSettingsException naming a column that is selected by hand but is no candidate
     */
    public static List<String> selected(ColumnFilter filter, Stream<DataColumnSpec> candidates)
            throws InvalidSettingsException {
        List<DataColumnSpec> numeric = candidates
                .filter(c -> c.getType().isCompatible(DoubleValue.class))
                .toList();
        String[] missing = filter.getMissingSelected(numeric);
        if (missing.length > 0) {
            throw Failures.refusal(
                    "Feature column '" + missing[0] + "' is selected, but is not in the table or holds no numbers",
                    "select the columns again");
        }
        return List.of(filter.filter(numeric));
    }

    /**
     * Checks by the spec that feature columns exist and hold numbers.
     *
     * @param spec the table's spec
     * @param names the feature columns
     * @return their indices in the table
     * @throws InvalidSettingsException naming the column and the remedy
     */
    public static int[] indices(DataTableSpec spec, List<String> names) throws InvalidSettingsException {
        if (names.isEmpty()) {
            throw Failures.refusal(
                    "No feature column is selected",
                    "select at least one numeric column",
                    "connect the Preparation of a Segmentation Preprocessor");
        }
        int[] indices = new int[names.size()];
        for (int j = 0; j < indices.length; j++) {
            indices[j] = spec.findColumnIndex(names.get(j));
            if (indices[j] < 0) {
                throw Failures.refusal(
                        "Feature column '" + names.get(j) + "' is not in the table",
                        "connect the table that belongs to the model or preparation");
            }
            DataColumnSpec column = spec.getColumnSpec(indices[j]);
            if (!column.getType().isCompatible(DoubleValue.class)) {
                throw Failures.refusal(
                        "Feature column '" + names.get(j) + "' holds " + column.getType() + ", but numbers are needed",
                        "choose a numeric column");
            }
        }
        return indices;
    }

    /**
     * Reads feature columns in O(n d) time, without creating cell objects.
     *
     * @param table the table
     * @param names the feature columns
     * @param exec progress and cancel
     * @return the features
     * @throws CanceledExecutionException if the user has canceled
     * @throws InvalidSettingsException if a column is absent or holds no numbers
     * @throws KNIMEException if a number is infinite or too large
     * @throws SegmentationException if there are too many cells for a matrix or for the memory
     */
    public static Features read(BufferedDataTable table, List<String> names, ExecutionMonitor exec)
            throws CanceledExecutionException, InvalidSettingsException, KNIMEException {
        checkSize(table, indices(table.getDataTableSpec(), names).length);
        try (FeatureBlocks blocks = new FeatureBlocks(table, names)) {
            return blocks.next((int) table.size(), exec);
        }
    }

    private static void checkSize(BufferedDataTable table, int d) {
        long cells = Math.multiplyExact(table.size(), (long) d);
        if (cells > Integer.MAX_VALUE - 8) {
            throw new SegmentationException(
                    String.format(
                            Locale.ENGLISH,
                            "The table has %,d rows and %,d features, %,d cells, but at most %,d can be clustered at"
                                    + " once",
                            table.size(),
                            d,
                            cells,
                            Integer.MAX_VALUE - 8),
                    "take a sample with the Row Sampling node",
                    "take fewer features");
        }
        Limits.check(ReadingEstimate.features(DataSize.of(table.size(), d)));
    }

    /** The columns with missing values, in decreasing order. */
    static Map<String, Integer> counts(List<String> names, int[] missing) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        IntStream.range(0, missing.length)
                .filter(j -> missing[j] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(j -> -missing[j]))
                .forEach(j -> counts.put(names.get(j), missing[j]));
        return Collections.unmodifiableMap(counts);
    }
}
