package org.tessera.knime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;

/** What plugin.xml contributes, as Equinox's registry sees it. */
class PluginTest {
    @Test
    void category_is_community_tessera() {
        IConfigurationElement[] categories = Platform.getExtensionRegistry()
                .getConfigurationElementsFor("org.knime.workbench.repository.categories");
        String[] paths = Arrays.stream(categories)
                .filter(category ->
                        "org.tessera.knime".equals(category.getContributor().getName()))
                .map(category -> category.getAttribute("path") + "/" + category.getAttribute("level-id"))
                .toArray(String[]::new);
        assertArrayEquals(new String[] {"/community/tessera"}, paths);
    }

    @Test
    void category_has_a_name_a_sentence_and_an_icon() {
        IConfigurationElement category =
                ours("org.knime.workbench.repository.categories").get(0);
        assertEquals("Customer Segmentation", category.getAttribute("name"));
        assertTrue(category.getAttribute("description").matches("\\p{Lu}.{30,}[^.]\\."));
        assertNotNull(PluginTest.class.getResource("/" + category.getAttribute("icon")));
    }

    @Test
    void nodes_stand_in_the_category_one_after_the_other() {
        String before = "/";
        for (IConfigurationElement node : ours("org.knime.workbench.repository.nodes")) {
            assertEquals("/community/tessera", node.getAttribute("category-path"));
            assertEquals(node.getAttribute("factory-class"), node.getAttribute("id"));
            assertEquals(before, node.getAttribute("after"));
            before = node.getAttribute("id");
        }
    }

    @Test
    void port_types_have_a_name_and_a_color_of_their_own() {
        List<IConfigurationElement> types = ours("org.knime.core.PortType");
        assertEquals(
                types.size(),
                types.stream().map(t -> t.getAttribute("name")).distinct().count());
        assertEquals(
                types.size(),
                types.stream().map(t -> t.getAttribute("color")).distinct().count());
        types.forEach(t -> assertTrue(t.getAttribute("color").matches("#[0-9A-F]{6}"), t.getAttribute("color")));
    }

    private static List<IConfigurationElement> ours(String point) {
        return Arrays.stream(Platform.getExtensionRegistry().getConfigurationElementsFor(point))
                .filter(e -> "org.tessera.knime".equals(e.getContributor().getName()))
                .toList();
    }
}
