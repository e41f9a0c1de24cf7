package org.tessera.knime.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.tessera.engine.data.Labels;

/** The column of segment names: "Segment 1" and so on by decreasing size, "Noise", missing for rows left out. */
public final class SegmentColumn {

    private SegmentColumn() {}

    /**
     * The column before it is known how many segments there are.
     *
     * @param name its name
     * @return a column of texts
     */
    public static DataColumnSpec spec(String name) {
        return new DataColumnSpecCreator(name, StringCell.TYPE).createSpec();
    }

    /**
     * The column with its possible values, so that colours and one-to-many nodes work at once.
     *
     * @param name its name
     * @param labels the labels
     * @return a column of texts with its domain
     */
    public static DataColumnSpec spec(String name, Labels labels) {
        Set<DataCell> values = new LinkedHashSet<>();
        for (int s = 0; s < labels.segments(); s++) {
            values.add(new StringCell(Labels.name(s)));
        }
        if (labels.noise() > 0) {
            values.add(new StringCell(Labels.NOISE_NAME));
        }
        DataColumnSpecCreator creator = new DataColumnSpecCreator(name, StringCell.TYPE);
        creator.setDomain(new DataColumnDomainCreator(values).createDomain());
        return creator.createSpec();
    }

    /**
     * The cells of all rows of a table.
     *
     * @param labels the labels of the clustered rows
     * @param features which rows these are
     * @return a cell per row of the table, missing where a row was left out
     */
    public static DataCell[] cells(Labels labels, Features features) {
        List<DataCell> names = new ArrayList<>();
        for (int s = 0; s < labels.segments(); s++) {
            names.add(new StringCell(Labels.name(s)));
        }
        DataCell noise = new StringCell(Labels.NOISE_NAME);
        DataCell[] cells = new DataCell[features.tableRows()];
        Arrays.fill(cells, DataType.getMissingCell());
        for (int i = 0; i < labels.size(); i++) {
            int label = labels.at(i);
            cells[features.rows()[i]] = label == Labels.NOISE ? noise : names.get(label);
        }
        return cells;
    }
}
