package org.tessera.knime.port;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.swing.JComponent;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;

/**
 * The spec of a preparation: its source columns and the features it appends.
 *
 * @param sources the columns from which features are computed
 * @param features the feature columns, in order
 */
public record PreparationPortObjectSpec(SourceColumns sources, List<String> features) implements PortObjectSpec {

    /** Copies the list and checks that nothing is null. */
    public PreparationPortObjectSpec {
        Objects.requireNonNull(sources, "sources");
        features = List.copyOf(features);
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** Reads and writes the spec. */
    public static final class Serializer extends PortObjectSpecSerializer<PreparationPortObjectSpec> {

        @Override
        public void savePortObjectSpec(PreparationPortObjectSpec spec, PortObjectSpecZipOutputStream out)
                throws IOException {
            SourceColumns sources = spec.sources();
            SpecText.write(
                    out,
                    List.of(
                            sources.names(),
                            spec.features(),
                            sources.numbers(),
                            sources.categories(),
                            sources.codes(),
                            sources.quantities()));
        }

        @Override
        public PreparationPortObjectSpec loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException {
            List<List<String>> lists = SpecText.read(in, 2);
            List<String> codes = lists.size() < 5 ? List.of() : lists.get(4);
            List<String> quantities = lists.size() < 6 ? List.of() : lists.get(5);
            SourceColumns sources = lists.size() < 4
                    ? SourceColumns.UNKNOWN
                    : new SourceColumns(lists.get(2), lists.get(3), codes, quantities);
            return new PreparationPortObjectSpec(sources, lists.get(1));
        }
    }
}
