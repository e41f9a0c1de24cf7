package org.tessera.workbench.kernel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectHolder;
import org.knime.core.node.port.PortObjectSpec;

/** Hands what an executed node keeps to another model through bytes, as saving and opening a workflow does. */
final class NodeInternals {
    private final NodeAccess access;
    private final ExecutionMonitor exec = new ExecutionMonitor();

    NodeInternals(final NodeAccess access) {
        this.access = access;
    }

    // Makes a new model of saved settings, and gives it what the old one keeps for its view.
    NodeModel reopen(final NativeNode node) throws IOException, InvalidSettingsException, CanceledExecutionException {
        final String saved = settings(node::saveSettings);
        final NodeSettingsRO read =
                NodeSettings.loadFromXML(new ByteArrayInputStream(saved.getBytes(StandardCharsets.UTF_8)));
        final NodeFactory<?> factory = node.factory();
        ModifiableNodeCreationConfiguration config = null;
        if (factory instanceof ConfigurableNodeFactory<?> configurable) {
            config = configurable.createNodeCreationConfig();
            config.loadSettingsFrom(read);
        }
        final NodeModel opened = access.createModel(factory, config);
        access.loadSettings(opened, read.getNodeSettings(NativeNode.MODEL));
        final ViewSettings view = new ViewSettings(access, opened, read);
        final ModifiableNodeCreationConfiguration ports = config;
        checkSame(saved, settings(target -> {
            access.saveSettings(opened, target.addNodeSettings(NativeNode.MODEL));
            view.save(target);
            if (ports != null) {
                ports.saveSettingsTo(target);
            }
        }));
        move(node.model(), opened);
        return opened;
    }

    /** Writes settings. */
    private interface Source {
        void save(NodeSettings target);
    }

    private static String settings(final Source source) throws IOException {
        final NodeSettings settings = new NodeSettings("settings.xml");
        source.save(settings);
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void checkSame(final String before, final String after) throws IOException {
        final List<String> first = before.lines().toList();
        final List<String> second = after.lines().toList();
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            final String old = i < first.size() ? first.get(i).strip() : "nothing";
            final String now = i < second.size() ? second.get(i).strip() : "nothing";
            if (!old.equals(now)) {
                throw new IOException("The settings change when they are saved and loaded: " + old + " becomes " + now);
            }
        }
    }

    private void move(final NodeModel from, final NodeModel to) throws IOException, CanceledExecutionException {
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
            target.setInternalPortObjects(stored(source.getInternalPortObjects()));
        }
    }

    PortObject[] stored(final PortObject[] objects) throws IOException, CanceledExecutionException {
        final PortObject[] copies = new PortObject[objects.length];
        for (int i = 0; i < objects.length; i++) {
            copies[i] = RoundTrips.store(objects[i], exec);
        }
        return copies;
    }

    static PortObjectSpec[] stored(final PortObjectSpec[] specs) throws IOException {
        final PortObjectSpec[] copies = new PortObjectSpec[specs.length];
        for (int i = 0; i < specs.length; i++) {
            copies[i] = RoundTrips.store(specs[i]);
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
