package org.tessera.workbench.tests.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;

/** A port object that is read back with less than was written, in its content or in its spec. */
public final class Forgetful implements PortObject {
    private final String text;
    private final Spec spec;

    Forgetful(String text, Spec spec) {
        this.text = text;
        this.spec = spec;
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

    /** A spec whose reader forgets the language. */
    public static final class Spec extends AbstractSimplePortObjectSpec {
        private String language;

        /** For the serializer. */
        public Spec() {}

        Spec(String language) {
            this.language = language;
        }

        @Override
        protected void save(ModelContentWO model) {
            model.addString("language", language);
        }

        @Override
        protected void load(ModelContentRO model) {
            language = null;
        }
    }

    /** Writes and reads specs. */
    public static final class SpecSerializer
            extends AbstractSimplePortObjectSpec.AbstractSimplePortObjectSpecSerializer<Spec> {}

    /** Writes the text and reads its first letter. */
    public static final class Serializer extends PortObjectSerializer<Forgetful> {
        @Override
        public void savePortObject(Forgetful object, PortObjectZipOutputStream out, ExecutionMonitor exec)
                throws IOException, CanceledExecutionException {
            out.putNextEntry(new ZipEntry("text.txt"));
            out.write(object.text.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            out.flush();
        }

        @Override
        public Forgetful loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
                throws IOException, CanceledExecutionException {
            in.getNextEntry();
            return new Forgetful(new String(in.readNBytes(1), StandardCharsets.UTF_8), (Spec) spec);
        }
    }
}
