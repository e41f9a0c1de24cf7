package org.tessera.engine.pass;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * Customers in shuffled order, in parts of any size that are merged in any order, as on a cluster: what makes a summary, and
 * each summary before it is merged, travel through Java serialization.
 */
public final class TravelingCustomers implements Customers {

    private final CustomerTable table;
    private final long[] ids;
    private final int parts;
    private final RandomStream random;
    private int passes;

    public TravelingCustomers(CustomerTable table, long[] ids, int parts, long seed) {
        this.table = table;
        this.ids = ids.clone();
        this.parts = parts;
        random = RandomStream.of(seed, 1);
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
        int[] order = IntStream.range(0, table.rows()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int row = order[i];
            order[i] = order[other];
            order[other] = row;
        }
        EmptySummary<S> traveled = travel(empty);
        List<S> summaries = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            S summary = traveled.create();
            int to = (int) ((long) order.length * (part + 1) / parts);
            for (int from = (int) ((long) order.length * part / parts); from < to; ) {
                int size = Math.min(to - from, 1 + random.nextInt(BLOCK_ROWS));
                int[] rows = Arrays.copyOfRange(order, from, from + size);
                summary.add(
                        new CustomerTable(
                                size,
                                table.columns().stream()
                                        .map(c -> c.select(rows))
                                        .toList()),
                        IntStream.of(rows).mapToLong(i -> ids[i]).toArray());
                from += size;
            }
            summaries.add(travel(summary));
        }
        while (summaries.size() > 1) {
            S other = summaries.remove(random.nextInt(summaries.size()));
            summaries.get(random.nextInt(summaries.size())).merge(other);
        }
        return summaries.get(0);
    }

    private static <T> T travel(T object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            @SuppressWarnings("unchecked") // what was written
            T read = (T) in.readObject();
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
