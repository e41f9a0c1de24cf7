package org.tessera.workbench.tests;

import org.junit.jupiter.api.DisplayNameGenerator;

/**
 * Shows a test class by its full name. Tycho prints the display name of a class, and {@code null} where it is JUnit's
 * own, the simple name.
 */
public final class ClassNames extends DisplayNameGenerator.Standard {
    @Override
    public String generateDisplayNameForClass(Class<?> testClass) {
        return testClass.toString();
    }
}
