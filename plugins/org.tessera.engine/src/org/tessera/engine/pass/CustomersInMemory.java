package org.tessera.engine.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.run.RunContext;

/** Customers of a table in memory, cut into parts of consecutive rows that are read by the threads of the run. */
public final class CustomersInMemory implements Customers {

    private final CustomerTable table;
    private final long[] ids;
    private final int parts;
    private int passes;

    private CustomersInMemory(CustomerTable table, long[] ids, int parts) {
        this.table = table;
        this.ids = ids;
        this.parts = parts;
    }

    /**
     * Customers of a table.
     *
     * @param table the customers
     * @param ids a 64-bit hash of each customer's identifier
     * @param parts number of parts, at least 1
     * @return the customers
     * @throws IllegalArgumentException if the numbers of rows differ, or there is no part
     */
    public static CustomersInMemory of(CustomerTable table, long[] ids, int parts) {
        if (ids.length != table.rows() || parts < 1) {
            throw new IllegalArgumentException(
                    table.rows() + " rows with " + ids.length + " identifiers in " + parts + " parts");
        }
        return new CustomersInMemory(table, ids.clone(), parts);
    }

    @Override
    public List<ColumnKind> columns() {
        return ColumnKind.of(table);
    }

    @Override
    public int passes() {
        return passes;
    }

    @Override
    public <S extends Summary<S>> S pass(String purpose, EmptySummary<S> empty, RunContext run) {
        passes++;
        run.progress(0, purpose);
        List<S> summaries = new ArrayList<>();
        IntStream.range(0, parts).forEach(part -> summaries.add(empty.create()));
        run.forBlocks(parts, part -> read(part, summaries.get(part), run));
        S all = summaries.get(0);
        summaries.subList(1, parts).forEach(all::merge);
        run.progress(1, purpose);
        return all;
    }

    private void read(int part, Summary<?> summary, RunContext run) {
        int end = bound(part + 1);
        for (int from = bound(part); from < end; from += BLOCK_ROWS) {
            run.checkCanceled();
            int[] rows = IntStream.range(from, Math.min(end, from + BLOCK_ROWS)).toArray();
            CustomerTable block = new CustomerTable(
                    rows.length,
                    table.columns().stream().map(c -> c.select(rows)).toList());
            summary.add(block, IntStream.of(rows).mapToLong(i -> ids[i]).toArray());
        }
    }

    private int bound(int part) {
        return (int) ((long) table.rows() * part / parts);
    }
}
