package org.tessera.knime.view.web;

/** Texts of the data, cut to what a page can show. */
final class Texts {

    /** Characters of the name of a column or category. */
    static final int NAME = 160;
    /** Characters of a sentence or rule. */
    static final int SENTENCE = 800;
    /** Characters of a value in a tooltip. */
    static final int VALUE = 40;

    private Texts() {}

    /** The text, or its beginning with an ellipsis. */
    static String cut(String text, int characters) {
        if (text.codePointCount(0, text.length()) <= characters) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, characters - 1)) + "…";
    }
}
