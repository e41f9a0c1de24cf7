package org.tessera.engine.profile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.kernel.SystematicSample;
import org.tessera.engine.model.TrainingRows;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * Halves of the clustered rows: rules and trees are found on the first and validated on the second. The rows of each group
 * are sorted by a hash of their values and dealt out in turn, so that the halves depend on neither the order of the rows
 * nor threads, equal rows are divided evenly, and each half has as much of every group. O(n (c + log n)) for c columns.
 */
final class HoldOut {

    /** Fewest customers of a segment that is halved. */
    static final int MIN_CUSTOMERS = 20;

    private final int[][] first;
    private final int[][] second;

    private HoldOut(int groups) {
        first = new int[groups][];
        second = new int[groups][];
    }

    /** Halves the rows by the values of columns. */
    static HoldOut of(List<Column> columns, Grouping grouping, RunContext run) {
        long[] hashes = hashes(columns, grouping, run);
        long[][] ofGroup = new long[grouping.count()][];
        int[][] rows = new int[grouping.count()][];
        for (int g = 0; g < rows.length; g++) {
            ofGroup[g] = new long[grouping.sizeOf(g)];
            rows[g] = new int[grouping.sizeOf(g)];
        }
        int[] filled = new int[rows.length];
        for (int i = 0; i < hashes.length; i++) {
            int g = grouping.group(i);
            ofGroup[g][filled[g]] = hashes[i];
            rows[g][filled[g]++] = i;
        }
        HoldOut halves = new HoldOut(rows.length);
        for (int g = 0; g < rows.length; g++) {
            halves.deal(g, rows[g], ofGroup[g], run);
        }
        return halves;
    }

    private static long[] hashes(List<Column> columns, Grouping grouping, RunContext run) {
        long[] hashes = new long[grouping.rows()];
        CancellationCheck cancellation = new CancellationCheck(run);
        for (Column column : columns) {
            long[] levels = column instanceof CategoryColumn categories
                    ? categories.levels().stream().mapToLong(TrainingRows::hash).toArray()
                    : new long[0];
            for (int i = 0; i < hashes.length; i++) {
                cancellation.step();
                hashes[i] = TrainingRows.mixed(hashes[i], bits(column, levels, grouping.row(i)));
            }
        }
        return hashes;
    }

    private static long bits(Column column, long[] levels, int row) {
        if (column instanceof CategoryColumn categories) {
            int code = categories.codes()[row];
            return code == CategoryColumn.MISSING ? 1 : levels[code];
        }
        return Double.doubleToLongBits(((NumericColumn) column).values()[row] + 0.0);
    }

    /** Deals the rows of a group, in the order of their hashes, to both halves in turn. */
    private void deal(int group, int[] rows, long[] hashes, RunContext run) {
        long[] sorted = hashes.clone();
        KeySort.sort(sorted, run);
        int[] equal = new int[rows.length];
        int[] byRank = new int[rows.length];
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int i = 0; i < rows.length; i++) {
            cancellation.step();
            int rank = firstAt(sorted, hashes[i]);
            byRank[rank + equal[rank]++] = rows[i];
        }
        first[group] = every(byRank, 0);
        second[group] = every(byRank, 1);
    }

    private static int[] every(int[] rows, int from) {
        return IntStream.range(0, (rows.length - from + 1) / 2)
                .map(i -> rows[2 * i + from])
                .toArray();
    }

    /** Index of the first of equal keys. */
    private static int firstAt(long[] sorted, long key) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether a group is too small to be halved. */
    boolean isTooSmall(int group) {
        return first[group].length + second[group].length < MIN_CUSTOMERS;
    }

    /** Number of a group's clustered rows by which is searched. */
    int searched(int group) {
        return first[group].length;
    }

    /** The clustered rows of a group by which is searched: all of them, or a systematic sample of at most so many. */
    int[] search(int group, int most) {
        int[] rows = first[group];
        return rows.length <= most
                ? rows.clone()
                : Arrays.stream(SystematicSample.every(rows.length, most))
                        .map(i -> rows[i])
                        .toArray();
    }

    /** The clustered rows of a group by which is validated. */
    int[] validation(int group) {
        return second[group].clone();
    }

    /** All clustered rows of a group. */
    int[] all(int group) {
        return IntStream.concat(Arrays.stream(first[group]), Arrays.stream(second[group]))
                .toArray();
    }
}
