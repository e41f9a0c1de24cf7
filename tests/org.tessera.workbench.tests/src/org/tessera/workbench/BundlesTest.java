package org.tessera.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;

/** The bundles of the workbench resolve in Equinox. */
class BundlesTest {
    @ParameterizedTest
    @ValueSource(strings = {"org.knime.core", "org.knime.core.ui", "org.tessera.workbench"})
    void bundle_is_resolved(String name) {
        Bundle bundle = Platform.getBundle(name);
        assertNotNull(bundle, name);
        assertEquals(0, bundle.getState() & Bundle.INSTALLED, name + " is installed but not resolved");
    }
}
