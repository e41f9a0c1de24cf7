package org.tessera.workbench.csv;

/** KNIME's rules for quotes, escapes and the blanks around them; a blank is any character up to the space. Immutable. */
final class QuoteRules {
    private final int quote;
    private final int escape;

    QuoteRules(CsvSyntax syntax) {
        quote = syntax.quote() == CsvSyntax.NONE ? -1 : syntax.quote();
        escape = syntax.escape() == CsvSyntax.NONE ? -1 : syntax.escape();
    }

    boolean isQuote(char character) {
        return character == quote;
    }

    /** The first character that is no blank, or the end. */
    int skipBlanks(char[] characters, int from, int to) {
        int i = from;
        while (i < to && characters[i] <= ' ' && characters[i] != quote) {
            i++;
        }
        return i;
    }

    /** The end without the blanks before it. */
    static int trimEnd(char[] characters, int from, int to) {
        int i = to;
        while (i > from && characters[i - 1] <= ' ') {
            i--;
        }
        return i;
    }

    /** The first quote that no escape makes part of the value; negative without one. */
    int closing(char[] characters, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isEscape(characters, i, to)) {
                i++;
            } else if (characters[i] == quote) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a character inside quotes makes the next one part of the value. */
    private boolean isEscape(char[] characters, int i, int to) {
        return characters[i] == escape
                && i + 1 < to
                && (characters[i + 1] == quote || escape != quote && characters[i + 1] == escape);
    }

    /** Removes the escapes inside quotes and turns line breaks into LF, in place; returns the new end. */
    int unescape(char[] characters, int from, int to) {
        int end = from;
        for (int i = from; i < to; i++) {
            char c = characters[i];
            if (isEscape(characters, i, to)) {
                c = characters[++i];
            } else if (c == '\r') {
                c = '\n';
                i += i + 1 < to && characters[i + 1] == '\n' ? 1 : 0;
            }
            characters[end++] = c;
        }
        return end;
    }

    /** Turns line breaks into LF, in place; returns the new end. */
    static int joinLines(char[] characters, int from, int to) {
        int end = from;
        for (int i = from; i < to; i++) {
            boolean two = characters[i] == '\r' && i + 1 < to && characters[i + 1] == '\n';
            i += two ? 1 : 0;
            characters[end++] = characters[i] == '\r' ? '\n' : characters[i];
        }
        return end;
    }
}
