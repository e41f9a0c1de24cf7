package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads and writes settings as KNIME's XML. The reader refuses document type declarations, so neither external entities
 * nor entity expansion can occur.
 */
public final class XMLConfig {
    private XMLConfig() {}

    /**
     * Reads XML into a config. The root's key replaces the config's.
     *
     * @param config where to add
     * @param in the XML, not closed
     * @throws SAXException when the XML is malformed, has a document type or is no config
     * @throws IOException when reading fails
     * @throws ParserConfigurationException when the XML parser cannot be hardened
     */
    public static void load(final ConfigBase config, final InputStream in)
            throws SAXException, IOException, ParserConfigurationException {
        final SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setXIncludeAware(false);
        final SAXParser parser = factory.newSAXParser();
        final InputSource source = new InputSource(in);
        source.setEncoding(StandardCharsets.UTF_8.name());
        parser.parse(source, new XmlReader(config));
    }

    /**
     * Writes a config as UTF-8 XML: keys in their order, four spaces of indentation, characters that XML does not hold
     * as {@code %%} and five decimal digits. Transient strings are left out. The stream is flushed, and closed unless it
     * is a buffered or byte array stream.
     *
     * @param config what to write
     * @param output where to write
     * @throws IOException when writing fails
     */
    public static void save(final ConfigBase config, final OutputStream output) throws IOException {
        output.write(new XmlWriter().write(config).getBytes(StandardCharsets.UTF_8));
        output.flush();
        if (!(output instanceof java.io.BufferedOutputStream || output instanceof java.io.ByteArrayOutputStream)) {
            output.close();
        }
    }
}
