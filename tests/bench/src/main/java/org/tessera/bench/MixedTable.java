package org.tessera.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.RandomStream;

/**
 * Numbers and categories with gaps, for the preparation: the last columns are categories of 3, 4, 5 and so on levels,
 * given as their numbers, which is what scikit-learn is fastest with. Two percent of the entries are missing.
 */
final class MixedTable {

    private static final double MISSING = 0.02;
    private static final int FEWEST_LEVELS = 3;

    private MixedTable() {}

    /** n x d values, NaN where missing. */
    static Matrix of(int n, int d, int categories, long seed) {
        double[] values = new double[n * d];
        for (int i = 0; i < n; i++) {
            RandomStream random = RandomStream.of(seed, i);
            for (int j = 0; j < d; j++) {
                int c = j - (d - categories);
                double value = c < 0
                        ? 1000 * (j + 1) + 100 * random.nextGaussian()
                        : Math.floor((FEWEST_LEVELS + c) * Math.sqrt(random.nextDouble()));
                values[i * d + j] = random.nextDouble() < MISSING ? Double.NaN : value;
            }
        }
        return Matrix.wrap(n, d, values);
    }

    /** The values as customers; the names of the categories sort as their numbers do. */
    static CustomerTable customers(Matrix values, int categories) {
        int n = values.rows();
        int d = values.columns();
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < d; j++) {
            int column = j;
            double[] entries =
                    IntStream.range(0, n).mapToDouble(i -> values.at(i, column)).toArray();
            int c = j - (d - categories);
            if (c < 0) {
                columns.add(new NumericColumn("number " + j, entries, false));
            } else {
                int[] codes = IntStream.range(0, n)
                        .map(i -> Double.isNaN(entries[i]) ? CategoryColumn.MISSING : (int) entries[i])
                        .toArray();
                List<String> levels = IntStream.range(0, FEWEST_LEVELS + c)
                        .mapToObj(l -> "level " + (char) ('a' + l))
                        .toList();
                columns.add(new CategoryColumn("category " + j, codes, levels));
            }
        }
        return new CustomerTable(n, columns);
    }
}
