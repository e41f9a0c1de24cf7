package org.tessera.workbench.tests.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortUtil;
import org.tessera.workbench.kernel.NativeNode;
import org.tessera.workbench.kernel.NodeState;
import org.tessera.workbench.kernel.WorkflowSite;
import org.tessera.workbench.nodes.ModelReaderNodeFactory;
import org.tessera.workbench.nodes.ModelWriterNodeFactory;

/** Model Writer and Model Reader: what is written is read back, and files that are no models are refused by name. */
class ModelFilesTest {
    private static final Words WORDS = new Words("grüß Gott", new Words.Spec("de"));

    @TempDir
    private Path workflow;

    private Path file;

    @BeforeEach
    void enter() {
        file = workflow.resolve("data").resolve("words.model");
        new WorkflowSite(workflow).enter();
    }

    @AfterEach
    void leave() {
        WorkflowSite.leave();
    }

    /** The file chooser of both nodes is that of the Image Writer, of which KNIME has saved a sample. */
    private static NodeSettings settings(String path, String policy) throws IOException, InvalidSettingsException {
        NodeSettings settings = Samples.settings("image-writer.xml");
        NodeSettings chooser = settings.getNodeSettings("model").getNodeSettings("filechooser");
        chooser.getNodeSettings("path").addString("path", path);
        chooser.addString("if_path_exists", policy);
        return settings;
    }

    private static NativeNode node(NodeFactory<?> factory, String policy) throws Exception {
        return NativeNode.create(factory, settings("words.model", policy), Nodes.HERE);
    }

    private static NativeNode write(PortObject object, String policy) throws Exception {
        NativeNode writer = node(new ModelWriterNodeFactory(), policy);
        if (writer.configure(new PortObjectSpec[] {null, object.getSpec()}) == NodeState.CONFIGURED) {
            writer.execute(new PortObject[] {null, object}, new DefaultNodeProgressMonitor());
        }
        return writer;
    }

    private static NativeNode read() throws Exception {
        NativeNode reader = node(new ModelReaderNodeFactory(), "fail");
        assertEquals(NodeState.CONFIGURED, reader.configure(new PortObjectSpec[1]));
        reader.execute(new PortObject[1], new DefaultNodeProgressMonitor());
        return reader;
    }

    private static void assertRefused(String... parts) throws Exception {
        NativeNode reader = read();
        assertEquals(NodeState.CONFIGURED, reader.state());
        for (String part : parts) {
            assertTrue(reader.message().getMessage().contains(part), reader.message()::getMessage);
        }
    }

    @Test
    void a_model_is_read_back_with_its_spec_and_type() throws Exception {
        assertEquals(NodeState.EXECUTED, write(WORDS, "fail").state());
        NativeNode reader = read();
        assertEquals(NodeState.EXECUTED, reader.state(), reader.message()::getMessage);
        assertEquals("grüß Gott", ((Words) reader.outputs()[1]).text());
        assertEquals(new Words.Spec("de"), reader.outSpecs()[1]);
    }

    @Test
    void the_reader_has_no_spec_before_it_has_run() throws Exception {
        write(WORDS, "fail");
        NativeNode reader = node(new ModelReaderNodeFactory(), "fail");
        assertEquals(NodeState.CONFIGURED, reader.configure(new PortObjectSpec[1]));
        assertNull(reader.outSpecs()[1]);
        assertEquals(PortObject.TYPE, reader.outPortType(1));
        assertTrue(NativeNode.canConnect(reader.outPortType(1), Nodes.WORDS[0]));
    }

    @Test
    void the_file_is_what_knime_writes() throws Exception {
        write(WORDS, "fail");
        assertEquals("grüß Gott", ((Words) PortUtil.readObjectFromFile(file.toFile(), new ExecutionMonitor())).text());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PortUtil.writeObjectToStream(WORDS, bytes, new ExecutionMonitor());
        assertEquals(bytes.size(), Files.size(file));
    }

    @Test
    void an_existing_file_is_kept_or_replaced_and_never_appended_to() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "mine");
        NativeNode failed = write(WORDS, "fail");
        assertEquals(NodeState.CONFIGURED, failed.state());
        assertTrue(
                failed.message().getMessage().contains("words.model' exists: remove it"), failed.message()::toString);
        assertEquals("mine", Files.readString(file));
        assertEquals(NodeState.EXECUTED, write(WORDS, "overwrite").state());
        assertEquals(NodeState.EXECUTED, read().state());
        InvalidSettingsException e = assertThrows(InvalidSettingsException.class, () -> write(WORDS, "append"));
        assertEquals("A model cannot be appended to a file: set 'If exists' to overwrite or fail", e.getMessage());
    }

    @Test
    void a_table_is_no_model() throws Exception {
        NativeNode writer = node(new ModelWriterNodeFactory(), "fail");
        assertEquals(NodeState.IDLE, writer.configure(new PortObjectSpec[] {null, Nodes.AGES}));
        assertEquals(
                "The input is a table, not a model: write it with a CSV Writer",
                writer.message().getMessage());
    }

    @Test
    void what_cannot_be_written_leaves_no_file() throws Exception {
        NativeNode writer = write(new Unregistered(), "fail");
        assertEquals(NodeState.CONFIGURED, writer.state());
        assertTrue(writer.message().getMessage().contains("Unregistered"), writer.message()::getMessage);
        assertFalse(Files.exists(file));
        Files.createDirectories(file.getParent());
        Files.writeString(file, "mine");
        assertEquals(
                NodeState.CONFIGURED, write(new Unregistered(), "overwrite").state());
        assertEquals("mine", Files.readString(file));
        assertArrayEquals(
                new String[] {"words.model"}, file.getParent().toFile().list());
        assertEquals(Set.of(), WorkflowSite.current().written());
        write(WORDS, "overwrite");
        assertEquals(Set.of(file), WorkflowSite.current().written());
    }

    @Test
    void a_file_system_connection_and_blanks_around_a_path_are_refused() throws Exception {
        NodeSettings connected = settings("words.model", "fail");
        connected
                .getNodeSettings("model")
                .getNodeSettings("filechooser")
                .getNodeSettings("file_system_chooser__Internals")
                .addBoolean("has_fs_port", true);
        InvalidSettingsException e = assertThrows(
                InvalidSettingsException.class,
                () -> NativeNode.create(new ModelReaderNodeFactory(), connected, Nodes.HERE));
        assertTrue(e.getMessage().startsWith("A file system connection is not supported"), e.getMessage());
        NodeSettings blank = settings("words.model ", "fail");
        e = assertThrows(
                InvalidSettingsException.class,
                () -> NativeNode.create(new ModelReaderNodeFactory(), blank, Nodes.HERE));
        assertTrue(e.getMessage().startsWith("Path 'words.model ' begins or ends with a blank"), e.getMessage());
    }

    @Test
    void a_missing_file_is_named_when_the_reader_runs() throws Exception {
        assertRefused("words.model' does not exist", "-option=<node>,filechooser/path/path,<file>,String");
    }

    @Test
    void a_file_cut_anywhere_is_refused() throws Exception {
        write(WORDS, "fail");
        byte[] whole = Files.readAllBytes(file);
        int directory = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        for (int length = 0; length < directory - 16; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertRefused("words.model'");
        }
    }

    @Test
    void every_flipped_byte_is_refused_or_harmless() throws Exception {
        write(WORDS, "fail");
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x55;
            Files.write(file, damaged);
            NativeNode reader = read();
            if (reader.state() == NodeState.EXECUTED) {
                assertEquals("grüß Gott", ((Words) reader.outputs()[1]).text());
            } else {
                assertTrue(reader.message().getMessage().contains("words.model'"), reader.message()::getMessage);
            }
        }
    }

    /** A file in the layout of a model, of given classes, whose object is a zip of one entry that is filled with zeros. */
    private void forge(String specClass, String objectClass, long zeros) throws IOException {
        Files.createDirectories(file.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="content">
                        <entry key="port_spec_class" type="xstring" value="%s"/>
                        <entry key="port_object_class" type="xstring" value="%s"/>
                    </config>
                    """.formatted(specClass, objectClass).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("objectSpec.file"));
            ByteArrayOutputStream spec = new ByteArrayOutputStream();
            try (var nested = PortUtil.getPortObjectSpecZipOutputStream(spec)) {
                new Words.SpecSerializer().savePortObjectSpec(WORDS.getSpec(), nested);
            }
            spec.writeTo(zip);
            zip.putNextEntry(new ZipEntry("object.file"));
            ZipOutputStream object = new ZipOutputStream(zip);
            object.putNextEntry(new ZipEntry("portObject.file"));
            object.putNextEntry(new ZipEntry("words.txt"));
            byte[] block = new byte[1 << 20];
            for (long left = zeros; left > 0; left -= block.length) {
                object.write(block);
            }
            object.finish();
            zip.closeEntry();
        }
    }

    @Test
    void a_zip_bomb_is_not_unpacked() throws Exception {
        forge(Words.Spec.class.getName(), Words.class.getName(), 512L << 20);
        assertTrue(Files.size(file) < 1 << 20);
        assertRefused("words.model' cannot be read as a model", "unpacks to more than 64 MB", "zip bomb");
    }

    @Test
    void classes_are_created_only_when_they_are_registered_port_types() throws Exception {
        forge("java.lang.ProcessBuilder", Words.class.getName(), 0);
        assertRefused("\"java.lang.ProcessBuilder\": no installed extension registers it as a port object spec");
        forge(Words.Spec.class.getName(), "com.example.Model", 0);
        assertRefused("\"com.example.Model\": no installed extension registers it as a port object");
        forge(Words.Spec.class.getName(), Unregistered.class.getName(), 0);
        assertRefused(Unregistered.class.getName());
    }

    @Test
    void other_files_are_no_models() throws Exception {
        Files.createDirectories(file.getParent());
        for (byte[] bytes : new byte[][] {{}, {1, 2, 3}, Samples.bytes("image-writer.xml")}) {
            Files.write(file, bytes);
            assertRefused("words.model' cannot be read as a model", "'content.xml'");
            assertArrayEquals(bytes, Files.readAllBytes(file));
        }
    }
}
