package org.tessera.engine.pass;

import java.util.List;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;

/**
 * A 64-bit hash of a customer's identifier and entries, by which samples are drawn: evenly distributed, the same for equal
 * customers, whatever block they are in. The steps mix as the finalizer of MurmurHash3 does.
 */
final class RowHash {

    private static final long START = 0x2545F4914F6CDD1DL;
    private static final long MISSING = 0x9E3779B97F4A7C15L;

    private RowHash() {}

    /** The hashes of the rows of a block. O(n c). */
    static long[] of(CustomerTable block, long[] ids) {
        long[] hashes = new long[block.rows()];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = mixed(START, ids[i]);
        }
        for (Column column : block.columns()) {
            if (column instanceof NumericColumn numbers) {
                add(numbers.values(), hashes);
            } else {
                add((CategoryColumn) column, hashes);
            }
        }
        return hashes;
    }

    private static void add(double[] values, long[] hashes) {
        for (int i = 0; i < hashes.length; i++) {
            double value = values[i];
            hashes[i] = mixed(hashes[i], Double.isNaN(value) ? MISSING : Double.doubleToLongBits(value + 0.0));
        }
    }

    /** A dictionary that is longer than the block, as of a whole table, is not hashed as a whole. */
    private static void add(CategoryColumn column, long[] hashes) {
        List<String> levels = column.levels();
        boolean isShort = levels.size() <= hashes.length;
        long[] ofLevels = isShort ? levels.stream().mapToLong(RowHash::of).toArray() : new long[0];
        int[] codes = column.codes();
        for (int i = 0; i < hashes.length; i++) {
            int code = codes[i];
            hashes[i] = mixed(
                    hashes[i],
                    code == CategoryColumn.MISSING ? MISSING : isShort ? ofLevels[code] : of(levels.get(code)));
        }
    }

    private static long of(String text) {
        long hash = START;
        for (int i = 0; i < text.length(); i++) {
            hash = mixed(hash, text.charAt(i));
        }
        return hash;
    }

    private static long mixed(long hash, long value) {
        long x = hash + MISSING ^ value;
        x = (x ^ x >>> 33) * 0xFF51AFD7ED558CCDL;
        x = (x ^ x >>> 33) * 0xC4CEB9FE1A85EC53L;
        return x ^ x >>> 33;
    }
}
