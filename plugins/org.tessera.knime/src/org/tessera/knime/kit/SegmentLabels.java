package org.tessera.knime.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.knime.core.data.IntValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.data.v2.RowCursor;
import org.knime.core.data.v2.RowRead;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.SegmentationException;

/**
 * The segment column of a table as labels. "Noise" is noise; "Segment 1", "Segment 2" and so on are ordered by their
 * numbers, any other names by decreasing number of customers. Rows with a missing value have no segment.
 */
public final class SegmentLabels {

    /** The remedy for customers left out because they have no segment. */
    public static final String KEEP = "Fill missing values before the clustering to keep them.";

    private static final int PROGRESS_EVERY = 4096;
    private static final int NONE = Integer.MIN_VALUE;
    private static final int MAX_SEGMENTS = 10_000;

    private static final String BELONGS = "connect the table that belongs to the model";

    private final String column;
    private final int columnIndex;
    private final int[] perRow;
    private final List<String> names;
    /** Whether the names are those of a model. */
    private final boolean isNamed;

    private SegmentLabels(String column, int columnIndex, int[] perRow, List<String> names, boolean isNamed) {
        this.column = column;
        this.columnIndex = columnIndex;
        this.perRow = perRow;
        this.names = names;
        this.isNamed = isNamed;
    }

    /**
     * Labeled customers: the rows that have a segment and all features.
     *
     * @param features their features
     * @param labels their segments; one that none of them has is empty
     * @param tableRows their row indices in the table, increasing
     */
    public record Customers(Matrix features, Labels labels, int[] tableRows) {

        /** @return the labels numbered without the empty segments, as metrics take them */
        public Labels dense() {
            return labels.dense();
        }
    }

    /**
     * Reads a segment column.
     *
     * @param table the table
     * @param column the column's name
     * @param exec progress and cancel
     * @return the segments
     * @throws CanceledExecutionException if the user has canceled
     * @throws InvalidSettingsException if there is no such column
     * @throws SegmentationException if all its values are missing, or more than 10,000 are distinct
     */
    public static SegmentLabels read(BufferedDataTable table, String column, ExecutionMonitor exec)
            throws CanceledExecutionException, InvalidSettingsException {
        int index = SegmentColumnChoice.index(table.getDataTableSpec(), column);
        boolean texts = table.getDataTableSpec().getColumnSpec(index).getType().isCompatible(StringValue.class);
        Map<String, Integer> codes = new HashMap<>();
        int[] raw = new int[Math.toIntExact(table.size())];
        try (RowCursor cursor = table.cursor(TableFilter.materializeCols(index))) {
            for (int i = 0; cursor.canForward(); i++) {
                RowRead row = cursor.forward();
                if (i % PROGRESS_EVERY == 0) {
                    exec.checkCanceled();
                }
                raw[i] = row.isMissing(index) ? NONE : code(codes, name(row, index, texts));
                if (codes.size() > MAX_SEGMENTS) {
                    throw new SegmentationException(
                            String.format(
                                    Locale.ENGLISH,
                                    "Segment column '%s' has more than %,d different values",
                                    column,
                                    MAX_SEGMENTS),
                            "choose the column that holds the segments");
                }
            }
        }
        if (codes.isEmpty()) {
            throw new SegmentationException(
                    "Segment column '" + column + "' has no value in any row (" + NodeTexts.count(raw.length, "row")
                            + ")",
                    "connect the table with the segments");
        }
        return renumber(column, index, raw, codes);
    }

    private static int code(Map<String, Integer> codes, String name) {
        Integer known = codes.putIfAbsent(name, codes.size());
        return known == null ? codes.size() - 1 : known;
    }

    private static String name(RowRead row, int index, boolean texts) {
        return texts
                ? ((StringValue) row.getValue(index)).getStringValue()
                : Integer.toString(((IntValue) row.getValue(index)).getIntValue());
    }

    private static SegmentLabels renumber(String column, int index, int[] raw, Map<String, Integer> codes) {
        int[] sizes = new int[codes.size()];
        for (int code : raw) {
            if (code != NONE) {
                sizes[code]++;
            }
        }
        List<String> names = new ArrayList<>(codes.keySet());
        names.remove(Labels.NOISE_NAME);
        boolean ours = names.stream().allMatch(n -> Labels.number(n) > 0);
        Comparator<String> bySize = Comparator.comparingInt((String n) -> -sizes[codes.get(n)]);
        names.sort(ours ? Comparator.comparingInt(Labels::number) : bySize.thenComparing(Comparator.naturalOrder()));
        int[] newCodes = new int[codes.size()];
        Arrays.fill(newCodes, Labels.NOISE);
        for (int s = 0; s < names.size(); s++) {
            newCodes[codes.get(names.get(s))] = s;
        }
        int[] perRow =
                IntStream.of(raw).map(c -> c == NONE ? NONE : newCodes[c]).toArray();
        return new SegmentLabels(column, index, perRow, List.copyOf(names), false);
    }

    /** @return the names of the segments in the order of their labels, without noise */
    public List<String> names() {
        return names;
    }

    /**
     * These labels in the numbers of a model: a segment of which the table has no customer is empty. Segments are found by
     * the model's names, and by "Segment 1" and so on, as they were called before they had names.
     *
     * @param model the model's labels
     * @return the labels
     * @throws KNIMEException if the column holds a segment that the model does not have
     */
    public SegmentLabels of(Labels model) throws KNIMEException {
        List<String> all = model.names();
        int[] numbers = new int[names.size()];
        for (int s = 0; s < numbers.length; s++) {
            String name = names.get(s);
            numbers[s] = all.contains(name) ? all.indexOf(name) : Labels.number(name) - 1;
            if (numbers[s] < 0 || numbers[s] >= all.size()) {
                throw unknownSegment(name, all.size());
            }
        }
        int[] renumbered = IntStream.of(perRow).map(l -> l < 0 ? l : numbers[l]).toArray();
        return new SegmentLabels(column, columnIndex, renumbered, all, true);
    }

    private KNIMEException unknownSegment(String name, int segments) {
        int label = names.indexOf(name);
        int row = IntStream.range(0, perRow.length)
                .filter(i -> perRow[i] == label)
                .findFirst()
                .orElseThrow();
        String limit = "the model has " + NodeTexts.count(segments, "segment");
        return Failures.ofCell(
                new SegmentationException("Column '" + column + "' holds '" + name + "', but " + limit, BELONGS),
                columnIndex,
                row,
                "The first row of '" + name + "'; " + limit + ".");
    }

    /**
     * The segments of the rows that have all features.
     *
     * @param features the features of the same table
     * @return a label per row of the features; {@link Assignment#NONE} without a segment
     */
    int[] of(Features features) {
        return IntStream.of(features.rows())
                .map(i -> perRow[i] == NONE ? Assignment.NONE : perRow[i])
                .toArray();
    }

    /** @return indices of the rows that have a segment or are noise, increasing */
    public int[] rows() {
        return IntStream.range(0, perRow.length).filter(i -> perRow[i] != NONE).toArray();
    }

    /** @return the labels of {@link #rows()} */
    public Labels labels() {
        return ofPart(IntStream.of(perRow).filter(l -> l != NONE).toArray());
    }

    private Labels ofPart(int... labels) {
        Labels part = Labels.ofPart(names.size(), labels);
        return isNamed ? part.withNames(names) : part;
    }

    /** @return a warning about segments of which the table has no customer, or "" */
    public String emptyWarning() {
        Labels labels = labels();
        List<String> empty = IntStream.range(0, names.size())
                .filter(s -> labels.sizeOf(s) == 0)
                .mapToObj(names::get)
                .toList();
        return empty.isEmpty()
                ? ""
                : NodeTexts.count(empty.size(), "segment has", "segments have") + " no customer in this table: "
                        + NodeTexts.first(empty, ", ") + ".";
    }

    /**
     * The labels of some rows.
     *
     * @param rows rows that have a segment or are noise
     * @return their labels, numbered without the segments that do not occur
     */
    public Labels labels(int[] rows) {
        int[] found = IntStream.of(rows)
                .map(i -> perRow[i])
                .filter(l -> l != Labels.NOISE)
                .distinct()
                .sorted()
                .toArray();
        return Labels.of(IntStream.of(rows)
                .map(i -> perRow[i] == Labels.NOISE ? Labels.NOISE : Arrays.binarySearch(found, perRow[i]))
                .toArray());
    }

    /**
     * The rows that have a segment and all features.
     *
     * @param features the features of the same table
     * @return labeled customers
     * @throws SegmentationException if no row has a segment and all features
     */
    public Customers with(Features features) {
        int[] kept = IntStream.range(0, features.rows().length)
                .filter(i -> perRow[features.rows()[i]] != NONE)
                .toArray();
        if (kept.length == 0) {
            throw new SegmentationException(
                    "No customer has a segment in column '" + column + "' and all features",
                    features.missingInWords(),
                    "fill missing values first",
                    "connect the table that was clustered");
        }
        int[] labels = IntStream.of(kept).map(i -> perRow[features.rows()[i]]).toArray();
        boolean all = kept.length == features.rows().length;
        Matrix x = all ? features.matrix() : features.matrix().select(kept);
        return new Customers(
                x,
                ofPart(labels),
                IntStream.of(kept).map(i -> features.rows()[i]).toArray());
    }
}
