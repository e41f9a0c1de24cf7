package org.tessera.knime.port;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.swing.JComponent;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.tessera.knime.kit.Features;
import org.tessera.knime.kit.SegmentColumnChoice;

/**
 * The spec of a segmentation.
 *
 * @param algorithm the algorithm's title
 * @param segmentColumn name of the column that holds the segments
 * @param features the feature columns, in order
 * @param sources the columns from which a preparation computes the features; empty if the features are the customers'
 *     own columns
 * @param segments the names of the segments in their order, noise last; empty before execution
 */
public record SegmentationModelPortObjectSpec(
        String algorithm,
        String segmentColumn,
        List<String> features,
        Optional<SourceColumns> sources,
        List<String> segments)
        implements PortObjectSpec {

    /** Copies the lists and checks that nothing is null. */
    public SegmentationModelPortObjectSpec {
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(segmentColumn, "segmentColumn");
        Objects.requireNonNull(sources, "sources");
        features = List.copyOf(features);
        segments = List.copyOf(segments);
    }

    /** @return whether a preparation computes the features; otherwise they are the customers' own columns */
    public boolean prepared() {
        return sources.isPresent();
    }

    /** @return the same segmentation while the names of its segments are not known */
    public SegmentationModelPortObjectSpec withoutNames() {
        return new SegmentationModelPortObjectSpec(algorithm, segmentColumn, features, sources, List.of());
    }

    /**
     * Checks by its spec that a table has what the features are made from: the source columns of the preparation, or the
     * features themselves.
     *
     * @param spec the table's spec
     * @throws InvalidSettingsException naming the first column that is absent or of another kind, and the remedy
     */
    public void requireFeatures(DataTableSpec spec) throws InvalidSettingsException {
        if (sources.isPresent()) {
            sources.get().require(spec);
        } else {
            Features.indices(spec, features);
        }
    }

    /**
     * Chooses the column with the segments of this segmentation.
     *
     * @param spec the table's spec
     * @param chosen the user's choice, if there is one
     * @return the column
     * @throws InvalidSettingsException if there is none, or it holds neither texts nor whole numbers
     */
    public SegmentColumnChoice segmentColumnOf(DataTableSpec spec, Optional<String> chosen)
            throws InvalidSettingsException {
        return SegmentColumnChoice.of(spec, chosen, segmentColumn, segments);
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** Reads and writes the spec. */
    public static final class Serializer extends PortObjectSpecSerializer<SegmentationModelPortObjectSpec> {

        @Override
        public void savePortObjectSpec(SegmentationModelPortObjectSpec spec, PortObjectSpecZipOutputStream out)
                throws IOException {
            List<String> texts = List.of(spec.algorithm(), spec.segmentColumn(), Boolean.toString(spec.prepared()));
            SourceColumns sources = spec.sources().orElse(SourceColumns.UNKNOWN);
            SpecText.write(
                    out,
                    List.of(
                            texts,
                            spec.features(),
                            sources.numbers(),
                            sources.categories(),
                            spec.segments(),
                            sources.codes(),
                            sources.quantities()));
        }

        @Override
        public SegmentationModelPortObjectSpec loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException {
            List<List<String>> lists = SpecText.read(in, 2);
            List<String> texts = lists.get(0);
            if (texts.size() != 3) {
                throw new IOException("Stored spec is damaged: algorithm and segment column are absent.");
            }
            boolean old = lists.size() < 5;
            List<String> codes = lists.size() < 6 ? List.of() : lists.get(5);
            List<String> quantities = lists.size() < 7 ? List.of() : lists.get(6);
            SourceColumns sources =
                    old ? SourceColumns.UNKNOWN : new SourceColumns(lists.get(2), lists.get(3), codes, quantities);
            return new SegmentationModelPortObjectSpec(
                    texts.get(0),
                    texts.get(1),
                    lists.get(1),
                    Boolean.parseBoolean(texts.get(2)) ? Optional.of(sources) : Optional.empty(),
                    old ? List.of() : lists.get(4));
        }
    }
}
