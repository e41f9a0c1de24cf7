package org.tessera.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What the feature tells whoever is about to install it: KNIME makes the extension's page of it. */
class FeatureTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path BUNDLE = ROOT.resolve("plugins/org.tessera.knime");

    private static Element xml(Path file) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file + " is no XML", e);
        }
    }

    private static Element feature() throws IOException {
        return xml(ROOT.resolve("features/org.tessera.feature/feature.xml"));
    }

    private static String text(String tag) throws IOException {
        var found = feature().getElementsByTagName(tag);
        assertEquals(1, found.getLength(), "one <" + tag + ">: with more licenses KNIME skips the feature");
        return found.item(0).getTextContent().strip();
    }

    private static List<String> nodeNames() throws IOException {
        List<String> names = new ArrayList<>();
        var nodes = xml(BUNDLE.resolve("plugin.xml")).getElementsByTagName("node");
        for (int i = 0; i < nodes.getLength(); i++) {
            String factory = ((Element) nodes.item(i)).getAttribute("factory-class");
            String source = Files.readString(BUNDLE.resolve("src/" + factory.replace('.', '/') + ".java"));
            Matcher name = Pattern.compile("(?:\\.name\\(|ClusterNode\\.declare\\(|String TITLE =)\\s*\"([^\"(]+)")
                    .matcher(source);
            assertTrue(name.find(), factory);
            names.add(name.group(1).strip());
        }
        return names;
    }

    @Test
    void the_description_names_every_node() throws IOException {
        String description = text("description").replaceAll("\\s+", " ");
        List<String> names = nodeNames();
        assertFalse(names.isEmpty());
        names.forEach(name -> assertTrue(description.contains(name), name + " in: " + description));
    }

    @Test
    void label_provider_copyright_and_license_are_there() throws IOException {
        assertEquals("Tessera Customer Segmentation", feature().getAttribute("label"));
        assertEquals("Tessera", feature().getAttribute("provider-name"));
        assertTrue(text("copyright").matches("Copyright 20\\d\\d the Tessera contributors\\."), text("copyright"));
        assertEquals(
                "GNU General Public License, Version 3",
                text("license").lines().findFirst().orElse(""));
    }

    @Test
    void every_icon_has_its_drawing() throws IOException {
        try (var icons = Files.list(BUNDLE.resolve("src/org/tessera/knime/icons"))) {
            List<Path> files = icons.toList();
            assertFalse(files.isEmpty());
            files.forEach(icon -> assertTrue(
                    Files.exists(BUNDLE.resolve(
                            "drawings/" + icon.getFileName().toString().replace(".png", ".svg"))),
                    icon::toString));
        }
    }
}
