package org.knime.core.node.config.base;

/** Renders a tree of settings in KNIME's XML layout. */
final class XmlWriter {
    private static final String ROOT_ATTRIBUTES = " xmlns=\"http://www.knime.org/2008/09/XMLConfig\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:schemaLocation=\"http://www.knime.org/2008/09/XMLConfig"
            + " http://www.knime.org/XMLConfig_2008_09.xsd\"";

    private final StringBuilder out = new StringBuilder();

    String write(final ConfigBase root) {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        writeConfig(root, 0);
        return out.toString();
    }

    private void writeConfig(final ConfigBase config, final int depth) {
        indent(depth).append("<config");
        if (depth == 0) {
            out.append(ROOT_ATTRIBUTES);
        }
        attribute("key", config.getKey());
        boolean empty = true;
        for (final String key : config.keySet()) {
            final AbstractConfigEntry entry = config.getEntry(key);
            if (empty) {
                out.append(">\n");
                empty = false;
            }
            if (entry instanceof ConfigBase nested) {
                writeConfig(nested, depth + 1);
            } else {
                writeEntry(entry, depth + 1);
            }
        }
        if (empty) {
            out.append("/>\n");
        } else {
            indent(depth).append("</config>\n");
        }
    }

    private void writeEntry(final AbstractConfigEntry entry, final int depth) {
        indent(depth).append("<entry");
        attribute("key", entry.getKey());
        attribute("type", entry.getType().name());
        final String value = entry.toStringValue();
        if (value == null) {
            attribute("isnull", "true");
        }
        attribute("value", value == null ? "" : XmlEscapes.escape(value));
        out.append("/>\n");
    }

    private void attribute(final String name, final String value) {
        out.append(' ').append(name).append("=\"");
        value.codePoints().forEach(this::character);
        out.append('"');
    }

    private void character(final int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            default -> {
                if (c < ' ' || c > Character.MAX_VALUE) {
                    out.append("&#").append(c).append(';');
                } else {
                    out.appendCodePoint(c);
                }
            }
        }
    }

    private StringBuilder indent(final int depth) {
        return out.append("    ".repeat(depth));
    }
}
