package org.tessera.workbench.kernel.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.util.DuplicateKeyException;

/**
 * Finds row keys that are there twice, however far apart. Numbered ranges are compared as ranges; other keys by sorted
 * hash codes, eight bytes a row while it runs, and those with equal codes by their texts.
 */
final class DuplicateKeys {

    private DuplicateKeys() {}

    static void check(RowKeys keys) {
        if (keys.isAllRanges() && disjoint(keys.ranges())) {
            return;
        }
        long[] hashes = new long[Math.toIntExact(keys.size())];
        for (int row = 0; row < hashes.length; row++) {
            hashes[row] = hash(keys.get(row));
        }
        Arrays.sort(hashes);
        long[] repeated = repeated(hashes);
        if (repeated.length > 0) {
            compareTexts(keys, repeated);
        }
    }

    private static boolean disjoint(List<long[]> ranges) {
        ranges.sort(Comparator.comparingLong(range -> range[0]));
        for (int i = 1; i < ranges.size(); i++) {
            if (ranges.get(i - 1)[0] + ranges.get(i - 1)[1] > ranges.get(i)[0]) {
                return false;
            }
        }
        return true;
    }

    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static long[] repeated(long[] sorted) {
        long[] found = new long[16];
        int count = 0;
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1] && (count == 0 || found[count - 1] != sorted[i])) {
                found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                found[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static void compareTexts(RowKeys keys, long[] repeated) {
        Map<String, Long> seen = new HashMap<>();
        for (long row = 0; row < keys.size(); row++) {
            String key = keys.get(row);
            if (Arrays.binarySearch(repeated, hash(key)) >= 0) {
                Long first = seen.putIfAbsent(key, row);
                if (first != null) {
                    throw new DuplicateKeyException(
                            "Encountered duplicate row ID \"" + key + "\" in rows " + (first + 1) + " and " + (row + 1),
                            key);
                }
            }
        }
    }
}
