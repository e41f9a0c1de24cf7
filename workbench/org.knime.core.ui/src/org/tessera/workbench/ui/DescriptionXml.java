package org.tessera.workbench.ui;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.knime.core.node.NodeFactory.NodeType;
import org.tessera.workbench.ui.DialogElement.DialogChoice;
import org.tessera.workbench.ui.DialogElement.Option;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Writes descriptions in KNIME's XML; their texts may hold markup, which has to be well-formed. */
final class DescriptionXml {

    private final NodeDeclaration m_node;
    private final DocumentBuilder m_builder;
    private final Document m_document;

    private DescriptionXml(final NodeDeclaration node) {
        m_node = node;
        try {
            m_builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("There is no XML parser.", e);
        }
        m_builder.setErrorHandler(null); // throw, do not print
        m_document = m_builder.newDocument();
    }

    static Element of(final NodeDeclaration node, final NodeType type) {
        return new DescriptionXml(node).write(type);
    }

    private Element write(final NodeType type) {
        final Element root = m_document.createElement("knimeNode");
        m_document.appendChild(root);
        root.setAttribute("icon", m_node.texts().icon());
        root.setAttribute("type", type.name());
        child(root, "name").setTextContent(m_node.texts().name());
        markup(child(root, "shortDescription"), m_node.texts().shortDescription());
        writeFullDescription(child(root, "fullDescription"));
        final Element ports = child(root, "ports");
        writePorts(ports, m_node.inputs(), "inPort", "dynInPort");
        writePorts(ports, m_node.outputs(), "outPort", "dynOutPort");
        if (m_node.view() != null) {
            final Element view = child(child(root, "views"), "view");
            view.setAttribute("index", "0");
            view.setAttribute("name", m_node.texts().name());
            markup(view, m_node.view().description());
        }
        if (!m_node.catalog().keywords().isEmpty()) {
            final Element keywords = child(root, "keywords");
            m_node.catalog()
                    .keywords()
                    .forEach(word -> child(keywords, "keyword").setTextContent(word));
        }
        return root;
    }

    private void writeFullDescription(final Element full) {
        markup(child(full, "intro"), m_node.texts().fullDescription());
        final List<Option> options = DeclaredNodeDescription.options(m_node);
        if (!options.isEmpty()) {
            final Element tab = child(full, "tab");
            tab.setAttribute("name", "Options");
            options.forEach(option -> {
                final Element element = child(tab, "option");
                element.setAttribute("name", option.title());
                markup(element, option.description() + choices(option));
            });
        }
        m_node.catalog().links().forEach(link -> {
            final Element element = child(full, "link");
            element.setAttribute("href", link.href());
            markup(element, link.text());
        });
    }

    private static String choices(final Option option) {
        final List<DialogChoice> described = option.control().choices().stream()
                .filter(choice -> !choice.description().isBlank())
                .toList();
        if (described.isEmpty()) {
            return "";
        }
        final Stream<String> items = described.stream()
                .map(choice -> "<li><b>" + choice.title() + "</b>: " + choice.description() + "</li>");
        return "<ul>" + String.join("", items.toList()) + "</ul>";
    }

    private void writePorts(
            final Element ports,
            final List<NodeDeclaration.Port> declared,
            final String fixedTag,
            final String groupTag) {
        int index = 0;
        for (final NodeDeclaration.Port port : declared) {
            final Element element = child(ports, port.configurable() ? groupTag : fixedTag);
            element.setAttribute("name", port.name());
            if (port.configurable()) {
                element.setAttribute("insert-before", Integer.toString(index));
                element.setAttribute("group-identifier", port.group());
                element.setAttribute("configurable-via-menu", "false");
            } else {
                element.setAttribute("index", Integer.toString(index));
                index++;
            }
            markup(element, port.description());
        }
    }

    private Element child(final Element parent, final String name) {
        final Element child = m_document.createElement(name);
        parent.appendChild(child);
        return child;
    }

    private void markup(final Element element, final String text) {
        try {
            final Document parsed = m_builder.parse(new InputSource(new StringReader("<text>" + text + "</text>")));
            Node part = parsed.getDocumentElement().getFirstChild();
            while (part != null) {
                element.appendChild(m_document.importNode(part, true));
                part = part.getNextSibling();
            }
        } catch (SAXException | IOException e) {
            throw new IllegalStateException(
                    "A text of the node '" + m_node.texts().name() + "' is no well-formed markup: " + text, e);
        }
    }
}
