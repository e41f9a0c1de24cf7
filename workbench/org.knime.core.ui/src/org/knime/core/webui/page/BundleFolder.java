package org.knime.core.webui.page;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Finds folders of bundles that are unpacked. */
final class BundleFolder {

    private BundleFolder() {}

    static Path of(final Class<?> type, final String folder) {
        return of(FrameworkUtil.getBundle(type), type.getName(), folder);
    }

    static Path of(final String symbolicName, final String folder) {
        return of(Platform.getBundle(symbolicName), symbolicName, folder);
    }

    private static Path of(final Bundle bundle, final String what, final String folder) {
        if (bundle == null) {
            throw new IllegalStateException("There is no bundle of " + what + ".");
        }
        try {
            final URL root = FileLocator.toFileURL(bundle.getEntry("."));
            return Path.of(new File(root.toURI()).getPath()).resolve(folder).normalize();
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The folder '" + folder + "' of the bundle " + bundle.getSymbolicName()
                            + " is no folder on disk: the bundle needs Eclipse-BundleShape: dir.",
                    e);
        }
    }
}
