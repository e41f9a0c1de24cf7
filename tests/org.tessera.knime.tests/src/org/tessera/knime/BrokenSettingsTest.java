package org.tessera.knime;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.tessera.knime.kit.EditedSettings;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.Nodes;
import org.tessera.knime.kit.Snapshots;

/** Settings that are changed on purpose here are noticed by the comparison with the snapshots, key by key. */
class BrokenSettingsTest {
    private static final Pattern ENTRY = Pattern.compile("<entry key=\"([^\"]+)\" type=\"x(\\w+)\" value=\"[^\"]*\"/>");

    static Stream<NodeFactory<?>> factories() {
        return Nodes.factories();
    }

    private static void assertNoticed(NodeFactory<?> factory, Change change) throws InvalidSettingsException {
        String name = factory.getClass().getSimpleName().replace("NodeFactory", "") + ".settings.xml";
        String settings = EditedSettings.xml(NodeRun.of(factory));
        assertDoesNotThrow(() -> Snapshots.check(name, settings));
        int changes = 0;
        for (Matcher entry = ENTRY.matcher(settings); entry.find(); changes++) {
            String before = entry.group();
            String after = change.of(entry);
            String changed = settings.substring(0, entry.start()) + after + settings.substring(entry.end());
            AssertionError error = assertThrows(AssertionError.class, () -> Snapshots.check(name, changed), before);
            int line = (int) settings.substring(0, entry.start()).lines().count();
            String start = "'" + name + "' has changed: line " + line + " was " + before + " and is "
                    + after.lines().findFirst().orElseThrow() + ". Workflows that users have saved";
            assertEquals(start, error.getMessage().substring(0, start.length()));
        }
        assertTrue(changes > 3, "changes made");
    }

    private interface Change {
        String of(Matcher entry);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void a_renamed_key_is_noticed(NodeFactory<?> factory) throws InvalidSettingsException {
        assumeSnapshotsAreCompared();
        assertNoticed(factory, entry -> entry.group().replace('"' + entry.group(1) + '"', "\"renamed\""));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void a_changed_type_is_noticed(NodeFactory<?> factory) throws InvalidSettingsException {
        assumeSnapshotsAreCompared();
        assertNoticed(factory, entry -> entry.group().replace("\"x" + entry.group(2) + '"', "\"xother\""));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void a_new_key_is_noticed(NodeFactory<?> factory) throws InvalidSettingsException {
        assumeSnapshotsAreCompared();
        assertNoticed(factory, entry -> "<entry key=\"new\" type=\"xint\" value=\"1\"/>\n" + entry.group());
    }

    private static void assumeSnapshotsAreCompared() {
        assumeTrue(System.getProperty("tessera.snapshots", "").isEmpty(), "snapshots are written, not compared");
    }
}
