package org.tessera.workbench.ui;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.knime.core.node.NodeFactory.NodeType;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes descriptions in KNIME's XML. */
final class DescriptionXml {

    private DescriptionXml() {}

    static Element of(final NodeDeclaration node, final NodeType type) {
        final Document document;
        try {
            document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("No XML document can be made.", e);
        }
        final Element root = document.createElement("knimeNode");
        document.appendChild(root);
        root.setAttribute("icon", node.texts().icon());
        root.setAttribute("type", type.name());
        return root;
    }
}
