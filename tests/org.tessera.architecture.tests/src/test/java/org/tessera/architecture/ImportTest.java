package org.tessera.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The rules look at something. */
class ImportTest {
    @Test
    void every_bundle_is_imported() {
        Bundles.FEWEST_CLASSES.forEach((bundle, fewest) -> {
            long classes = Bundles.CLASSES.stream()
                    .filter(type -> type.getPackageName().startsWith(bundle))
                    .count();
            assertTrue(
                    classes >= fewest,
                    bundle + ": " + classes + " classes imported, at least " + fewest + " expected. Is its jar on the"
                            + " class path of this module?");
        });
    }
}
