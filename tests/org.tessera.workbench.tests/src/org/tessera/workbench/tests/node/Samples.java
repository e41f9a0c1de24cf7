package org.tessera.workbench.tests.node;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/** Settings that KNIME 5.9.0 wrote, and helpers to read and write XML. */
final class Samples {
    private Samples() {}

    static byte[] bytes(String name) throws IOException {
        try (InputStream in = Samples.class.getResourceAsStream("samples/" + name)) {
            return in.readAllBytes();
        }
    }

    static NodeSettings settings(String name) throws IOException {
        return read(bytes(name));
    }

    static NodeSettings read(byte[] xml) throws IOException {
        NodeSettings settings = new NodeSettings("ignored");
        settings.load(new ByteArrayInputStream(xml));
        return settings;
    }

    static NodeSettings read(String xml) throws IOException {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    static String write(NodeSettingsRO settings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
