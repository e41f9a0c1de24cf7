package org.tessera.engine.prep;

import java.util.Objects;

/**
 * A source column from which no feature is derived, and why.
 *
 * @param column the name of the source column
 * @param reason why it is dropped
 * @param text the reason with what was seen, a predicate to follow the column's name in a sentence
 */
public record DroppedColumn(String column, Reason reason, String text) {

    /** Why a column is dropped. */
    public enum Reason {
        /** All entries are equal. */
        CONSTANT("has one value only"),
        /** All numbers are equal but for rounding. */
        ROUNDED("has one value only, but for rounding"),
        /** All entries are missing. */
        ALL_MISSING("has no value at all"),
        /** The entries identify the rows. */
        ID("looks like a row number or id: every value occurs once"),
        /** Most entries are rare: names, comments, addresses. */
        TEXT("looks like names or free text: most values are rare"),
        /** Other columns determine it. */
        DETERMINED("follows from other columns");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** @return whether the column could be used, and the options decide */
        public boolean isChoice() {
            return this != CONSTANT && this != ALL_MISSING;
        }
    }

    /** Checks that nothing is null. */
    public DroppedColumn {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(text, "text");
    }

    /**
     * A dropped column with the general text of its reason.
     *
     * @param column the name of the source column
     * @param reason why it is dropped
     */
    public DroppedColumn(String column, Reason reason) {
        this(column, reason, reason.text);
    }
}
