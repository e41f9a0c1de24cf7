package org.tessera.knime.port;

import java.util.List;
import java.util.Set;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.profile.columns.DescribedColumns;
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
     * Selects them by name.
     *
     * @param spec the labeled table's spec
     * @param model the model of its segments
     * @param segment the column of the segments
     * @return the names of {@link #of}
     */
    public static List<String> names(DataTableSpec spec, SegmentationModelPortObjectSpec model, String segment) {
        return of(spec, model, segment).stream().map(DataColumnSpec::getName).toList();
    }

    /**
     * The columns that describe the segments of a model, read as the model reads them.
     *
     * @param customers the customers' columns
     * @param model the model
     * @param run threads, cancel
     * @return the same columns without those that say nothing of segments, such as ids that the model's preparation
     *     left out; texts are numbers or dates, and numbers categories, where the preparation takes them so
     */
    public static CustomerTable asRead(CustomerTable customers, SegmentationModel model, RunContext run) {
        return DescribedColumns.of(customers, model, run).customers();
    }
}
