package org.tessera.charts.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML that is well-formed XML, too: every element is closed, and every text is escaped. Texts of the data can
 * therefore never become markup.
 */
final class Html {

    /** Characters of a text of the data that are shown; what is longer is cut. */
    static final int MAX_TEXT = 300;

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param element its name
     * @param attributes names and values, alternately
     */
    Html open(String element, String... attributes) {
        tag(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    /** Closes the element that was opened last. */
    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes the element that was opened last and begins a line. */
    Html closeLine() {
        close();
        out.append('\n');
        return this;
    }

    /** An element without content, such as {@code meta}. */
    Html empty(String element, String... attributes) {
        tag(element, attributes);
        out.append("/>");
        return this;
    }

    private void tag(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    /** Text of the report. */
    Html text(String text) {
        escape(text);
        return this;
    }

    /** A name or value of the data: apart from the direction of the text around it, and cut if it is long. */
    Html data(String text) {
        return open("bdi").text(cut(text)).close();
    }

    /** An element with a text of the report in it. */
    Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /** A paragraph of the report. */
    Html paragraph(String text) {
        return element("p", text).line();
    }

    /** A sentence that holds names and values of the data, in the direction of its first letter. */
    Html sentence(String text) {
        return element("p", text, "dir", "auto").line();
    }

    /** Begins a line, which shows nowhere. */
    Html line() {
        out.append('\n');
        return this;
    }

    /** Markup that is known to be well-formed, such as a drawing. */
    Html markup(String wellFormed) {
        out.append(wellFormed);
        return this;
    }

    /** A text of the data, or its beginning with an ellipsis. */
    static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= MAX_TEXT) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, MAX_TEXT - 1)) + "…";
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isCharacter(c) ? c : 0xFFFD);
            }
        });
    }

    /** Whether XML allows a character, that is neither a control character nor half of one. */
    private static boolean isCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c >= 0x20 && c < 0x7F
                || c > 0x9F && c < 0xD800
                || c >= 0xE000 && c < 0xFFFE
                || c > 0xFFFF && (c & 0xFFFE) != 0xFFFE;
    }

    /** @return what was written; every element has to be closed */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Not closed: " + open);
        }
        return out.toString();
    }
}
