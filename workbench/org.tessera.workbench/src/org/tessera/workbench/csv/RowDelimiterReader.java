package org.tessera.workbench.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Turns a row delimiter that FastCSV does not know into LF, and line breaks that end no row into characters that stand
 * for them. These are two that Unicode reserves for such a use and keeps out of texts. The text keeps its length: the
 * first character of a row delimiter becomes LF, the others become one of those two.
 */
final class RowDelimiterReader extends Reader {
    private static final char HIDDEN_LF = '\uFDD0';
    private static final char HIDDEN_CR = '\uFDD1';

    private final BufferedReader in;
    private final String rowDelimiter;
    private final String delimiter;
    private int delimiterLeft;
    private int rowDelimiterLeft;

    RowDelimiterReader(BufferedReader in, CsvSyntax syntax) {
        this.in = in;
        rowDelimiter = syntax.rowDelimiter();
        delimiter = syntax.delimiter();
    }

    /** Replaces the line breaks of a text. */
    static String hide(String text) {
        return text.replace('\n', HIDDEN_LF).replace('\r', HIDDEN_CR);
    }

    /** Puts the line breaks back. */
    static void show(char[] characters, int from, int to) {
        for (int i = from; i < to; i++) {
            if (characters[i] == HIDDEN_LF) {
                characters[i] = '\n';
            } else if (characters[i] == HIDDEN_CR) {
                characters[i] = '\r';
            }
        }
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = next();
            if (next < 0) {
                return count == 0 ? -1 : count;
            }
            target[offset + count++] = (char) next;
        }
        return count;
    }

    /** The next character; a column delimiter goes before a row delimiter that starts like it. */
    private int next() throws IOException {
        if (rowDelimiterLeft > 0) {
            rowDelimiterLeft--;
            return HIDDEN_LF;
        }
        if (delimiterLeft == 0 && take(delimiter)) {
            delimiterLeft = delimiter.length();
        }
        if (delimiterLeft > 0) {
            return hide(delimiter.charAt(delimiter.length() - delimiterLeft--));
        }
        if (take(rowDelimiter)) {
            rowDelimiterLeft = rowDelimiter.length() - 1;
            return '\n';
        }
        return hide(in.read());
    }

    private boolean take(String text) throws IOException {
        in.mark(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (in.read() != text.charAt(i)) {
                in.reset();
                return false;
            }
        }
        return true;
    }

    private static int hide(int character) {
        return character == '\n' ? HIDDEN_LF : character == '\r' ? HIDDEN_CR : character;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
