package org.tessera.knime.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.tessera.engine.data.Labels;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.model.SegmentationModel;

/**
 * The column of segment names: those of the model, or "Segment 1" and so on by decreasing size, "Noise", missing for rows
 * left out.
 */
public final class SegmentColumn {

    private SegmentColumn() {}

    /**
     * The column while the number of segments is unknown.
     *
     * @param name its name
     * @return a column of texts
     */
    public static DataColumnSpec spec(String name) {
        return new DataColumnSpecCreator(name, StringCell.TYPE).createSpec();
    }

    /**
     * The column with its possible values, as needed by nodes that assign colors or pivot categories.
     *
     * @param name its name
     * @param labels the labels
     * @return a column of texts with its domain and colors
     */
    public static DataColumnSpec spec(String name, Labels labels) {
        return spec(name, names(labels, labels.noise() > 0));
    }

    /**
     * The column with its possible values, in the colors of the charts.
     *
     * @param name its name
     * @param names the possible names of segments; empty if they are not known
     * @return a column of texts with its domain and colors
     */
    public static DataColumnSpec spec(String name, List<String> names) {
        if (names.isEmpty()) {
            return spec(name);
        }
        DataColumnSpecCreator creator = new DataColumnSpecCreator(choice(name, names));
        creator.setColorHandler(SegmentColors.of(names));
        return creator.createSpec();
    }

    /**
     * A column with a few possible values that are no segments.
     *
     * @param name its name
     * @param values the possible values
     * @return a column of texts with its domain
     */
    public static DataColumnSpec choice(String name, List<String> values) {
        Set<DataCell> cells = new LinkedHashSet<>();
        values.forEach(v -> cells.add(new StringCell(v)));
        DataColumnSpecCreator creator = new DataColumnSpecCreator(name, StringCell.TYPE);
        creator.setDomain(new DataColumnDomainCreator(cells).createDomain());
        return creator.createSpec();
    }

    /**
     * The segments that new customers can be assigned to.
     *
     * @param model the model
     * @return the names of its segments in order, followed by noise if the model has noise
     */
    public static List<String> names(SegmentationModel model) {
        boolean noise = model.labels().noise() > 0 || model.clusters() instanceof DensityModel;
        return names(model.labels(), noise);
    }

    private static List<String> names(Labels labels, boolean noise) {
        List<String> names = new ArrayList<>(labels.names());
        if (noise) {
            names.add(Labels.NOISE_NAME);
        }
        return names;
    }

    /**
     * The cells of labels, created once each.
     *
     * @param labels the segments and their names
     * @return a function from labels to names; missing for labels other than 0 to k - 1 and noise
     */
    public static IntFunction<DataCell> cells(Labels labels) {
        DataCell[] names = labels.names().stream().map(StringCell::new).toArray(DataCell[]::new);
        DataCell noise = new StringCell(Labels.NOISE_NAME);
        return label -> {
            if (label == Labels.NOISE) {
                return noise;
            }
            return label >= 0 && label < names.length ? names[label] : DataType.getMissingCell();
        };
    }

    /**
     * The cells of all rows of a table.
     *
     * @param labels the labels of the clustered rows
     * @param features the clustered rows
     * @return one cell per row of the table, missing where a row was left out
     */
    public static DataCell[] cells(Labels labels, Features features) {
        IntFunction<DataCell> names = cells(labels);
        DataCell[] cells = new DataCell[features.tableRows()];
        Arrays.fill(cells, DataType.getMissingCell());
        for (int i = 0; i < labels.size(); i++) {
            cells[features.rows()[i]] = names.apply(labels.at(i));
        }
        return cells;
    }
}
