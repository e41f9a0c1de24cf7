package org.tessera.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Takes all nodes but one and all connections out of a {@code workflow.knime}. */
final class OneNode {

    private OneNode() {}

    static String of(String workflow, String kept) throws IOException {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(workflow)));
            for (Element part = firstElement(document.getDocumentElement()); part != null; part = nextElement(part)) {
                String key = part.getAttribute("key");
                if ("nodes".equals(key) || "connections".equals(key)) {
                    clear(part, kept);
                }
            }
            StringWriter text = new StringWriter();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (ParserConfigurationException | SAXException | TransformerException e) {
            throw new IOException("The example's workflow.knime can't be read", e);
        }
    }

    private static void clear(Element part, String kept) {
        Element child = firstElement(part);
        while (child != null) {
            Element next = nextElement(child);
            if (!kept.equals(child.getAttribute("key"))) {
                part.removeChild(child);
            }
            child = next;
        }
    }

    private static Element firstElement(Element parent) {
        Node node = parent.getFirstChild();
        return node == null || node instanceof Element ? (Element) node : nextElement(node);
    }

    private static Element nextElement(Node start) {
        Node node = start.getNextSibling();
        while (node != null && !(node instanceof Element)) {
            node = node.getNextSibling();
        }
        return (Element) node;
    }
}
