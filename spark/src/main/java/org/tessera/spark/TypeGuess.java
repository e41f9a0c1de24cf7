package org.tessera.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the columns of CSV hold, by all their cells, as KNIME's reader has it: whole numbers, numbers, or texts. A column
 * without any cell holds texts.
 */
final class TypeGuess implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Longest whole number that is sure to be one of 64 bits. */
    private static final int MAX_DIGITS = 18;

    private final boolean[] filled;
    private final boolean[] fraction;
    private final boolean[] text;

    private TypeGuess(int columns) {
        filled = new boolean[columns];
        fraction = new boolean[columns];
        text = new boolean[columns];
    }

    /** Reads all cells once; a kind per column. */
    static List<Kind> of(Dataset<Row> rows) {
        int columns = rows.columns().length;
        TypeGuess all = rows.toJavaRDD()
                .mapPartitions(part -> {
                    TypeGuess guess = new TypeGuess(columns);
                    part.forEachRemaining(guess::add);
                    return List.of(guess).iterator();
                })
                .treeAggregate(new TypeGuess(columns), TypeGuess::and, TypeGuess::and);
        List<Kind> kinds = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            if (all.text[c] || !all.filled[c]) {
                kinds.add(Kind.CELL);
            } else {
                kinds.add(all.fraction[c] ? Kind.WRITTEN : Kind.WRITTEN_WHOLE);
            }
        }
        return kinds;
    }

    private void add(Row row) {
        for (int c = 0; c < filled.length; c++) {
            String cell = row.isNullAt(c) ? "" : row.getString(c).strip();
            if (!cell.isEmpty() && !text[c]) {
                filled[c] = true;
                boolean whole = cell.matches("[+-]?\\d{1," + MAX_DIGITS + "}");
                fraction[c] |= !whole;
                text[c] = !whole && !Kind.isWritten(cell);
            }
        }
    }

    private TypeGuess and(TypeGuess other) {
        or(filled, other.filled);
        or(fraction, other.fraction);
        or(text, other.text);
        return this;
    }

    private static void or(boolean[] into, boolean... more) {
        for (int c = 0; c < into.length; c++) {
            into[c] |= more[c];
        }
    }
}
