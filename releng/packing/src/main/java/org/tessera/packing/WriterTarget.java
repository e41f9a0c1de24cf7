package org.tessera.packing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Finds where a node that writes files (CSV Writer, Image Writer and their like, Segmentation Report) writes to. */
final class WriterTarget {
    private static final String IS_WRITER =
            "boolean(//config/entry[@key='SettingsModelID' and @value='SMID_WriterFileChooser'])";
    private static final String PATH_IN_DATA_AREA =
            "//config[@key='path'][entry[@key='file_system_specifier' and @value='knime.workflow.data']]"
                    + "/entry[@key='path']/@value";

    /** A node of Tessera names its file by a URL of KNIME. */
    private static final String DATA_AREA_URL = "knime://knime.workflow/data/";

    private static final String URL_IN_DATA_AREA =
            "//config[@key='model']/entry[@key='file' and starts-with(@value, '" + DATA_AREA_URL + "')]/@value";

    private WriterTarget() {}

    /**
     * Reads the settings of a node.
     *
     * @param settings its settings.xml
     * @return the file or folder relative to the workflow's data area; empty if it writes none there
     * @throws IOException if the settings cannot be read
     */
    static Optional<String> of(Path settings) throws IOException {
        try {
            DocumentBuilder builder =
                    DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            // the default handler prints errors, which are in the exception already
            builder.setErrorHandler(new DefaultHandler());
            Document document = builder.parse(settings.toFile());
            XPath xpath = XPathFactory.newDefaultInstance().newXPath();
            Node url = (Node) xpath.evaluate(URL_IN_DATA_AREA, document, XPathConstants.NODE);
            if (url != null) {
                return Optional.of(url.getNodeValue().substring(DATA_AREA_URL.length()))
                        .filter(path -> !path.isBlank());
            }
            if (!(Boolean) xpath.evaluate(IS_WRITER, document, XPathConstants.BOOLEAN)) {
                return Optional.empty();
            }
            return Optional.ofNullable((Node) xpath.evaluate(PATH_IN_DATA_AREA, document, XPathConstants.NODE))
                    .map(Node::getNodeValue)
                    .filter(path -> !path.isBlank());
        } catch (SAXException | ParserConfigurationException | XPathExpressionException e) {
            throw new IOException("The settings " + settings + " cannot be read: " + e.getMessage(), e);
        }
    }
}
