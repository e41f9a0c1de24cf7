package org.knime.core.node.config.base;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides characters that XML attributes do not keep: control characters, everything from U+D800 on and the first of two
 * percent signs become {@code %%} and the five-digit decimal code unit.
 */
final class XmlEscapes {
    private static final Pattern ESCAPED = Pattern.compile("%%(\\d{5})");

    private XmlEscapes() {}

    static String escape(final String text) {
        final StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c < ' ' || c >= Character.MIN_SURROGATE || text.startsWith("%%", i)) {
                escaped.append(String.format("%%%%%05d", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    static String unescape(final String text) {
        final Matcher matcher = ESCAPED.matcher(text);
        return matcher.replaceAll(
                match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1)))));
    }
}
