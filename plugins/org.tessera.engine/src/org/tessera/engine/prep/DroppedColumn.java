package org.tessera.engine.prep;

import java.util.Objects;

/**
 * A source column from which no feature is derived, and why.
 *
 * @param column the name of the source column
 * @param reason why it is dropped
 */
public record DroppedColumn(String column, Reason reason) {

    /** Why a column is dropped. */
    public enum Reason {
        /** All entries are equal. */
        CONSTANT("has one value only"),
        /** All entries are missing. */
        ALL_MISSING("has no value at all"),
        /** The entries identify the rows. */
        ID("looks like a row number or id: every value occurs once");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** The reason as a predicate, to follow the column's name in a sentence. */
        String text() {
            return text;
        }
    }

    /** Checks that nothing is null. */
    public DroppedColumn {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(reason, "reason");
    }
}
