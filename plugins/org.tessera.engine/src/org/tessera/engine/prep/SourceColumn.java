package org.tessera.engine.prep;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.ColumnPreparation.Numbers;
import org.tessera.engine.prep.numbers.FiniteNumbers;
import org.tessera.engine.prep.reading.ColumnReading;
import org.tessera.engine.prep.reading.ReadColumn;
import org.tessera.engine.prep.reading.TextDetector;
import org.tessera.engine.prep.reading.TextPattern;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * A column of new rows as the kind of column that a preparation was fitted to. The type of a column may differ from
 * training, because readers of files guess types anew from every file:
 *
 * <ul>
 *   <li>a column without any entry is missing numbers or missing categories;
 *   <li>texts are read as the training rows' texts were, or, where training had numbers or dates, in the format that
 *       the new column proves;
 *   <li>numbers are the categories that read as the same number, see {@link CategoryMatch}.
 * </ul>
 *
 * @param column the entries as numbers or categories
 * @param unread entries that do not read and are missing therefore, empty if there are none
 */
record SourceColumn(Column column, Optional<NoveltyReport.Unread> unread) {

    /**
     * Converts a column.
     *
     * @param column the column of the new rows
     * @param fitted the parameters of the training rows
     * @param reading how the texts of the training rows were read, empty if they were not
     * @param run cancel
     * @throws SegmentationException if the entries cannot be what the preparation was fitted to
     */
    static SourceColumn of(Column column, ColumnPreparation fitted, Optional<ColumnReading> reading, RunContext run) {
        if (column.missing() == column.size()) {
            return new SourceColumn(missing(column, fitted), Optional.empty());
        }
        if (fitted instanceof Categories categories) {
            return new SourceColumn(CategoryMatch.convert(column, categories, run), Optional.empty());
        }
        Numbers numbers = (Numbers) fitted;
        Optional<ReadColumn> read = reading.isPresent()
                ? TextColumns.readColumn(column, reading.get(), run)
                : readAsExpected(column, numbers, run);
        NumericColumn result = read.map(ReadColumn::column).orElseGet(() -> (NumericColumn) column);
        FiniteNumbers.check(result);
        requireComparable(numbers, result);
        return new SourceColumn(
                result,
                read.map(ReadColumn::account)
                        .filter(a -> a.unread().rows() > 0)
                        .map(a -> new NoveltyReport.Unread(column.name(), result.quantity(), a)));
    }

    private static Column missing(Column column, ColumnPreparation fitted) {
        if (fitted instanceof Numbers numbers) {
            double[] values = new double[column.size()];
            Arrays.fill(values, Double.NaN);
            return new NumericColumn(
                    column.name(),
                    values,
                    numbers.integral(),
                    numbers.quantity().orElse(Quantity.NUMBER));
        }
        int[] codes = new int[column.size()];
        Arrays.fill(codes, CategoryColumn.MISSING);
        return new CategoryColumn(column.name(), codes, List.of());
    }

    /** Reads texts where training had numbers or dates; empty if the column holds no texts. */
    private static Optional<ReadColumn> readAsExpected(Column column, Numbers fitted, RunContext run) {
        if (!(column instanceof CategoryColumn texts)) {
            return Optional.empty();
        }
        Quantity quantity = fitted.quantity().orElse(Quantity.NUMBER);
        Optional<ReadColumn> read =
                TextDetector.expected(texts, quantity, run).map(pattern -> pattern.read(texts, run));
        if (read.isPresent() && read.get().account().read() > 0) {
            return read;
        }
        if (TextDetector.isMissing(texts)) {
            NumericColumn missing = (NumericColumn) missing(column, fitted);
            return Optional.of(ReadColumn.missing(missing));
        }
        throw doNotRead(texts, quantity.plural());
    }

    private static SegmentationException doNotRead(CategoryColumn texts, String plural) {
        int row = 0;
        while (texts.isMissing(row) || TextPattern.isMissing(texts.levels().get(texts.codes()[row]))) {
            row++;
        }
        return new SegmentationException(
                "Column '" + texts.name() + "' held " + plural + " when the preparation was made, but holds texts now"
                        + " that do not read as " + plural + " beyond doubt, such as '"
                        + texts.levels().get(texts.codes()[row]) + "' in row " + (row + 1),
                "convert the column to " + plural);
    }

    /** The refusal of a column that held something else in training. */
    static SegmentationException kindDiffers(String column, String before, String now, String remedy) {
        return new SegmentationException(
                "Column '" + column + "' held " + before + " when the preparation was made, but holds " + now + " now",
                "convert the column to " + remedy);
    }

    private static void requireComparable(Numbers fitted, NumericColumn column) {
        if (!fitted.accepts(column.quantity())) {
            String before = fitted.quantity().orElse(Quantity.NUMBER).plural();
            throw kindDiffers(fitted.column(), before, column.quantity().plural(), before);
        }
    }
}
