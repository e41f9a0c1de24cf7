package org.tessera.bench.confidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.RandomStream;

/**
 * Planted segments. A number is normal around its segment's mean, which is drawn with a given spread in standard deviations
 * within a segment; a category is the segment's own level with a given preference, otherwise any level; noise is the same in
 * all segments.
 */
enum Design {
    NUMBERS_FAINT("5 numbers, means spread by 0.9", Shares.EQUAL, 5, 0.9, 0, 0, 0, 0),
    NUMBERS("5 numbers, means spread by 1.1", Shares.EQUAL, 5, 1.1, 0, 0, 0, 0),
    NUMBERS_APART("5 numbers, means spread by 1.6, unequal segments", Shares.UNEQUAL, 5, 1.6, 0, 0, 0, 0),
    CATEGORIES_FAINT("6 categories of 3 levels, preference 0.4", Shares.EQUAL, 0, 0, 6, 3, 0.4, 0),
    CATEGORIES("6 categories of 3 levels, preference 0.6", Shares.EQUAL, 0, 0, 6, 3, 0.6, 0),
    CATEGORIES_APART("6 categories of 3 levels, preference 0.8", Shares.EQUAL, 0, 0, 6, 3, 0.8, 0),
    CATEGORIES_UNEQUAL(
            "6 categories of 3 levels, preference 0.6, unequal segments", Shares.UNEQUAL, 0, 0, 6, 3, 0.6, 0),
    CATEGORIES_FOUR("6 categories of 5 levels, preference 0.6, four segments", Shares.FOUR, 0, 0, 6, 5, 0.6, 0),
    CATEGORIES_MANY("8 categories of 2 to 5 levels, preference 0.5", Shares.EQUAL, 0, 0, 8, 0, 0.5, 0),
    FLAGS("8 yes/no columns, preference 0.6, two segments", Shares.TWO, 0, 0, 8, 2, 0.6, 0),
    MIXED_FAINT("3 numbers (1.0) and 3 categories of 4 levels (0.5)", Shares.EQUAL, 3, 1.0, 3, 4, 0.5, 0),
    MIXED("3 numbers (1.5) and 3 categories of 4 levels (0.6)", Shares.EQUAL, 3, 1.5, 3, 4, 0.6, 0),
    MIXED_UNEQUAL(
            "2 numbers (1.0) and 5 categories of 3 levels (0.6), unequal segments",
            Shares.UNEQUAL,
            2,
            1.0,
            5,
            3,
            0.6,
            0),
    NUMBERS_NOISE("4 numbers (1.5) beside 4 noise categories", Shares.EQUAL, 4, 1.5, 0, 0, 0, 4),
    CATEGORIES_NOISE("6 categories of 3 levels (0.7) beside 3 noise categories", Shares.EQUAL, 0, 0, 6, 3, 0.7, 3),
    MIXED_NOISE("3 numbers (1.5) and 3 categories (0.6) beside 3 noise categories", Shares.EQUAL, 3, 1.5, 3, 4, 0.6, 3);

    /** Shares of the segments. */
    enum Shares {
        EQUAL(1, 1, 1),
        UNEQUAL(0.6, 0.3, 0.1),
        TWO(1, 1),
        FOUR(0.4, 0.3, 0.2, 0.1);

        private final double[] shares;

        Shares(double... shares) {
            this.shares = shares;
        }

        private int draw(RandomStream random) {
            double left = random.nextDouble() * Arrays.stream(shares).sum();
            int segment = 0;
            while (segment < shares.length - 1 && left >= shares[segment]) {
                left -= shares[segment++];
            }
            return segment;
        }
    }

    /**
     * Customers whose segments are known.
     *
     * @param table the customers
     * @param segments their planted segments, 0 to k - 1
     */
    record Customers(CustomerTable table, int[] segments) {

        Customers part(int from, int to) {
            int[] rows = IntStream.range(from, to).toArray();
            List<Column> columns =
                    table.columns().stream().map(c -> c.select(rows)).toList();
            return new Customers(new CustomerTable(rows.length, columns), Arrays.copyOfRange(segments, from, to));
        }
    }

    private final String title;
    private final Shares shares;
    private final int numbers;
    private final double spread;
    private final int categories;
    private final int levels;
    private final double preference;
    private final int noise;

    Design(
            String title,
            Shares shares,
            int numbers,
            double spread,
            int categories,
            int levels,
            double preference,
            int noise) {
        this.title = title;
        this.shares = shares;
        this.numbers = numbers;
        this.spread = spread;
        this.categories = categories;
        this.levels = levels;
        this.preference = preference;
        this.noise = noise;
    }

    String title() {
        return title;
    }

    int segments() {
        return shares.shares.length;
    }

    /** Draws customers, the same for the same seed. */
    Customers draw(int n, long seed) {
        RandomStream random = RandomStream.of(seed, ordinal());
        int[] segments = new int[n];
        Arrays.setAll(segments, i -> shares.draw(random));
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < numbers; j++) {
            double[] means = new double[segments()];
            Arrays.setAll(means, s -> spread * random.nextGaussian());
            double[] values = new double[n];
            Arrays.setAll(values, i -> means[segments[i]] + random.nextGaussian());
            columns.add(new NumericColumn("number " + (j + 1), values, false));
        }
        for (int j = 0; j < categories; j++) {
            int count = levels == 0 ? 2 + j % 4 : levels;
            int[] own = random.permutation(Math.max(count, segments()));
            int[] codes = new int[n];
            Arrays.setAll(
                    codes, i -> random.nextDouble() < preference ? own[segments[i]] % count : random.nextInt(count));
            columns.add(category("category " + (j + 1), codes, count));
        }
        for (int j = 0; j < noise; j++) {
            int count = 2 + 3 * j;
            int[] codes = new int[n];
            Arrays.setAll(codes, i -> (int) (count * Math.pow(random.nextDouble(), 1.5)));
            columns.add(category("noise " + (j + 1), codes, count));
        }
        return new Customers(new CustomerTable(n, columns), segments);
    }

    private static Column category(String name, int[] codes, int levels) {
        return new CategoryColumn(
                name,
                codes,
                IntStream.range(0, levels).mapToObj(l -> "level " + (l + 1)).toList());
    }
}
