package org.tessera.knime.port;

import java.io.IOException;
import java.util.List;
import javax.swing.JComponent;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;

/**
 * What is known of a preparation before customers are read: the columns it takes and the features it appends.
 *
 * @param sourceColumns the customers' columns that give features
 * @param features the feature columns, in order
 */
public record PreparationPortObjectSpec(List<String> sourceColumns, List<String> features) implements PortObjectSpec {

    /** Copies the lists. */
    public PreparationPortObjectSpec {
        sourceColumns = List.copyOf(sourceColumns);
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
            SpecText.write(out, List.of(spec.sourceColumns(), spec.features()));
        }

        @Override
        public PreparationPortObjectSpec loadPortObjectSpec(PortObjectSpecZipInputStream in) throws IOException {
            List<List<String>> lists = SpecText.read(in, 2);
            return new PreparationPortObjectSpec(lists.get(0), lists.get(1));
        }
    }
}
