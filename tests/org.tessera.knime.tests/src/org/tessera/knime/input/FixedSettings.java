package org.tessera.knime.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.tessera.knime.kit.NodeRun;

/**
 * The settings that nodes have for bad input, which do not follow their defaults: a changed default changes no message of
 * the snapshot. They are lines of node, key, type and value in fixed-settings.txt; an option without a line has its
 * default.
 */
final class FixedSettings {

    private static final String FILE = "fixed-settings.txt";

    private FixedSettings() {}

    /** A node with the fixed settings, changed first. */
    static NodeRun node(Class<? extends NodeFactory<?>> factory, Consumer<NodeSettings> change)
            throws InvalidSettingsException {
        String node = factory.getSimpleName().replace("NodeFactory", "");
        return NodeRun.of(factory, settings -> {
            lines().stream()
                    .map(line -> line.split(" ", 4))
                    .filter(parts -> parts[0].equals(node))
                    .forEach(parts -> set(settings, parts[1], parts[2], parts.length < 4 ? "" : parts[3]));
            change.accept(settings);
        });
    }

    private static List<String> lines() {
        try (InputStream in = FixedSettings.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void set(NodeSettings settings, String key, String type, String value) {
        if (!settings.containsKey(key)) {
            throw new IllegalStateException("There is no setting '" + key + "': correct " + FILE);
        }
        switch (type) {
            case "boolean" -> settings.addBoolean(key, Boolean.parseBoolean(value));
            case "int" -> settings.addInt(key, Integer.parseInt(value));
            case "long" -> settings.addLong(key, Long.parseLong(value));
            case "double" -> settings.addDouble(key, Double.parseDouble(value));
            case "string" -> settings.addString(key, value);
            case "strings" -> settings.addStringArray(key, value.split(","));
            default -> throw new IllegalStateException("There is no type '" + type + "': correct " + FILE);
        }
    }
}
