package org.tessera.engine.cluster.mixture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

/**
 * The categories behind indicators. A feature of two values is an indicator, set where it has the larger one. Successive
 * indicators of which no row has two set are the levels of one category, with a further level of the rows that have none
 * set, as one-hot encoding makes them; a single indicator is a category of two levels. The other features are numbers.
 */
final class CategoryCodes {

    private final Matrix x;
    private final List<int[]> codes = new ArrayList<>();
    private final List<Integer> levels = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();

    private CategoryCodes(Matrix x) {
        this.x = x;
    }

    /** Finds the categories. O(n d). */
    static CategoryCodes of(Matrix x, RunContext run) {
        CategoryCodes found = new CategoryCodes(x);
        int[] code = new int[x.rows()];
        int level = 0;
        for (int j = 0; j < x.columns(); j++) {
            run.checkCanceled();
            double set = found.larger(j);
            if (Double.isNaN(set)) {
                found.numbers.add(j);
                continue;
            }
            if (level > 0 && found.overlaps(j, set, code)) {
                found.add(code, level);
                code = new int[x.rows()];
                level = 0;
            }
            level++;
            for (int i = 0; i < code.length; i++) {
                code[i] = x.at(i, j) == set ? level : code[i];
            }
        }
        found.add(code, level);
        return found;
    }

    private void add(int[] code, int level) {
        if (level > 0) {
            codes.add(code);
            levels.add(level + 1);
        }
    }

    /** The larger value of a feature that has two; NaN if it has another number of them. */
    private double larger(int j) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.rows(); i++) {
            low = Math.min(low, x.at(i, j));
            high = Math.max(high, x.at(i, j));
        }
        boolean two = low < high;
        for (int i = 0; two && i < x.rows(); i++) {
            two = x.at(i, j) == low || x.at(i, j) == high;
        }
        return two ? high : Double.NaN;
    }

    private boolean overlaps(int j, double set, int... code) {
        return IntStream.range(0, code.length).anyMatch(i -> code[i] > 0 && x.at(i, j) == set);
    }

    /** Number of categories. */
    int count() {
        return codes.size();
    }

    /** Number of levels of a category, at least 2. */
    int levels(int category) {
        return levels.get(category);
    }

    /** The level of every row, 0 to the number of levels less 1. */
    int[] codes(int category) {
        return codes.get(category);
    }

    /** The indices of the features that are no indicators, increasing. */
    int[] numbers() {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
