package org.tessera.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.tree.ClassNode;

/** The product bundles link in the KNIME releases that their version range allows. */
class LinkTest {
    private static List<ClassNode> product;
    private static Map<String, ApiClass> knime;

    @BeforeAll
    static void read() throws IOException {
        product = ClassFiles.product();
        knime = Extract.read();
    }

    @ParameterizedTest
    @ValueSource(strings = {Releases.OLDEST, Releases.BASE, Releases.NEWEST})
    void product_bundles_link(String release) {
        List<String> reports = LinkCheck.reports(release, knime.values(), product);
        assertEquals("", String.join("\n", reports), "docs/compatibility.md says how to extend the extract");
    }

    @Test
    void all_bundles_and_their_references_are_seen() {
        long references = product.stream()
                .flatMap(n -> References.of(n).stream())
                .filter(r -> ApiClass.isKnime(r.owner()))
                .count();
        assertTrue(product.size() > 190, product.size() + " classes");
        assertTrue(references > 1000, references + " references to KNIME");
    }

    @Test
    void committed_table_of_classes_is_current() throws IOException {
        assertEquals(
                CompatibilityTable.rows(product, knime),
                CompatibilityTable.committed(),
                "write docs/compatibility.md anew with the command that it names");
    }
}
