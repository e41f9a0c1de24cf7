package org.tessera.engine.prep;

import java.util.Set;

/**
 * Which source columns are used, how their texts are read, and which rows get features.
 *
 * @param leaveOutIds whether columns that identify the rows are left out
 * @param leaveOutTexts whether categorical columns in which most values are rare, such as names, are left out
 * @param leaveOutDetermined whether columns that other columns determine are left out
 * @param readTexts whether texts that hold numbers or dates are read as such
 * @param clusterUnknown whether rows of which nothing is known, as every used column is missing, get features
 * @param keep names of columns that are used whatever the other options say; names that are not in the table are
 *     ignored
 */
public record ColumnOptions(
        boolean leaveOutIds,
        boolean leaveOutTexts,
        boolean leaveOutDetermined,
        boolean readTexts,
        boolean clusterUnknown,
        Set<String> keep) {

    /** Copies the names. */
    public ColumnOptions {
        keep = Set.copyOf(keep);
    }

    /** @return ids, texts and determined columns left out, texts read, rows of which nothing is known not clustered */
    public static ColumnOptions defaults() {
        return new ColumnOptions(true, true, true, true, false, Set.of());
    }

    /** @return every column used as it is, every row clustered */
    public static ColumnOptions everything() {
        return new ColumnOptions(false, false, false, false, true, Set.of());
    }

    /**
     * The same with another choice about columns that identify the rows.
     *
     * @param other whether they are left out
     * @return new options
     */
    public ColumnOptions withLeaveOutIds(boolean other) {
        return new ColumnOptions(other, leaveOutTexts, leaveOutDetermined, readTexts, clusterUnknown, keep);
    }

    /**
     * The same with another choice about columns of rare values.
     *
     * @param other whether they are left out
     * @return new options
     */
    public ColumnOptions withLeaveOutTexts(boolean other) {
        return new ColumnOptions(leaveOutIds, other, leaveOutDetermined, readTexts, clusterUnknown, keep);
    }

    /**
     * The same with another choice about columns that other columns determine.
     *
     * @param other whether they are left out
     * @return new options
     */
    public ColumnOptions withLeaveOutDetermined(boolean other) {
        return new ColumnOptions(leaveOutIds, leaveOutTexts, other, readTexts, clusterUnknown, keep);
    }

    /**
     * The same with another choice about texts that hold numbers or dates.
     *
     * @param other whether they are read as such
     * @return new options
     */
    public ColumnOptions withReadTexts(boolean other) {
        return new ColumnOptions(leaveOutIds, leaveOutTexts, leaveOutDetermined, other, clusterUnknown, keep);
    }

    /**
     * The same with another choice about rows of which nothing is known.
     *
     * @param other whether they get features
     * @return new options
     */
    public ColumnOptions withClusterUnknown(boolean other) {
        return new ColumnOptions(leaveOutIds, leaveOutTexts, leaveOutDetermined, readTexts, other, keep);
    }

    /**
     * The same with other columns that are used whatever the other options say.
     *
     * @param names the columns' names
     * @return new options
     */
    public ColumnOptions withKeep(Set<String> names) {
        return new ColumnOptions(leaveOutIds, leaveOutTexts, leaveOutDetermined, readTexts, clusterUnknown, names);
    }
}
