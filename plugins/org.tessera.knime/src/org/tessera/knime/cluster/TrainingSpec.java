package org.tessera.knime.cluster;

import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.Features;
import org.tessera.knime.kit.PreparedColumns;
import org.tessera.knime.port.PreparationPortObjectSpec;
import org.tessera.knime.port.SegmentationModelPortObjectSpec;
import org.tessera.knime.port.SourceColumns;

/**
 * What is known of a {@link TrainingTable} before it is read.
 *
 * @param table the spec of the customers
 * @param sources the columns from which a Preparation makes the features; empty if they are chosen by hand
 * @param features the names of the features
 */
public record TrainingSpec(DataTableSpec table, Optional<SourceColumns> sources, List<String> features) {

    /** The input of the customers. */
    public static final int TABLE = 0;
    /** The input of the Preparation. */
    public static final int PREPARATION = 1;
    /** The title of the option that names the segment column. */
    public static final String SEGMENT_COLUMN = "Segment column";

    /** True while no Preparation is connected, which would bring its own features. */
    public static final class NoPreparation implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getConstant(input -> input.getInPortSpec(PREPARATION).isEmpty());
        }
    }

    /**
     * Checks the specs at a node's inputs.
     *
     * @param in the node's inputs
     * @param filter the features that were chosen by hand, used where no Preparation is connected
     * @return what is known of the customers
     * @throws InvalidSettingsException if the table lacks what the features are made from, or no feature is chosen
     */
    public static TrainingSpec of(ConfigureInput in, ColumnFilter filter) throws InvalidSettingsException {
        return of(in.getInTableSpec(TABLE), in.getInPortSpec(PREPARATION), filter);
    }

    static TrainingSpec of(DataTableSpec table, PreparationPortObjectSpec preparation, ColumnFilter filter)
            throws InvalidSettingsException {
        if (preparation != null) {
            preparation.sources().require(table);
            return new TrainingSpec(table, Optional.of(preparation.sources()), preparation.features());
        }
        List<String> features = Features.selected(filter, table.stream());
        Features.indices(table, features);
        return new TrainingSpec(table, Optional.empty(), features);
    }

    /**
     * The spec of the customers as they travel on, before the segment is appended.
     *
     * @param segmentColumn name of the segment column
     * @param keepFeatures whether the features of a Preprocessor stay in the table
     * @return the spec
     * @throws InvalidSettingsException if the name of the segment column is blank or taken
     */
    public DataTableSpec passedOn(String segmentColumn, boolean keepFeatures) throws InvalidSettingsException {
        DataTableSpec passed =
                AppendedColumns.without(table, PreparedColumns.dropped(table, sources.isPresent(), keepFeatures));
        AppendedColumns.checkName(passed, segmentColumn, SEGMENT_COLUMN);
        return passed;
    }

    /**
     * The spec of the model.
     *
     * @param title the algorithm, or what makes the segmentation
     * @param segmentColumn name of the segment column
     * @return the spec
     */
    public SegmentationModelPortObjectSpec model(String title, String segmentColumn) {
        return new SegmentationModelPortObjectSpec(title, segmentColumn, features, sources, List.of());
    }
}
