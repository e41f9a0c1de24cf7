package org.tessera.workbench.kernel.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;

/** The rows of a column that have no value: a bitmap per chunk that has any, and the reasons that were given. */
final class Missing {

    private final long[][] bits;
    private final Map<Long, String> reasons;
    private final long count;

    private Missing(Builder builder) {
        bits = builder.bits.toArray(long[][]::new);
        reasons = Map.copyOf(builder.reasons);
        count = builder.count;
    }

    boolean at(long row) {
        int chunk = Chunks.chunk(row);
        if (chunk >= bits.length || bits[chunk] == null) {
            return false;
        }
        int offset = Chunks.offset(row);
        return (bits[chunk][offset >> 6] >>> offset & 1) != 0;
    }

    // Tells whether the chunk that starts with this row has all its values.
    boolean noneIn(long first) {
        int chunk = Chunks.chunk(first);
        return chunk >= bits.length || bits[chunk] == null;
    }

    DataCell cell(long row) {
        String reason = reasons.isEmpty() ? null : reasons.get(row);
        return reason == null ? DataType.getMissingCell() : new MissingCell(reason);
    }

    long count() {
        return count;
    }

    /** Collects missing rows in any order. */
    static final class Builder {

        private final List<long[]> bits = new ArrayList<>();
        private final Map<Long, String> reasons = new HashMap<>();
        private long count;

        void set(long row, String reason) {
            int chunk = Chunks.chunk(row);
            while (bits.size() <= chunk) {
                bits.add(null);
            }
            if (bits.get(chunk) == null) {
                bits.set(chunk, new long[Chunks.ROWS / Long.SIZE]);
            }
            int offset = Chunks.offset(row);
            bits.get(chunk)[offset >> 6] |= 1L << offset;
            count++;
            if (reason != null) {
                reasons.put(row, reason);
            }
        }

        Missing build() {
            return new Missing(this);
        }
    }
}
