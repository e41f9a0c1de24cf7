package org.tessera.engine.pass;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;

/**
 * A sample of customers that depends neither on their order nor on parts: of all different customers those with the smallest
 * hashes of identifier and entries (bottom-k sampling, Cohen and Kaplan 2007, <a
 * href="https://doi.org/10.1145/1281100.1281133">doi:10.1145/1281100.1281133</a>), each as often as it occurs. Customers
 * without identifiers that agree in all entries are thus drawn together; where they take more than the size of the sample,
 * it is thinned evenly, so that each keeps its share of it. Beside the sample all customers and the infinite numbers of each
 * column are counted.
 *
 * <p>The sample is in canonical order: by hash, customers of equal hash by identifier and entries. It has as many rows as
 * asked for, or all customers if there are no more. O(n c) time for c columns, memory of twice the sample.
 */
public final class RowSample implements Summary<RowSample> {

    private static final long serialVersionUID = 1L;

    private static final int FIRST_CAPACITY = 1024;

    private final int size;
    private final long[] infinite;
    private HeldRows rows;
    private long total;
    /** No row of a larger hash is among the sample. */
    private long threshold = Long.MAX_VALUE;

    /**
     * A sample of no customer.
     *
     * @param kinds the columns of the customers
     * @param size rows of the sample, at least 1
     */
    public RowSample(List<ColumnKind> kinds, int size) {
        this.size = size;
        infinite = new long[kinds.size()];
        rows = new HeldRows(kinds, FIRST_CAPACITY);
    }

    @Override
    public void add(CustomerTable block, long[] ids) {
        total += block.rows();
        for (int c = 0; c < infinite.length; c++) {
            if (block.columns().get(c) instanceof NumericColumn numbers) {
                infinite[c] += Arrays.stream(numbers.values())
                        .filter(Double::isInfinite)
                        .count();
            }
        }
        long[] hashes = RowHash.of(block, ids);
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] <= threshold) {
                rows.add(block, i, hashes[i], ids[i]);
                pruneIfFull();
            }
        }
    }

    @Override
    public void merge(RowSample other) {
        total += other.total;
        for (int c = 0; c < infinite.length; c++) {
            infinite[c] += other.infinite[c];
        }
        threshold = Math.min(threshold, other.threshold);
        for (int i = 0; i < other.rows.size(); i++) {
            if (other.rows.hash(i) <= threshold) {
                rows.add(other.rows, i);
                pruneIfFull();
            }
        }
    }

    private void pruneIfFull() {
        if (rows.size() >= 2L * size && rows.size() >= FIRST_CAPACITY) {
            prune();
        }
    }

    /** Sorts, counts equal rows as one and keeps those of the smallest hashes. */
    private void prune() {
        HeldRows all = rows;
        Integer[] order =
                IntStream.range(0, all.size()).boxed().sorted(all::compare).toArray(Integer[]::new);
        HeldRows kept = new HeldRows(all.kinds(), Math.max(FIRST_CAPACITY, Math.min(order.length, 2 * size)));
        for (int i = 0; i < order.length; i++) {
            if (i > 0 && all.compare(order[i - 1], order[i]) == 0) {
                kept.count(kept.size() - 1, all.count(order[i]));
            } else if (kept.size() < size) {
                kept.add(all, order[i]);
            } else {
                break;
            }
        }
        rows = kept;
        if (kept.size() == size) {
            threshold = kept.hash(size - 1);
        }
    }

    /** @return the number of all customers */
    public long total() {
        return total;
    }

    /**
     * The infinite numbers of a column.
     *
     * @param column the index of the column
     * @return in how many of all customers it is infinite
     */
    public long infinite(int column) {
        return infinite[column];
    }

    /** @return the sample */
    public Sampled sampled() {
        prune();
        long weight = 0;
        for (int i = 0; i < rows.size(); i++) {
            weight += rows.count(i);
        }
        int drawn = (int) Math.min(size, weight);
        int[] chosen = new int[drawn];
        int row = 0;
        long before = 0;
        for (int s = 0; s < drawn; s++) {
            long position = weight / drawn * s + weight % drawn * s / drawn;
            while (before + rows.count(row) <= position) {
                before += rows.count(row++);
            }
            chosen[s] = row;
        }
        return new Sampled(rows.table(chosen), rows.ids(chosen), total);
    }

    /**
     * A sample.
     *
     * @param customers its customers, in canonical order
     * @param ids the hashes of their identifiers
     * @param total the number of all customers
     */
    public record Sampled(CustomerTable customers, long[] ids, long total) {

        /** @return whether all customers are in the sample */
        public boolean isComplete() {
            return customers.rows() == total;
        }
    }
}
