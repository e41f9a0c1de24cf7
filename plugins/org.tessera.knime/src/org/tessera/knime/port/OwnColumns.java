package org.tessera.knime.port;

import java.util.List;
import java.util.Set;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.kit.CustomerReader;
import org.tessera.knime.kit.PreparedColumns;

/** The customers' own columns of a labeled table, by which segments are described. */
public final class OwnColumns {

    private OwnColumns() {}

    /**
     * Selects them.
     *
     * @param spec the labeled table's spec
     * @param model the model of its segments
     * @param segment the column of the segments
     * @return numbers, dates, times, texts and Booleans that are neither prepared features nor the segment column; the
     *     features if there are no others
     */
    public static List<DataColumnSpec> of(DataTableSpec spec, SegmentationModelPortObjectSpec model, String segment) {
        Set<String> features = Set.copyOf(model.features());
        List<DataColumnSpec> usable = CustomerReader.usable(spec).stream()
                .filter(c -> !c.getName().equals(segment))
                .toList();
        List<DataColumnSpec> own = usable.stream()
                .filter(c -> !(model.prepared() && (PreparedColumns.isPrepared(c) || features.contains(c.getName()))))
                .toList();
        return own.isEmpty() ? usable : own;
    }

    /**
     * Reads the columns that a model reads as numbers or dates, so that they describe its segments as such.
     *
     * @param customers the customers' columns
     * @param model the model
     * @param run cancel
     * @return the same columns, those written as text as numbers or dates where the model's preparation reads them so
     */
    public static CustomerTable asRead(CustomerTable customers, SegmentationModel model, RunContext run) {
        return model.preparation()
                .map(preparation -> preparation.readTexts(customers, run))
                .orElse(customers);
    }
}
