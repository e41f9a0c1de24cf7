package org.tessera.engine.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A column of categories, dictionary coded. The code array is handed over and must not be changed afterwards.
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
     * Codes strings in order of first appearance.
     *
     * @param name the column's name
     * @param entries a category per row, null for missing
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

    /**
     * The category of a row.
     *
     * @param row row index
     * @return the category, or null if missing
     */
    public String at(int row) {
        return codes[row] == MISSING ? null : levels.get(codes[row]);
    }
}
