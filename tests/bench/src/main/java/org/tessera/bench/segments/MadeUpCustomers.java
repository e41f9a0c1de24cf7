package org.tessera.bench.segments;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.RandomStream;

/**
 * Made-up customers whose segments are known. Each segment has a mean per number, drawn from a normal distribution, and
 * a preferred level per category; the values scatter around them. The same seed gives the same customers.
 *
 * @param table the customers
 * @param truth the segment of each customer, 0 to k - 1
 */
record MadeUpCustomers(CustomerTable table, int[] truth) {

    private static final int[] NONE = {};

    /** What the customers' columns are like. */
    enum Design {
        /** Four numbers. */
        NUMBERS("numbers", 3, 600, 4, 0, NONE, 0.0, false, 2),
        /** Four amounts with long tails. */
        SKEWED_NUMBERS("skewed numbers", 3, 600, 4, 0, NONE, 0.0, true, 2),
        /** Three numbers and three categories. */
        MIXED("numbers and categories", 3, 600, 3, 3, NONE, 0.6, false, 2),
        /** Three numbers, and three categories of 12, 20 and 40 levels that mean nothing. */
        NOISE_CATEGORIES("numbers beside meaningless categories", 3, 600, 3, 0, new int[] {12, 20, 40}, 0.0, false, 2),
        /** One number and five categories. */
        STRONG_CATEGORIES("mostly categories", 3, 600, 1, 5, NONE, 0.8, false, 2),
        /** Many customers, five segments, half of the numbers skewed. */
        LARGE("3,000 customers in five segments", 5, 3000, 4, 3, new int[] {12}, 0.6, true, 2),
        /** Three numbers with five segments far apart, and five yes/no columns that mean nothing. */
        NOISE_FLAGS(
                "five segments far apart in numbers, beside five meaningless yes/no columns",
                5,
                600,
                3,
                0,
                new int[] {2, 2, 2, 2, 2},
                0.0,
                false,
                8);

        private static final int LEVELS = 4;

        private final String title;
        private final int segments;
        private final int rows;
        private final int numbers;
        private final int categories;
        private final int[] noiseLevels;
        private final double preference;
        private final boolean skewed;
        private final double separation;

        Design(
                String title,
                int segments,
                int rows,
                int numbers,
                int categories,
                int[] noiseLevels,
                double preference,
                boolean skewed,
                double separation) {
            this.title = title;
            this.segments = segments;
            this.rows = rows;
            this.numbers = numbers;
            this.categories = categories;
            this.noiseLevels = noiseLevels;
            this.preference = preference;
            this.skewed = skewed;
            this.separation = separation;
        }

        /** @return what it is called on the page */
        String title() {
            return title;
        }

        /** @return the number of planted segments */
        int segments() {
            return segments;
        }

        /**
         * Draws customers.
         *
         * @param seed the seed
         * @return the customers
         */
        MadeUpCustomers draw(long seed) {
            RandomStream random = RandomStream.of(seed, ordinal());
            int[] truth = new int[rows];
            for (int i = 0; i < rows; i++) {
                truth[i] = random.nextInt(segments);
            }
            List<Column> columns = new ArrayList<>();
            for (int j = 0; j < numbers; j++) {
                columns.add(number("number " + (j + 1), skewed && j % 2 == 0, truth, random));
            }
            for (int j = 0; j < categories; j++) {
                columns.add(category("category " + (j + 1), truth, random));
            }
            for (int j = 0; j < noiseLevels.length; j++) {
                columns.add(noise("area " + (j + 1), noiseLevels[j], random));
            }
            return new MadeUpCustomers(new CustomerTable(rows, columns), truth);
        }

        private NumericColumn number(String name, boolean tail, int[] truth, RandomStream random) {
            double[] means = new double[segments];
            for (int s = 0; s < segments; s++) {
                means[s] = separation * random.nextGaussian();
            }
            double[] values = new double[rows];
            for (int i = 0; i < rows; i++) {
                double value = means[truth[i]] + random.nextGaussian();
                values[i] = tail ? Math.round(100 * Math.exp(value)) / 100.0 : value;
            }
            return new NumericColumn(name, values, false);
        }

        private CategoryColumn category(String name, int[] truth, RandomStream random) {
            int[] preferred = new int[segments];
            for (int s = 0; s < segments; s++) {
                preferred[s] = random.nextInt(LEVELS);
            }
            int[] codes = new int[rows];
            for (int i = 0; i < rows; i++) {
                codes[i] = random.nextDouble() < preference ? preferred[truth[i]] : random.nextInt(LEVELS);
            }
            return new CategoryColumn(name, codes, levels(LEVELS));
        }

        /** A category that is the same in every segment: two even levels, or more of which some are rare. */
        private CategoryColumn noise(String name, int count, RandomStream random) {
            int[] codes = new int[rows];
            for (int i = 0; i < rows; i++) {
                codes[i] = count == 2 ? random.nextInt(2) : (int) (count * random.nextDouble() * random.nextDouble());
            }
            return new CategoryColumn(name, codes, levels(count));
        }

        private static List<String> levels(int count) {
            List<String> levels = new ArrayList<>();
            for (int l = 0; l < count; l++) {
                levels.add("level " + (l + 1));
            }
            return levels;
        }
    }
}
