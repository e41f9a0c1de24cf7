package org.tessera.workbench.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.knime.core.node.BufferedDataTableHolder;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.NodeModel;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;

/** Hands what an executed model keeps for its view to another model, as saving and opening a workflow does. */
final class NodeInternals {
    private NodeInternals() {}

    static void move(final NodeModel from, final NodeModel to, final NodeAccess access)
            throws IOException, CanceledExecutionException {
        final ExecutionMonitor exec = new ExecutionMonitor();
        final Path directory = Files.createTempDirectory("tessera-internals");
        try {
            access.saveInternals(from, directory.toFile(), exec);
            access.loadInternals(to, directory.toFile(), exec);
        } finally {
            delete(directory);
        }
        if (from instanceof PortObjectHolder source
                && to instanceof PortObjectHolder target
                && source.getInternalPortObjects() != null) {
            target.setInternalPortObjects(copies(source.getInternalPortObjects(), exec));
        }
        if (from instanceof BufferedDataTableHolder source
                && to instanceof BufferedDataTableHolder target
                && source.getInternalTables() != null) {
            target.setInternalTables(source.getInternalTables());
        }
    }

    private static PortObject[] copies(final PortObject[] objects, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        final PortObject[] copies = new PortObject[objects.length];
        for (int i = 0; i < objects.length; i++) {
            copies[i] = objects[i] == null ? null : RoundTrips.copy(objects[i], exec);
        }
        return copies;
    }

    private static void delete(final Path directory) throws IOException {
        final List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(directory)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (final Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
