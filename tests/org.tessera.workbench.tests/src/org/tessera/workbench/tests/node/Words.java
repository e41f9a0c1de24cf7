package org.tessera.workbench.tests.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;

/** A port object that holds a text, with serializers registered in the test bundle's {@code plugin.xml}. */
public final class Words implements PortObject {
    private final String text;
    private final Spec spec;

    Words(String text, Spec spec) {
        this.text = text;
        this.spec = spec;
    }

    String text() {
        return text;
    }

    @Override
    public String getSummary() {
        return text;
    }

    @Override
    public Spec getSpec() {
        return spec;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    /** The language of a text. */
    public static final class Spec extends AbstractSimplePortObjectSpec {
        private String language;

        /** For the serializer. */
        public Spec() {}

        Spec(String language) {
            this.language = language;
        }

        String language() {
            return language;
        }

        @Override
        protected void save(ModelContentWO model) {
            model.addString("language", language);
        }

        @Override
        protected void load(ModelContentRO model) throws InvalidSettingsException {
            language = model.getString("language");
        }
    }

    /** Writes and reads specs. */
    public static final class SpecSerializer
            extends AbstractSimplePortObjectSpec.AbstractSimplePortObjectSpecSerializer<Spec> {}

    /** Writes and reads texts. */
    public static final class Serializer extends PortObjectSerializer<Words> {
        @Override
        public void savePortObject(Words words, PortObjectZipOutputStream out, ExecutionMonitor exec)
                throws IOException, CanceledExecutionException {
            out.putNextEntry(new ZipEntry("words.txt"));
            out.write(words.text.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            out.flush();
        }

        @Override
        public Words loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
                throws IOException, CanceledExecutionException {
            in.getNextEntry();
            return new Words(new String(in.readAllBytes(), StandardCharsets.UTF_8), (Spec) spec);
        }
    }
}
