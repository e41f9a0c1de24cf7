package org.tessera.bench.drift;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.RandomStream;

/** Distributions of a column from which training and new customers are drawn alike. */
enum Distribution {
    NORMAL("normal"),
    LOGNORMAL("lognormal"),
    ZEROS("60 % zeros, the rest lognormal"),
    AGES("whole numbers, about 60 different ones"),
    CHILDREN("whole numbers from 0 to 5"),
    MISSING("normal, 10 % missing"),
    FLAG("two categories, 9 : 1"),
    CATEGORIES("five categories, 40 % to 5 %"),
    RARE("nine categories, 70 % to 0.5 %");

    private static final double[] SHARES_OF_CATEGORIES = {0.4, 0.3, 0.15, 0.1, 0.05};
    private static final double[] SHARES_OF_RARE = {0.7, 0.2, 0.05, 0.02, 0.01, 0.005, 0.005, 0.005, 0.005};

    private final String title;

    Distribution(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    Column draw(int n, RandomStream random) {
        return switch (this) {
            case FLAG -> categories(n, random, 0.9, 0.1);
            case CATEGORIES -> categories(n, random, SHARES_OF_CATEGORIES);
            case RARE -> categories(n, random, SHARES_OF_RARE);
            default -> numbers(n, random, 0);
        };
    }

    /** Numbers of which the normal variable behind is moved by a shift. */
    NumericColumn numbers(int n, RandomStream random, double shift) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> number(random.nextGaussian() + shift, random));
        return new NumericColumn("Column", values, false);
    }

    private double number(double normal, RandomStream random) {
        return switch (this) {
            case LOGNORMAL -> Math.exp(normal);
            case ZEROS -> random.nextDouble() < 0.6 ? 0 : Math.exp(normal);
            case AGES -> Math.max(18, Math.round(45 + 14 * normal));
            case CHILDREN -> Math.min(5, Math.max(0, Math.round(1 + 1.2 * normal)));
            case MISSING -> random.nextDouble() < 0.1 ? Double.NaN : normal;
            default -> normal;
        };
    }

    private static CategoryColumn categories(int n, RandomStream random, double... shares) {
        int[] codes = new int[n];
        for (int i = 0; i < n; i++) {
            double left = random.nextDouble();
            while (codes[i] < shares.length - 1 && left >= shares[codes[i]]) {
                left -= shares[codes[i]++];
            }
        }
        List<String> levels =
                IntStream.range(0, shares.length).mapToObj(l -> "level " + l).toList();
        return new CategoryColumn("Column", codes, levels);
    }
}
