package org.tessera.workbench.ui;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a text is JSON. */
final class JsonChecker {

    private static final int MAX_DEPTH = 1000;
    private static final Pattern SCALAR =
            Pattern.compile("true|false|null|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    private final String m_text;
    private int m_position;

    JsonChecker(final String text) {
        m_text = text;
    }

    boolean isValid() {
        final boolean value = value(0);
        skipSpace();
        return value && m_position == m_text.length();
    }

    private boolean value(final int depth) {
        skipSpace();
        if (depth > MAX_DEPTH || m_position >= m_text.length()) {
            return false;
        }
        return switch (m_text.charAt(m_position)) {
            case '{' -> sequence('}', true, depth);
            case '[' -> sequence(']', false, depth);
            case '"' -> text();
            default -> scalar();
        };
    }

    private boolean sequence(final char end, final boolean named, final int depth) {
        m_position++;
        if (take(end)) {
            return true;
        }
        do {
            if (named) {
                skipSpace();
                if (!text() || !take(':')) {
                    return false;
                }
            }
            if (!value(depth + 1)) {
                return false;
            }
        } while (take(','));
        return take(end);
    }

    private boolean text() {
        if (m_position >= m_text.length() || m_text.charAt(m_position) != '"') {
            return false;
        }
        m_position++;
        while (m_position < m_text.length()) {
            final char c = m_text.charAt(m_position);
            m_position++;
            if (c == '"') {
                return true;
            }
            if (c < ' ' || c == '\\' && !escape()) {
                return false;
            }
        }
        return false;
    }

    private boolean escape() {
        if (m_position >= m_text.length()) {
            return false;
        }
        final char c = m_text.charAt(m_position);
        m_position++;
        if (c != 'u') {
            return "\"\\/bfnrt".indexOf(c) >= 0;
        }
        final int end = m_position + 4;
        final boolean hex =
                end <= m_text.length() && m_text.substring(m_position, end).matches("[0-9a-fA-F]{4}");
        m_position = end;
        return hex;
    }

    private boolean scalar() {
        final Matcher matcher = SCALAR.matcher(m_text).region(m_position, m_text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        m_position = matcher.end();
        return true;
    }

    private boolean take(final char expected) {
        skipSpace();
        if (m_position < m_text.length() && m_text.charAt(m_position) == expected) {
            m_position++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (m_position < m_text.length() && " \t\r\n".indexOf(m_text.charAt(m_position)) >= 0) {
            m_position++;
        }
    }
}
