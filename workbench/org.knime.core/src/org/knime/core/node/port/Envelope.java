package org.knime.core.node.port;

import java.io.IOException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

// What stands around stored objects and specs: a version and the class that reads them back.
final class Envelope {
    private static final String VERSION = "version";
    private static final String CLASS = "class_name";

    private Envelope() {}

    static void describe(final Object content, final ModelContentWO envelope) {
        envelope.addInt(VERSION, 1);
        envelope.addString(CLASS, content.getClass().getName());
    }

    static String className(final ModelContentRO envelope) throws IOException {
        try {
            return envelope.getString(CLASS);
        } catch (InvalidSettingsException e) {
            throw new IOException("Unable to load settings: " + e.getMessage(), e);
        }
    }

    // Creates an empty object of a registered class, which is null when the registry does not know its name.
    static <B> B newInstance(final Class<?> registered, final Class<B> bound, final String className)
            throws IOException {
        if (registered == null || !bound.isAssignableFrom(registered)) {
            throw new IOException("Class \"" + className + "\" is not registered as a " + bound.getSimpleName());
        }
        try {
            return registered.asSubclass(bound).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IOException(
                    "Failed to instantiate class \"" + className + "\" (failed to invoke no-arg constructor): " + e, e);
        }
    }
}
