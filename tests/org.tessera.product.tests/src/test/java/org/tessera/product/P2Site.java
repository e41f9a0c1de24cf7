package org.tessera.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.tukaani.xz.XZInputStream;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The files of a p2 site, and what its metadata say. */
final class P2Site {
    static final Path FOLDER =
            Path.of("../../update-site/target/repository").toAbsolutePath().normalize();
    static final String FEATURE = "org.tessera.feature.feature.group";

    private final SortedMap<String, byte[]> files;
    private final Document content;

    private P2Site(SortedMap<String, byte[]> files) throws IOException {
        this.files = files;
        byte[] xml = unzip(files.get("content.jar")).get("content.xml");
        try {
            content = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("content.xml is damaged: " + e.getMessage(), e);
        }
    }

    static P2Site folder() throws IOException {
        return folder(FOLDER);
    }

    static P2Site folder(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return new P2Site(files);
    }

    static P2Site zip() throws IOException {
        return new P2Site(unzip(Files.readAllBytes(archive())));
    }

    /** The archive that is released, named after the feature's version without its qualifier. */
    static Path archive() throws IOException {
        String version = folder().version(FEATURE).replaceFirst("\\.[^.]*$", "");
        return FOLDER.resolveSibling("org.tessera.update-site-" + version + ".zip");
    }

    String version(String unit) {
        return text(unit(unit) + "/@version");
    }

    /** The feature's qualifier, which all bundles share. */
    String qualifier() {
        return version(FEATURE).replaceFirst("^.*\\.", "");
    }

    /** Every file by its path. */
    SortedMap<String, byte[]> files() {
        return files;
    }

    /** The jar of a bundle or feature. */
    byte[] jar(String id) {
        return files.entrySet().stream()
                .filter(entry -> entry.getKey().matches("(plugins|features)/" + id + "_[0-9][^/]*\\.jar"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** The text that an XPath finds in the metadata. */
    String text(String xpath) {
        SortedMap<String, String> found = map(xpath, ".", ".");
        assertEquals(1, found.size(), () -> xpath + " finds " + found);
        return found.firstKey().strip();
    }

    /** What a unit requires, as "namespace name" with the range. */
    SortedMap<String, String> requirements(String unit) {
        return map(unit(unit) + "/requires/required", "concat(@namespace, ' ', @name)", "@range");
    }

    /** For each element that an XPath finds, two more XPaths relative to it. */
    SortedMap<String, String> map(String elements, String key, String value) {
        SortedMap<String, String> found = new TreeMap<>();
        try {
            var xpath = XPathFactory.newDefaultInstance().newXPath();
            NodeList nodes = (NodeList) xpath.evaluate(elements, content, XPathConstants.NODESET);
            for (int i = 0; i < nodes.getLength(); i++) {
                found.put(xpath.evaluate(key, nodes.item(i)), xpath.evaluate(value, nodes.item(i)));
            }
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(e);
        }
        return found;
    }

    /** The XPath of a unit. */
    static String unit(String id) {
        return "/repository/units/unit[@id='" + id + "']";
    }

    /** The entries of a zip that are files. */
    static SortedMap<String, byte[]> unzip(byte[] zip) {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    assertTrue(entries.put(entry.getName(), in.readAllBytes()) == null, entry::getName);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    static byte[] unxz(byte[] bytes) throws IOException {
        try (InputStream in = new XZInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }
}
