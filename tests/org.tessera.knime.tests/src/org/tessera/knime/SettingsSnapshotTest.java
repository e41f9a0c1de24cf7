package org.tessera.knime;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.tessera.knime.kit.EditedSettings;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.Nodes;
import org.tessera.knime.kit.Snapshots;
import org.tessera.workbench.ui.DialogStructure;

/** Settings are API: what a new node stores, and what its dialog shows, changes on purpose only. */
class SettingsSnapshotTest {

    static Stream<NodeFactory<?>> factories() {
        return Nodes.factories();
    }

    private static String name(NodeFactory<?> factory) {
        return factory.getClass().getSimpleName().replace("NodeFactory", "");
    }

    @ParameterizedTest
    @MethodSource("factories")
    void default_settings_are_those_of_the_snapshot(NodeFactory<?> factory) throws InvalidSettingsException {
        Snapshots.check(name(factory) + ".settings.xml", EditedSettings.xml(NodeRun.of(factory)));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void dialog_is_that_of_the_snapshot(NodeFactory<?> factory) {
        Snapshots.check(
                name(factory) + ".dialog.txt",
                DialogStructure.of(factory).orElseThrow().describe()
                        + DialogStructure.ofView(factory)
                                .map(view -> "SETTINGS OF THE VIEW\n" + view.describe())
                                .orElse(""));
    }
}
