package org.tessera.knime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
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
}
