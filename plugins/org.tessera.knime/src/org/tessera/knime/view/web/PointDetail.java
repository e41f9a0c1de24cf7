package org.tessera.knime.view.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;

/**
 * The values of the customers drawn in one of their columns.
 *
 * @param column the column's name
 * @param values the different values as text
 * @param index per customer the index of its value, -1 if it is missing
 */
record PointDetail(String column, List<String> values, int[] index) {

    /** Reads the values of rows of a column. */
    static PointDetail of(Column column, int[] rows) {
        Map<String, Integer> known = new HashMap<>();
        List<String> values = new ArrayList<>();
        int[] index = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            index[i] = -1;
            if (!column.isMissing(rows[i])) {
                String text = Texts.cut(text(column, rows[i]), Texts.VALUE);
                index[i] = known.computeIfAbsent(text, t -> {
                    values.add(t);
                    return values.size() - 1;
                });
            }
        }
        return new PointDetail(Texts.cut(column.name(), Texts.NAME), values, index);
    }

    private static String text(Column column, int row) {
        if (column instanceof NumericColumn numeric) {
            return Texts.minus(numeric.quantity().text(numeric.values()[row], 1e-3));
        }
        CategoryColumn categories = (CategoryColumn) column;
        return categories.levels().get(categories.codes()[row]);
    }
}
