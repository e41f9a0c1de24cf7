package org.tessera.knime.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.workbench.ui.NodeViews;

/** The settings of the Segment View's view: they reach the page, and are checked when they are loaded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewParametersTest {

    private NodeRun clustered;

    @BeforeAll
    void cluster() throws InvalidSettingsException {
        clustered = NodeRun.of(KMeansNodeFactory.class, model -> model.addInt("numberOfSegments", 2))
                .run(Customers.twoGroups(), null);
    }

    private static NodeRun node(Consumer<NodeSettings> change) throws InvalidSettingsException {
        NodeSettings settings = new NodeSettings("settings.xml");
        NodeRun.of(new SegmentViewNodeFactory()).node().saveSettings(settings);
        change.accept(settings);
        return NodeRun.of(new SegmentViewNodeFactory(), settings);
    }

    /** What the page is told to show, when the view is shown with settings. */
    private String shown(Consumer<NodeSettings> change) throws InvalidSettingsException {
        NodeRun run = node(change).run(clustered.table(0), clustered.object(1));
        String data = NodeViews.initialData(run.node()).orElseThrow();
        return data.substring(data.lastIndexOf("\"settings\":"));
    }

    private static NodeSettings view(NodeSettings settings) {
        try {
            return settings.getNodeSettings("view");
        } catch (InvalidSettingsException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everything_is_shown_by_default_and_with_settings_of_before_the_options() throws InvalidSettingsException {
        String all = shown(settings -> {});
        assertEquals(
                "\"settings\":{\"title\":\"\",\"cards\":true,\"parts\":[{\"part\":\"SCATTER\"},{\"part\":\"PROFILE\"},"
                        + "{\"part\":\"DISTRIBUTIONS\"},{\"part\":\"SILHOUETTES\"},{\"part\":\"SIZES\"},"
                        + "{\"part\":\"CHOICE_OF_K\"},{\"part\":\"DENDROGRAM\"}],\"columns\":{\"selected\":null},"
                        + "\"hiddenSegments\":[],\"horizontal\":1,\"vertical\":2}}}",
                all);
        assertEquals(all, shown(settings -> settings.removeConfig("view")));
        for (String key :
                new String[] {"title", "cards", "parts", "columns", "hiddenSegments", "horizontal", "vertical"}) {
            assertEquals(all, shown(settings -> assertNotNull(view(settings).removeConfig(key), key)), key);
        }
    }

    @Test
    void changed_settings_reach_the_page() throws InvalidSettingsException {
        String changed = shown(settings -> {
            NodeSettings view = view(settings);
            view.addString("title", "Spring");
            view.addBoolean("cards", false);
            view.removeConfig("parts");
            view.addNodeSettings("parts").addNodeSettings("0").addString("part", "SIZES");
            view.addStringArray("hiddenSegments", "2");
            view.addInt("vertical", 3);
        });
        assertTrue(changed.startsWith("\"settings\":{\"title\":\"Spring\",\"cards\":false,"), changed);
        assertTrue(changed.contains("\"parts\":[{\"part\":\"SIZES\"}]"), changed);
        assertTrue(changed.contains("\"hiddenSegments\":[\"2\"],\"horizontal\":1,\"vertical\":3"), changed);
    }

    @Test
    void columns_are_chosen_among_those_of_the_table_by_type_too() throws InvalidSettingsException {
        String chosen = shown(settings -> {
            try {
                view(settings).getNodeSettings("columns").addString("mode", "WILDCARD");
                view(settings)
                        .getNodeSettings("columns")
                        .getNodeSettings("patternFilter")
                        .addString("pattern", "x");
            } catch (InvalidSettingsException e) {
                throw new IllegalStateException(e);
            }
        });
        assertTrue(chosen.contains("\"columns\":{\"selected\":[\"x\"]}"), chosen);
        String numbers = shown(settings -> {
            try {
                view(settings).getNodeSettings("columns").addString("mode", "TYPE");
            } catch (InvalidSettingsException e) {
                throw new IllegalStateException(e);
            }
        });
        assertTrue(numbers.contains("\"columns\":{\"selected\":[]}"), numbers);
    }

    private static String refusal(Consumer<NodeSettings> change) {
        return assertThrows(InvalidSettingsException.class, () -> node(s -> change.accept(view(s))))
                .getMessage();
    }

    @Test
    void components_that_there_cannot_be_are_refused_by_title() {
        assertEquals(
                "Option 'Horizontal component' is 0, but has to be from 1 to 4.",
                refusal(view -> view.addInt("horizontal", 0)));
        assertEquals(
                "Option 'Vertical component' is 5, but has to be from 1 to 4.",
                refusal(view -> view.addInt("vertical", 5)));
        assertEquals(
                "Options 'Horizontal component' and 'Vertical component' are both 1: choose different components.",
                refusal(view -> view.addInt("vertical", 1)));
        assertFalse(refusal(view -> {
                    view.removeConfig("parts");
                    view.addNodeSettings("parts").addNodeSettings("0").addString("part", "PIE");
                })
                .isEmpty());
    }
}
