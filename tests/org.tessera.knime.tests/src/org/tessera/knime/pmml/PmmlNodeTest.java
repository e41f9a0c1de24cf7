package org.tessera.knime.pmml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.tessera.knime.cluster.HierarchicalNodeFactory;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.prep.PreprocessorNodeFactory;

/** The Segmentation Model to PMML node; what is in the document is tested with other libraries. */
class PmmlNodeTest {

    @TempDir
    private Path folder;

    private static PortObject kMeans() throws InvalidSettingsException {
        NodeRun prepared = NodeRun.of(new PreprocessorNodeFactory()).run(Customers.twoGroupsWithMissing());
        return NodeRun.of(KMeansNodeFactory.class, s -> s.addInt("numberOfSegments", 2))
                .run(prepared.table(0), prepared.object(1))
                .object(1);
    }

    private static String document(NodeRun run) {
        assertEquals(1, run.table(0).size());
        return NodeRun.texts(run.table(0), "PMML").get(0);
    }

    @Test
    void table_and_file_hold_the_same_document() throws Exception {
        Path file = folder.resolve("new folder").resolve("segments.pmml");
        NodeRun run = NodeRun.of(PmmlNodeFactory.class, s -> {
                    s.addString("file", file.toString());
                    s.addBoolean("file_is_present", true);
                })
                .run(kMeans());
        assertEquals(document(run), Files.readString(file));
        assertEquals(List.of(file.toString()), NodeRun.texts(run.table(0), "File"));
        assertEquals("", run.message());
    }

    @Test
    void document_names_version_and_segments() throws InvalidSettingsException {
        NodeRun run = NodeRun.of(new PmmlNodeFactory()).run(kMeans());
        assertTrue(
                document(run).matches("(?s).*<Application name=\"Tessera\" version=\"[0-9]+\\.[0-9]+\\.[0-9]+\"/>.*"),
                document(run));
        assertTrue(document(run).contains("<Cluster id=\"Segment 2\""));
        assertEquals(List.of("?"), NodeRun.texts(run.table(0), "File"));
    }

    @Test
    void class_loader_of_the_thread_does_not_matter() throws InvalidSettingsException {
        PortObject model = kMeans();
        String document = document(NodeRun.of(new PmmlNodeFactory()).run(model));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            for (ClassLoader loader : new ClassLoader[] {null, ClassLoader.getPlatformClassLoader()}) {
                thread.setContextClassLoader(loader);
                assertEquals(
                        document, document(NodeRun.of(new PmmlNodeFactory()).run(model)));
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void tree_is_written_by_its_means_with_a_warning() throws InvalidSettingsException {
        NodeRun tree = NodeRun.of(HierarchicalNodeFactory.class, s -> s.addInt("numberOfSegments", 2))
                .run(Customers.twoGroups(), null);
        NodeRun run = NodeRun.of(new PmmlNodeFactory()).run(tree.object(1));
        assertTrue(document(run).contains("numberOfClusters=\"2\""));
        assertTrue(run.message().startsWith("A tree does not define segments of new customers"), run.message());
    }
}
