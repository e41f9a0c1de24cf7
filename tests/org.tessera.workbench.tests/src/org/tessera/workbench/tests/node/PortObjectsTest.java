package org.tessera.workbench.tests.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortUtil;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.tessera.workbench.kernel.RoundTrips;

/** Port objects go through their serializers. */
class PortObjectsTest {
    private final ExecutionMonitor exec = new ExecutionMonitor();

    private static ImagePortObject image() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", png);
        return new ImagePortObject(
                new PNGImageContent(png.toByteArray()), new ImagePortObjectSpec(PNGImageContent.TYPE));
    }

    @Test
    void a_copy_is_another_object_with_the_same_content_and_spec() throws Exception {
        Words words = new Words("grüß Gott", new Words.Spec("de"));
        Words copy = (Words) RoundTrips.copy(words, exec);
        assertNotSame(words, copy);
        assertEquals("grüß Gott", copy.text());
        assertEquals("de", copy.getSpec().language());
        assertEquals(words.getSpec(), copy.getSpec());
    }

    @Test
    void an_image_survives() throws Exception {
        ImagePortObject copy = (ImagePortObject) RoundTrips.copy(image(), exec);
        assertEquals(image().getSpec(), copy.getSpec());
        assertEquals(image().getSummary(), copy.getSummary());
        assertEquals(image().toDataCell(), copy.toDataCell());
    }

    @Test
    void the_flow_variable_object_stays_the_only_one() throws Exception {
        assertEquals(FlowVariablePortObject.INSTANCE, RoundTrips.copy(FlowVariablePortObject.INSTANCE, exec));
    }

    @Test
    void without_a_serializer_there_is_no_copy() {
        NoSuchElementException e =
                assertThrows(NoSuchElementException.class, () -> RoundTrips.copy(new Unregistered(), exec));
        assertEquals(
                "No value present (no serializer registered for " + Unregistered.class.getName() + ")", e.getMessage());
    }

    @Test
    void a_file_has_knimes_entries_and_reads_back(@TempDir Path directory) throws Exception {
        File file = directory.resolve("words.zip").toFile();
        PortUtil.writeObjectToFile(new Words("hello", new Words.Spec("en")), file, exec);
        try (ZipFile zip = new ZipFile(file)) {
            assertEquals(
                    List.of("content.xml", "objectSpec.file", "object.file"),
                    zip.stream().map(ZipEntry::getName).toList());
            assertArrayEquals(new String[] {"portSpec.file", "content.xml"}, names(zip, "objectSpec.file"));
            assertArrayEquals(new String[] {"portObject.file", "words.txt"}, names(zip, "object.file"));
        }
        assertEquals("hello", ((Words) PortUtil.readObjectFromFile(file, exec)).text());
        assertEquals(new Words.Spec("en"), PortUtil.readObjectSpecFromFile(file));
    }

    private static String[] names(ZipFile zip, String entry) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream nested = new ZipInputStream(zip.getInputStream(zip.getEntry(entry)))) {
            for (ZipEntry e = nested.getNextEntry(); e != null; e = nested.getNextEntry()) {
                names.add(e.getName());
            }
        }
        return names.toArray(String[]::new);
    }

    @Test
    void what_is_no_port_object_is_refused(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("x.model"), new byte[] {1, 2, 3});
        IOException e = assertThrows(IOException.class, () -> PortUtil.readObjectFromFile(file.toFile(), exec));
        assertTrue(e.getMessage().contains("content.xml"), e.getMessage());
    }
}
