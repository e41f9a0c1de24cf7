package org.tessera.knime.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortUtil;
import org.tessera.knime.cluster.DbscanNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.prep.PreprocessorNodeFactory;

class PortSpecsTest {

    @TempDir
    private Path folder;

    @Test
    void specs_come_back_from_a_file() throws Exception {
        NodeRun prepared = NodeRun.of(new PreprocessorNodeFactory()).run(Customers.twoGroups());
        PreparationPortObject preparation = (PreparationPortObject) prepared.object(1);
        assertEquals(
                new SourceColumns(List.of("x", "y"), List.of("Home"), List.of(), List.of("NUMBER", "NUMBER")),
                preparation.getSpec().sources());
        assertEquals(preparation.getSpec(), stored(preparation));
        SegmentationModelPortObject model = (SegmentationModelPortObject) NodeRun.of(new DbscanNodeFactory())
                .run(prepared.table(0), prepared.object(1))
                .object(1);
        assertEquals(
                Optional.of(preparation.getSpec().sources()), model.getSpec().sources());
        assertEquals(
                "Noise", model.getSpec().segments().get(model.model().labels().segments()));
        assertEquals(model.getSpec(), stored(model));
        SegmentationModelPortObject raw = (SegmentationModelPortObject) NodeRun.of(new DbscanNodeFactory())
                .run(Customers.twoGroups(), null)
                .object(1);
        assertEquals(Optional.empty(), raw.getSpec().sources());
        assertEquals(raw.getSpec(), stored(raw));
    }

    private Object stored(PortObject object) throws Exception {
        File file = folder.resolve("object").toFile();
        PortUtil.writeObjectToFile(object, file, new ExecutionMonitor());
        return PortUtil.readObjectSpecFromFile(file);
    }

    private static List<List<String>> reread(List<List<String>> lists, int least) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            SpecText.write(zip, lists);
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return SpecText.read(zip, least);
        }
    }

    @Test
    void lists_may_be_fewer_or_more_than_a_version_knows() throws IOException {
        List<List<String>> lists = List.of(List.of("a", ""), List.of(), List.of("ü"));
        assertEquals(lists, reread(lists, 2));
        IOException e = assertThrows(IOException.class, () -> reread(lists, 4));
        assertTrue(e.getMessage() == null || e.getMessage().startsWith("Stored spec"), e.toString());
    }

    @Test
    void unknown_columns_are_not_asked_for() throws InvalidSettingsException {
        SourceColumns.UNKNOWN.require(Customers.twoGroups().getDataTableSpec());
        assertEquals(List.of(), SourceColumns.UNKNOWN.names());
    }
}
