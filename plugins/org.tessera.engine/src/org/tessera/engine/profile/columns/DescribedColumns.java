package org.tessera.engine.profile.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.DroppedColumn;
import org.tessera.engine.prep.IdentifyingColumns;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.run.RunContext;

/**
 * The columns that describe segments, as the segmentation saw them. The one place that decides which these are:
 *
 * <ul>
 *   <li>columns that the segmentation used always describe it;
 *   <li>columns that its preparation left out as an id, as free text, or because they have no two values, never do;
 *   <li>columns that it left out because others determine them, do;
 *   <li>columns that it never saw, such as an outcome, do unless they look like ids or free text.
 * </ul>
 *
 * @param customers the columns that describe, in the table's order: texts that the preparation reads as numbers or
 *     dates are those, numbers that it takes for categories are categories
 * @param roles what each of them was for the segmentation
 * @param scales the scale on which the numbers of each of them are compared, where that is not their own
 * @param separations the share of each of them in how far the segments lie apart, where they were made from it
 * @param hidden the columns that do not describe, and why, in the table's order
 */
public record DescribedColumns(
        CustomerTable customers,
        Map<String, ColumnRole> roles,
        Map<String, PreparedScale> scales,
        Map<String, Double> separations,
        List<DroppedColumn> hidden) {

    /** Copies maps and list. */
    public DescribedColumns {
        roles = Map.copyOf(roles);
        scales = Map.copyOf(scales);
        separations = Map.copyOf(separations);
        hidden = List.copyOf(hidden);
    }

    /**
     * All columns of a table, whatever they hold, for a segmentation whose columns are not known.
     *
     * @param customers the table
     * @return its columns with unknown roles
     */
    public static DescribedColumns all(CustomerTable customers) {
        return new DescribedColumns(customers, Map.of(), Map.of(), Map.of(), List.of());
    }

    /**
     * Selects the columns. O(n log n) per column that the segmentation never saw, otherwise O(n).
     *
     * @param table the customers' own columns
     * @param model the segmentation
     * @param run threads, cancel
     * @return the columns that describe its segments
     */
    public static DescribedColumns of(CustomerTable table, SegmentationModel model, RunContext run) {
        CustomerTable read = model.preparation()
                .map(p -> ShareColumns.asCategories(p.readTexts(table, run), codes(p), run))
                .orElse(table);
        Map<String, ColumnRole> roles = roles(read, model);
        Map<String, DroppedColumn> hidden = new HashMap<>();
        model.preparation()
                .ifPresent(p -> p.dropped().stream()
                        .filter(d -> d.reason() != DroppedColumn.Reason.DETERMINED)
                        .forEach(d -> hidden.put(d.column(), d)));
        List<Column> unseen = read.columns().stream()
                .filter(c -> roles.get(c.name()) == ColumnRole.NOT_USED && !hidden.containsKey(c.name()))
                .toList();
        IdentifyingColumns.find(unseen, run).forEach(d -> hidden.put(d.column(), d));
        List<Column> described = new ArrayList<>();
        List<DroppedColumn> left = new ArrayList<>();
        for (Column column : read.columns()) {
            if (hidden.containsKey(column.name())) {
                left.add(hidden.get(column.name()));
                roles.remove(column.name());
            } else {
                described.add(column);
            }
        }
        return new DescribedColumns(
                new CustomerTable(read.rows(), described),
                roles,
                scales(described, roles, model, run),
                Separation.of(model),
                left);
    }

    private static Map<String, PreparedScale> scales(
            List<Column> columns, Map<String, ColumnRole> roles, SegmentationModel model, RunContext run) {
        PreparedScale[] found = new PreparedScale[columns.size()];
        run.forBlocks(found.length, c -> {
            boolean isFeature = roles.get(columns.get(c).name()) == ColumnRole.FEATURE;
            if (columns.get(c) instanceof NumericColumn numbers) {
                found[c] = isFeature
                        ? PreparedScale.ofFeature(numbers.name(), model.preparation())
                        : PreparedScale.ofOther(numbers, run);
            }
        });
        Map<String, PreparedScale> scales = new HashMap<>();
        for (int c = 0; c < found.length; c++) {
            if (found[c] != null && found[c] != PreparedScale.OWN) {
                scales.put(columns.get(c).name(), found[c]);
            }
        }
        return scales;
    }

    /** The numbers that a preparation takes for categories. */
    private static Set<String> codes(Preparation preparation) {
        Set<String> codes = new HashSet<>(preparation.options().category().codeColumns());
        codes.retainAll(preparation.sourceColumns());
        return codes;
    }

    private static Map<String, ColumnRole> roles(CustomerTable table, SegmentationModel model) {
        Set<String> features =
                Set.copyOf(model.preparation().map(Preparation::sourceColumns).orElse(model.features()));
        Set<String> leftOut = model.preparation().map(Preparation::dropped).orElse(List.of()).stream()
                .map(DroppedColumn::column)
                .collect(Collectors.toSet());
        Map<String, ColumnRole> roles = new HashMap<>();
        for (Column column : table.columns()) {
            ColumnRole other = leftOut.contains(column.name()) ? ColumnRole.LEFT_OUT : ColumnRole.NOT_USED;
            roles.put(column.name(), features.contains(column.name()) ? ColumnRole.FEATURE : other);
        }
        return roles;
    }

    /**
     * What a column was for the segmentation.
     *
     * @param column the column's name
     * @return its role
     */
    public ColumnRole role(String column) {
        return roles.getOrDefault(column, ColumnRole.UNKNOWN);
    }

    /**
     * The scale on which the numbers of a column are compared.
     *
     * @param column the column's name
     * @return its scale
     */
    public PreparedScale scale(String column) {
        return scales.getOrDefault(column, PreparedScale.OWN);
    }

    /**
     * The share of a column in how far the segments lie apart.
     *
     * @param column the column's name
     * @return 0 to 1; NaN for a column from which they were not made
     */
    public double separation(String column) {
        return separations.getOrDefault(column, Double.NaN);
    }
}
