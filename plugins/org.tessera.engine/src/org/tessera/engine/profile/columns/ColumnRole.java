package org.tessera.engine.profile.columns;

/** What a column was for the segmentation that it describes. */
public enum ColumnRole {
    /** The segments were made from it. */
    FEATURE("feature"),
    /** The preparation left it out because other columns determine it. */
    LEFT_OUT("left out"),
    /** The segmentation never saw it, as an outcome. */
    NOT_USED("not used"),
    /** The segmentation's columns are not known. */
    UNKNOWN("");

    private final String text;

    ColumnRole(String text) {
        this.text = text;
    }

    /** @return "feature", "left out", "not used", or "" */
    public String text() {
        return text;
    }
}
