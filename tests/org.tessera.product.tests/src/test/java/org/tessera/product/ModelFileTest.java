package org.tessera.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.product.Workbench.Result;

/** A segmentation model that went through a file scores as the model itself. */
class ModelFileTest {
    private static final Path EXAMPLE = Path.of("..", "..", "workflows", "customer-segmentation");

    @TempDir
    private Path folder;

    private final List<String> nodes = new ArrayList<>();
    private final List<String> connections = new ArrayList<>();

    private Path workflow() throws IOException {
        return Files.createDirectories(folder.resolve("workflow"));
    }

    private void node(int id, String settings) throws IOException {
        Path file = workflow().resolve("node " + id).resolve("settings.xml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, settings);
        nodes.add("""
                <config key="node_%d">
                    <entry key="id" type="xint" value="%d"/>
                    <entry key="node_settings_file" type="xstring" value="node %d/settings.xml"/>
                    <entry key="node_is_meta" type="xboolean" value="false"/>
                    <entry key="node_type" type="xstring" value="NativeNode"/>
                </config>
                """.formatted(id, id, id));
    }

    private static String settings(String folder) throws IOException {
        return Files.readString(EXAMPLE.resolve(folder).resolve("settings.xml"));
    }

    /** The settings of a Model Writer or Reader, whose file chooser is that of the Image Writer. */
    private static String model(String factory) throws IOException {
        return settings("Image Writer _Port_ (#13)")
                .replace("imagewriter.ImagePortWriterNodeFactory", factory)
                .replace("charts.png", "k-means.model");
    }

    private void connect(int source, int sourcePort, int destination, int destinationPort) {
        connections.add("""
                <config key="connection_%d">
                    <entry key="sourceID" type="xint" value="%d"/>
                    <entry key="destID" type="xint" value="%d"/>
                    <entry key="sourcePort" type="xint" value="%d"/>
                    <entry key="destPort" type="xint" value="%d"/>
                </config>
                """.formatted(connections.size(), source, destination, sourcePort, destinationPort));
    }

    private void scores(int scorer, int modelNode, int modelPort, int writer, String file) throws IOException {
        node(scorer, settings("Segmentation Scorer (#22)"));
        node(writer, settings("CSV Writer (#23)").replace("scores.csv", file));
        connect(3, 1, scorer, 1);
        connect(modelNode, modelPort, scorer, 2);
        connect(scorer, 1, writer, 1);
    }

    private void save() throws IOException {
        Files.writeString(workflow().resolve("workflow.knime"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="workflow.knime">
                    <entry key="version" type="xstring" value="5.1.0"/>
                    <config key="nodes">%s</config>
                    <config key="connections">%s</config>
                </config>
                """.formatted(
                        String.join("", nodes), String.join("", connections)));
        Path data = Files.createDirectories(workflow().resolve("data"));
        Files.copy(EXAMPLE.resolve("data/credit_customers.csv"), data.resolve("credit_customers.csv"));
    }

    @Test
    void a_model_read_from_its_file_scores_as_the_model_itself() throws Exception {
        node(1, settings("CSV Reader (#1)"));
        node(2, settings("Segmentation Preprocessor (#2)"));
        node(3, settings("K_Means Segmentation (#3)"));
        connect(1, 1, 2, 1);
        connect(2, 1, 3, 1);
        connect(2, 2, 3, 2);
        scores(4, 3, 2, 5, "scores.csv");
        node(6, model("model.writer.ModelWriterNodeFactory"));
        connect(3, 2, 6, 1);
        node(7, model("model.reader.ModelReaderNodeFactory"));
        connect(6, 0, 7, 0);
        scores(8, 7, 1, 9, "scores again.csv");
        save();
        Workbench workbench = new Workbench(Files.createDirectory(folder.resolve("scratch")));
        Result result = workbench.run("-workflowDir=" + workflow(), "-roundTrips");
        assertEquals(0, result.exitCode(), result::all);
        Path data = workflow().resolve("data");
        assertEquals(Files.readString(data.resolve("scores.csv")), Files.readString(data.resolve("scores again.csv")));
        try (ZipFile zip = new ZipFile(data.resolve("k-means.model").toFile())) {
            String content =
                    new String(zip.getInputStream(zip.getEntry("content.xml")).readAllBytes());
            assertTrue(content.contains("org.tessera.knime.port.SegmentationModelPortObject\""), content);
        }
    }
}
