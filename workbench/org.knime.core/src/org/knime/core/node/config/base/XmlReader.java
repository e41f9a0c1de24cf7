package org.knime.core.node.config.base;

import java.util.ArrayDeque;
import java.util.Deque;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Builds a tree of settings from parser events. */
final class XmlReader extends DefaultHandler {
    /** Deeper nesting is refused: no settings are that deep, and a tree is walked recursively. */
    private static final int MAX_DEPTH = 500;

    private final Deque<ConfigBase> open = new ArrayDeque<>();
    private ConfigBase root;

    XmlReader(final ConfigBase root) {
        this.root = root;
    }

    @Override
    public void startElement(final String uri, final String localName, final String name, final Attributes attributes)
            throws SAXException {
        if (name.equals("config")) {
            open.push(openConfig(required(attributes, "key")));
        } else if (name.equals("entry") && !open.isEmpty()) {
            open.peek().addEntry(readEntry(attributes));
        } else {
            throw new SAXException("\"" + name + "\" is not a valid tag name.");
        }
    }

    private ConfigBase openConfig(final String key) throws SAXException {
        if (open.size() >= MAX_DEPTH) {
            throw new SAXException("Settings are nested more than " + MAX_DEPTH + " levels deep at key '" + key + "'");
        }
        if (!open.isEmpty()) {
            return open.peek().addConfigBase(key);
        }
        final ConfigBase config = root;
        config.setKey(key);
        root = null;
        return config;
    }

    private static AbstractConfigEntry readEntry(final Attributes attributes) throws SAXException {
        final String key = required(attributes, "key");
        final String type = required(attributes, "type");
        final boolean isNull = "true".equals(attributes.getValue("isnull"));
        final String value = isNull ? null : XmlEscapes.unescape(required(attributes, "value"));
        final ConfigEntries kind;
        try {
            kind = ConfigEntries.valueOf(type);
        } catch (IllegalArgumentException e) {
            throw new SAXException("Invalid type ('" + type + "') for key '" + key + "' in XML file.", e);
        }
        try {
            return kind.createEntry(key, value);
        } catch (RuntimeException e) {
            throw new SAXException(
                    "Invalid value ('" + value + "') of type '" + type + "' for key '" + key + "' in XML file.", e);
        }
    }

    private static String required(final Attributes attributes, final String name) throws SAXException {
        final String value = attributes.getValue(name);
        if (value == null) {
            throw new SAXException("Attribute \"" + name + "\" is missing"
                    + (name.equals("key") ? "" : " for key '" + attributes.getValue("key") + "'"));
        }
        return value;
    }

    @Override
    public void endElement(final String uri, final String localName, final String name) {
        if (name.equals("config")) {
            open.pop();
        }
    }

    @Override
    public InputSource resolveEntity(final String publicId, final String systemId) throws SAXException {
        throw new SAXException("External entities are not allowed in settings: " + systemId);
    }

    @Override
    public void error(final SAXParseException e) throws SAXException {
        throw new SAXException("line=" + e.getLineNumber() + ": " + e.getMessage(), e);
    }

    @Override
    public void fatalError(final SAXParseException e) throws SAXException {
        error(e);
    }
}
