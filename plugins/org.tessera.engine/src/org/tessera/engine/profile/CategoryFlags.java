package org.tessera.engine.profile;

import java.util.List;
import java.util.Set;
import org.tessera.engine.data.CategoryColumn;

/** Recognizes flags: columns of 0 and 1 or of false and true, whose name says what 1 and true mean. */
final class CategoryFlags {

    private static final Set<List<String>> FLAGS = Set.of(List.of("0", "1"), List.of("false", "true"));

    private CategoryFlags() {}

    /** The code of 1 or true, or -1 if the categories that occur are others. O(l). */
    static int positive(CategoryColumn column, int[] perLevel) {
        int first = -1;
        int second = -1;
        for (int level = 0; level < perLevel.length; level++) {
            if (perLevel[level] > 0) {
                if (second >= 0) {
                    return -1;
                }
                second = first < 0 ? second : level;
                first = first < 0 ? level : first;
            }
        }
        if (second < 0) {
            return -1;
        }
        List<String> names = column.levels();
        if (FLAGS.contains(List.of(names.get(first), names.get(second)))) {
            return second;
        }
        return FLAGS.contains(List.of(names.get(second), names.get(first))) ? first : -1;
    }
}
