package org.tessera.engine.prep;

import java.util.Objects;

/**
 * A column that gives no feature, and why.
 *
 * @param column the customers' column
 * @param reason why
 */
public record DroppedColumn(String column, Reason reason) {

    /** Why a column gives no feature. */
    public enum Reason {
        /** All entries are the same. */
        CONSTANT("has one value only"),
        /** All entries are missing. */
        ALL_MISSING("has no value at all"),
        /** The entries number the rows. */
        ID("looks like a row number or id: every value occurs once");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** @return the reason in words, to stand behind the column's name */
        public String text() {
            return text;
        }
    }

    /** Checks that nothing is null. */
    public DroppedColumn {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(reason, "reason");
    }
}
