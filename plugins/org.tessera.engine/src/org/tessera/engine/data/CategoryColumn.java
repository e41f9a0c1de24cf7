package org.tessera.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A categorical column in dictionary encoding: a code per row, which is the index of its category among the levels. The
 * column takes ownership of the code array, which must not be changed afterwards.
 *
 * @param name the column's name
 * @param codes n codes, 0 to levels - 1, or {@link #MISSING}
 * @param levels the distinct categories; levels without a row are allowed
 */
public record CategoryColumn(String name, int[] codes, List<String> levels) implements Column {

    /** The code of a missing entry. */
    public static final int MISSING = -1;

    /** Copies the levels and checks that nothing is null. */
    public CategoryColumn {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(codes, "codes");
        levels = List.copyOf(levels);
    }

    /**
     * Encodes texts; the levels are in order of first appearance. O(n).
     *
     * @param name the column's name
     * @param entries a category per row, null for a missing one
     * @return the column
     */
    public static CategoryColumn of(String name, List<String> entries) {
        Map<String, Integer> index = new HashMap<>();
        List<String> levels = new ArrayList<>();
        int[] codes = new int[entries.size()];
        int row = 0;
        for (String entry : entries) {
            int code = MISSING;
            if (entry != null) {
                code = index.computeIfAbsent(entry, e -> {
                    levels.add(e);
                    return levels.size() - 1;
                });
            }
            codes[row++] = code;
        }
        return new CategoryColumn(name, codes, levels);
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public boolean isMissing(int row) {
        return codes[row] == MISSING;
    }

    @Override
    public CategoryColumn select(int[] rows) {
        return new CategoryColumn(name, Arrays.stream(rows).map(i -> codes[i]).toArray(), levels);
    }
}
