package org.tessera.engine.pass;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;

/** Rows that a sample holds, by columns, each with its hash, its identifier and how often it occurred. */
final class HeldRows implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<ColumnKind> kinds;
    private int size;
    private long[] hashes;
    private long[] ids;
    private long[] counts;
    /** Per column of numbers its values, otherwise null. */
    private final double[][] numbers;
    /** Per column of categories its texts, null for missing ones, otherwise null. */
    private final String[][] texts;

    HeldRows(List<ColumnKind> kinds, int capacity) {
        this.kinds = new ArrayList<>(kinds);
        hashes = new long[capacity];
        ids = new long[capacity];
        counts = new long[capacity];
        numbers = new double[kinds.size()][];
        texts = new String[kinds.size()][];
        for (int c = 0; c < numbers.length; c++) {
            if (kinds.get(c).numeric()) {
                numbers[c] = new double[capacity];
            } else {
                texts[c] = new String[capacity];
            }
        }
    }

    List<ColumnKind> kinds() {
        return kinds;
    }

    int size() {
        return size;
    }

    long hash(int row) {
        return hashes[row];
    }

    long count(int row) {
        return counts[row];
    }

    void count(int row, long more) {
        counts[row] += more;
    }

    /** Adds a row of a block. */
    void add(CustomerTable block, int row, long hash, long id) {
        int at = next(hash, id, 1);
        for (int c = 0; c < numbers.length; c++) {
            Column column = block.columns().get(c);
            if (column instanceof NumericColumn values) {
                numbers[c][at] = values.values()[row] + 0.0;
            } else {
                int code = ((CategoryColumn) column).codes()[row];
                texts[c][at] = code == CategoryColumn.MISSING
                        ? null
                        : ((CategoryColumn) column).levels().get(code);
            }
        }
    }

    /** Adds a row of others. */
    void add(HeldRows others, int row) {
        int at = next(others.hashes[row], others.ids[row], others.counts[row]);
        for (int c = 0; c < numbers.length; c++) {
            if (numbers[c] != null) {
                numbers[c][at] = others.numbers[c][row];
            } else {
                texts[c][at] = others.texts[c][row];
            }
        }
    }

    private int next(long hash, long id, long count) {
        if (size == hashes.length) {
            grow(2 * size);
        }
        hashes[size] = hash;
        ids[size] = id;
        counts[size] = count;
        return size++;
    }

    private void grow(int capacity) {
        hashes = Arrays.copyOf(hashes, capacity);
        ids = Arrays.copyOf(ids, capacity);
        counts = Arrays.copyOf(counts, capacity);
        for (int c = 0; c < numbers.length; c++) {
            if (numbers[c] != null) {
                numbers[c] = Arrays.copyOf(numbers[c], capacity);
            } else {
                texts[c] = Arrays.copyOf(texts[c], capacity);
            }
        }
    }

    /** Compares rows by hash, identifier and entries; 0 for equal rows. */
    int compare(int a, int b) {
        int compared = Long.compare(hashes[a], hashes[b]);
        if (compared == 0) {
            compared = Long.compare(ids[a], ids[b]);
        }
        for (int c = 0; c < numbers.length && compared == 0; c++) {
            compared = numbers[c] != null ? Double.compare(numbers[c][a], numbers[c][b]) : compare(texts[c], a, b);
        }
        return compared;
    }

    private static int compare(String[] column, int a, int b) {
        if (column[a] == null || column[b] == null) {
            return Boolean.compare(column[a] == null, column[b] == null);
        }
        return column[a].compareTo(column[b]);
    }

    /** The identifiers of rows. */
    long[] ids(int[] rows) {
        return Arrays.stream(rows).mapToLong(i -> ids[i]).toArray();
    }

    /** Rows as a table; categories are in order of first appearance. */
    CustomerTable table(int[] rows) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < numbers.length; c++) {
            ColumnKind kind = kinds.get(c);
            if (kind.numeric()) {
                double[] all = numbers[c];
                double[] values = Arrays.stream(rows).mapToDouble(i -> all[i]).toArray();
                columns.add(new NumericColumn(kind.name(), values, kind.integral(), kind.quantity()));
            } else {
                List<String> entries = new ArrayList<>();
                for (int row : rows) {
                    entries.add(texts[c][row]);
                }
                columns.add(CategoryColumn.of(kind.name(), entries));
            }
        }
        return new CustomerTable(rows.length, columns);
    }
}
