package org.tessera.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.model.SegmentationModel;

/** Models travel between KNIME and Spark. */
class ModelFileTest {

    /** A file of the Model Writer in a workflow. */
    private static final Path OF_KNIME = Path.of("..", "..", "workflows/score-new-customers/data/segmentation.model");

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    @Test
    void a_model_of_knime_is_written_as_knime_has_written_it() throws IOException {
        byte[] bytes = Files.readAllBytes(OF_KNIME);
        SegmentationModel model = ModelFile.read(bytes, TestModels.RUN);
        Map<String, byte[]> knime = entries(bytes);
        Map<String, byte[]> written = entries(ModelFile.write(model, TestModels.RUN));
        assertEquals(knime.keySet(), written.keySet());
        assertEquals(
                new String(knime.get("content.xml"), StandardCharsets.UTF_8),
                new String(written.get("content.xml"), StandardCharsets.UTF_8));
        for (String nested : new String[] {"objectSpec.file", "object.file"}) {
            Map<String, byte[]> before = entries(knime.get(nested));
            Map<String, byte[]> after = entries(written.get(nested));
            assertEquals(before.keySet().toString(), after.keySet().toString());
            for (String entry : before.keySet()) {
                assertArrayEquals(before.get(entry), after.get(entry), entry);
            }
        }
    }

    @Test
    void the_same_model_is_the_same_bytes() throws IOException {
        SegmentationModel model = ModelFile.read(Files.readAllBytes(OF_KNIME), TestModels.RUN);
        assertArrayEquals(ModelFile.write(model, TestModels.RUN), ModelFile.write(model, TestModels.RUN));
    }

    @Test
    void other_files_are_refused() {
        IOException refused = assertThrows(
                IOException.class, () -> ModelFile.read("no zip".getBytes(StandardCharsets.UTF_8), TestModels.RUN));
        assertTrue(refused.getMessage().contains("'content.xml' is absent"), refused.getMessage());
    }
}
