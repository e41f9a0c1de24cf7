package org.tessera.knime.kit;

import java.util.List;
import java.util.Map;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.tessera.engine.data.Matrix;

/** Columns that a Segmentation Preprocessor computed, marked by a property of the column. */
public final class PreparedColumns {

    private static final String PROPERTY = "org.tessera.prepared";

    private PreparedColumns() {}

    /**
     * A prepared column.
     *
     * @param name its name
     * @return its spec
     */
    public static DataColumnSpec spec(String name) {
        DataColumnSpecCreator creator = new DataColumnSpecCreator(name, DoubleCell.TYPE);
        creator.setProperties(new DataColumnProperties(Map.of(PROPERTY, "true")));
        return creator.createSpec();
    }

    /**
     * The prepared columns of a table, of whatever Preparation.
     *
     * @param spec the table's spec
     * @return their names, in order
     */
    public static List<String> names(DataTableSpec spec) {
        return spec.stream()
                .filter(PreparedColumns::isPrepared)
                .map(DataColumnSpec::getName)
                .toList();
    }

    /**
     * Whether a column is a prepared one.
     *
     * @param column its spec
     * @return true if a Segmentation Preprocessor or a Segment Assigner appended it as a feature
     */
    public static boolean isPrepared(DataColumnSpec column) {
        return column.getProperties().containsProperty(PROPERTY);
    }

    /**
     * The columns that do not travel behind the segment.
     *
     * @param spec the table's spec
     * @param prepared whether the features come from a Preparation; features chosen by hand are own columns, which stay
     * @param keep whether the user keeps the features
     * @return the names of the columns to drop
     */
    public static List<String> dropped(DataTableSpec spec, boolean prepared, boolean keep) {
        return prepared && !keep ? names(spec) : List.of();
    }

    /**
     * The cells of prepared columns.
     *
     * @param x the features, a row per customer
     * @param row the customer's row
     * @return one cell per feature, missing where it is NaN
     */
    public static DataCell[] cells(Matrix x, int row) {
        DataCell[] cells = new DataCell[x.columns()];
        for (int j = 0; j < cells.length; j++) {
            double value = x.at(row, j);
            cells[j] = Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
        }
        return cells;
    }

    /**
     * Warns of features that mix raw and prepared columns, which is rarely intended.
     *
     * @param spec the table's spec
     * @param features the feature columns chosen without a preparation
     * @return a warning, or ""
     */
    public static String mixtureWarning(DataTableSpec spec, List<String> features) {
        long prepared =
                features.stream().filter(f -> isPrepared(spec.getColumnSpec(f))).count();
        if (prepared == 0 || prepared == features.size()) {
            return "";
        }
        return "The features are " + NodeTexts.count(prepared, "prepared column") + " together with "
                + NodeTexts.count(features.size() - prepared, "raw one")
                + ": connect the Preparation of the Segmentation Preprocessor, or select the prepared columns only.";
    }
}
