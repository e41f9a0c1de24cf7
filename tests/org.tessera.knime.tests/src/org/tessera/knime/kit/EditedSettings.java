package org.tessera.knime.kit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.tessera.workbench.kernel.NativeNode;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The settings of a node as their file holds them, changed as a text editor or an older version would. */
public final class EditedSettings {

    private final Document document;

    private EditedSettings(Document document) {
        this.document = document;
    }

    /** The default settings of a node. */
    public static EditedSettings defaults(NodeFactory<?> factory) throws InvalidSettingsException {
        return parse(xml(NodeRun.of(factory)));
    }

    /** The settings of a file, such as one that a workflow holds. */
    public static EditedSettings saved(String xml) {
        return parse(xml);
    }

    /** The settings of a node as its file would hold them, one entry per line. */
    public static String xml(NodeRun run) {
        NodeSettings settings = new NodeSettings("settings.xml");
        try (NativeNode node = run.node();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            node.saveSettings(settings);
            settings.saveToXML(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EditedSettings parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return new EditedSettings(
                    factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("The settings are not XML", e);
        }
    }

    /** Whether a key, with slashes, is there below "model". */
    public boolean contains(String key) {
        return find(key) != null;
    }

    /** Takes a key below "model" away. */
    public EditedSettings without(String key) {
        Element entry = entry(key);
        entry.getParentNode().removeChild(entry);
        return this;
    }

    /** Replaces what is stored under a key below "model", whatever it is, by a single entry. */
    public EditedSettings with(String key, String type, String value) {
        Element old = entry(key);
        Element entry = document.createElementNS(old.getNamespaceURI(), "entry");
        entry.setAttribute("key", old.getAttribute("key"));
        entry.setAttribute("type", type);
        entry.setAttribute("value", value);
        old.getParentNode().replaceChild(entry, old);
        return this;
    }

    /** Changes the value of an entry and keeps its type. */
    public EditedSettings with(String key, String value) {
        return with(key, entry(key).getAttribute("type"), value);
    }

    /** Makes a node of a factory with these settings. */
    public NodeRun load(NodeFactory<?> factory) throws InvalidSettingsException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
            NodeSettingsRO settings = NodeSettings.loadFromXML(new ByteArrayInputStream(out.toByteArray()));
            return NodeRun.of(factory, settings);
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Element entry(String key) {
        Element found = find(key);
        if (found == null) {
            throw new IllegalArgumentException("There is no key '" + key + "'");
        }
        return found;
    }

    private Element find(String key) {
        Element current = document.getDocumentElement();
        Iterator<String> path = List.of(("model/" + key).split("/")).iterator();
        while (current != null && path.hasNext()) {
            current = child(current, path.next());
        }
        return current;
    }

    private static Element child(Element parent, String key) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(n -> n instanceof Element e && e.getAttribute("key").equals(key))
                .map(Element.class::cast)
                .findFirst()
                .orElse(null);
    }
}
