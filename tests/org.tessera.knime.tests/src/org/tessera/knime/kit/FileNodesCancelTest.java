package org.tessera.knime.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.workbench.kernel.NodeState;
import org.tessera.workbench.kernel.WorkflowSite;
import org.tessera.workbench.nodes.CsvReaderNodeFactory;
import org.tessera.workbench.nodes.CsvWriterNodeFactory;
import org.tessera.workbench.nodes.ModelReaderNodeFactory;
import org.tessera.workbench.nodes.ModelWriterNodeFactory;

/** A cancel while the workbench's nodes read or write files: they stop, leave no half of a file, and run again. */
class FileNodesCancelTest {

    private static final Path WORKFLOWS = Path.of("..", "..", "workflows");
    private static final String CUSTOMERS = "credit_customers.csv";
    private static final int COPIES = 5;
    /** As in {@link CancelTest}. */
    private static final long MOST_MILLIS = 200;

    @TempDir
    private Path workflow;

    @BeforeEach
    void enter() throws IOException {
        Files.createDirectories(workflow.resolve("data"));
        List<String> lines = Files.readAllLines(
                WORKFLOWS.resolve("customer-segmentation/data").resolve(CUSTOMERS));
        List<String> rows = Collections.nCopies(COPIES, lines.subList(1, lines.size())).stream()
                .flatMap(List::stream)
                .toList();
        Files.write(file(CUSTOMERS), List.of(lines.get(0)), StandardCharsets.UTF_8);
        Files.write(file(CUSTOMERS), rows, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        new WorkflowSite(workflow).enter();
    }

    @AfterEach
    void leave() {
        WorkflowSite.leave();
    }

    private Path file(String name) {
        return workflow.resolve("data").resolve(name);
    }

    private static NodeRun node(NodeFactory<?> factory, String settings) throws Exception {
        factory.init();
        NodeSettings loaded = new NodeSettings("settings.xml");
        try (InputStream in = Files.newInputStream(WORKFLOWS.resolve(settings).resolve("settings.xml"))) {
            loaded.load(in);
        }
        return NodeRun.of(factory, loaded);
    }

    private static NodeRun csvReader() throws Exception {
        return node(new CsvReaderNodeFactory(), "customer-segmentation/CSV Reader (#1)");
    }

    private static SegmentationModelPortObject model() {
        Labels labels = Labels.of(IntStream.range(0, 300_000).map(i -> i % 3).toArray());
        CentroidModel clusters = new CentroidModel(Matrix.of(new double[][] {{0}, {1}, {2}}), Distance.EUCLIDEAN, 7);
        Provenance provenance = new Provenance(
                "k-means",
                "K-Means, k = 3",
                Map.of(),
                1,
                "Tessera",
                "It was chosen.",
                0,
                5,
                true,
                List.of(),
                Optional.empty());
        return new SegmentationModelPortObject(
                new SegmentationModel(provenance, "Segment", List.of("Age"), Optional.empty(), clusters, labels, 42));
    }

    @Test
    void the_csv_reader_stops() throws Exception {
        NodeRun reader = csvReader();
        Moments whole = Moments.never();
        assertEquals(NodeState.EXECUTED, reader.tryRun(whole), reader::message);
        List<String> expected = NodeRun.texts(reader.table(0), "Job");
        assertPrompt(whole, 5);
        NodeRun stopped = csvReader();
        assertStops(stopped, whole.looks());
        assertEquals(NodeState.EXECUTED, stopped.tryRun(Moments.never()), stopped::message);
        assertEquals(expected, NodeRun.texts(stopped.table(0), "Job"));
    }

    @Test
    void the_csv_writer_stops_and_leaves_no_file() throws Exception {
        BufferedDataTable table = csvReader().run().table(0);
        assertWriterStops(
                node(new CsvWriterNodeFactory(), "customer-segmentation/CSV Writer (#19)"), "profile.csv", table);
    }

    @Test
    void the_model_writer_stops_and_leaves_no_file() throws Exception {
        assertWriterStops(
                node(new ModelWriterNodeFactory(), "customer-segmentation/Model Writer (#27)"),
                "segmentation.model",
                model());
    }

    @Test
    void the_model_reader_stops() throws Exception {
        node(new ModelWriterNodeFactory(), "customer-segmentation/Model Writer (#27)")
                .run(model());
        NodeRun reader = node(new ModelReaderNodeFactory(), "score-new-customers/Model Reader (#2)");
        Moments whole = Moments.never();
        assertEquals(NodeState.EXECUTED, reader.tryRun(whole), reader::message);
        assertPrompt(whole, 20);
        NodeRun stopped = node(new ModelReaderNodeFactory(), "score-new-customers/Model Reader (#2)");
        assertStops(stopped, whole.looks());
        assertEquals(NodeState.EXECUTED, stopped.tryRun(Moments.never()), stopped::message);
        assertEquals(
                model().model(), ((SegmentationModelPortObject) stopped.object(0)).model(), "the model is read whole");
    }

    private void assertWriterStops(NodeRun writer, String name, PortObject input) throws Exception {
        Moments whole = Moments.never();
        assertEquals(NodeState.EXECUTED, writer.tryRun(whole, input), writer::message);
        assertPrompt(whole, 10);
        Map<String, String> expected = contents(Files.readAllBytes(file(name)));
        Files.delete(file(name));
        assertStops(writer, whole.looks(), input);
        assertFalse(Files.exists(file(name)), "half a file is left");
        assertEquals(NodeState.EXECUTED, writer.tryRun(Moments.never(), input), writer::message);
        assertEquals(expected, contents(Files.readAllBytes(file(name))));
    }

    /** The bytes of a file; of a zip, whose entries bear the time of writing, those of every entry, also of zips inside. */
    private static Map<String, String> contents(byte[] file) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        add(contents, "", file);
        return contents;
    }

    private static void add(Map<String, String> contents, String name, byte[] bytes) throws IOException {
        if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
            contents.put(name, HexFormat.of().formatHex(bytes));
            return;
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                add(contents, name + "/" + entry.getName(), zip.readAllBytes());
            }
        }
    }

    private static void assertPrompt(Moments whole, int leastLooks) {
        assertTrue(whole.looks() >= leastLooks, () -> "only " + whole.looks() + " looks for a cancel");
        assertTrue(
                whole.longestGap() < MOST_MILLIS,
                () -> "no look for a cancel in " + whole.longestGap() + " ms of work");
    }

    private static void assertStops(NodeRun node, int looks, PortObject... inputs) {
        Random random = new Random(looks);
        for (int moment = 0; moment < 3; moment++) {
            int look = moment == 0 ? 1 : 1 + random.nextInt(looks);
            assertEquals(
                    NodeState.CONFIGURED, node.tryRun(new Moments(look), inputs), () -> "went on after look " + look);
        }
    }
}
