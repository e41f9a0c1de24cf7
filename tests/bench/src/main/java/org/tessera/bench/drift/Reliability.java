package org.tessera.bench.drift;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * How often a segment is the planted one, against what a mixture says of it, on customers that it was not fitted to. Three
 * planted segments of equal size.
 */
final class Reliability {

    /** Lower bounds of the groups of customers by what is said of them. */
    static final double[] GROUPS = {0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99};

    private static final int SEGMENTS = 3;
    private static final int NUMBERS = 5;
    private static final int CATEGORY_COLUMNS = 6;
    private static final double SPREAD = 1.1;
    private static final double TYPICAL = 0.6;

    /** What is planted. */
    enum Kind {
        NUMBERS_ONLY,
        CATEGORIES_ONLY
    }

    private final long[] count = new long[GROUPS.length];
    private final long[] right = new long[GROUPS.length];
    private final double[] said = new double[GROUPS.length];

    private Reliability() {}

    static Reliability of(Kind kind, boolean probability, int tables, int n) {
        Reliability reliability = new Reliability();
        for (int t = 0; t < tables; t++) {
            reliability.add(kind, probability, n, RandomStream.of(t, kind.ordinal()));
        }
        return reliability;
    }

    private void add(Kind kind, boolean probability, int n, RandomStream random) {
        RunContext run = RunContext.of(1);
        int[] planted = IntStream.range(0, 2 * n).map(i -> i % SEGMENTS).toArray();
        CustomerTable table = kind == Kind.NUMBERS_ONLY ? numbers(planted, random) : categories(planted, random);
        int[] training = IntStream.range(0, n).toArray();
        int[] rest = IntStream.range(n, 2 * n).toArray();
        Preparation preparation =
                Preparer.with(PreparationOptions.defaults()).fit(select(table, training), Set.of(), run);
        Matrix x = preparation.apply(select(table, training), run).features();
        ClusterModel model = Algorithms.GAUSSIAN_MIXTURE
                .clusterer(GaussianMixtureOptions.defaults().withComponents(SEGMENTS))
                .fit(x, run)
                .model();
        Matrix y = preparation.apply(select(table, rest), run).features();
        Assignment assignment = Assigner.assign(model, y, run);
        int[] meant = majority(assignment.segments(), planted, rest, model.segments());
        for (int i = 0; i < rest.length; i++) {
            double value =
                    probability ? assignment.probabilities()[i] : assignment.confidences()[i];
            int group = GROUPS.length - 1;
            while (value < GROUPS[group]) {
                group--;
            }
            count[group]++;
            said[group] += value;
            right[group] += meant[assignment.segments()[i]] == planted[rest[i]] ? 1 : 0;
        }
    }

    /** The planted segment that most customers of each found one are of. */
    private static int[] majority(int[] found, int[] planted, int[] rows, int segments) {
        int[][] counts = new int[segments][SEGMENTS];
        for (int i = 0; i < rows.length; i++) {
            counts[found[i]][planted[rows[i]]]++;
        }
        int[] majority = new int[segments];
        for (int s = 0; s < segments; s++) {
            for (int p = 1; p < SEGMENTS; p++) {
                majority[s] = counts[s][p] > counts[s][majority[s]] ? p : majority[s];
            }
        }
        return majority;
    }

    private static CustomerTable select(CustomerTable table, int[] rows) {
        return new CustomerTable(
                rows.length, table.columns().stream().map(c -> c.select(rows)).toList());
    }

    private static CustomerTable numbers(int[] planted, RandomStream random) {
        Column[] columns = new Column[NUMBERS];
        for (int j = 0; j < NUMBERS; j++) {
            double[] centers = IntStream.range(0, SEGMENTS)
                    .mapToDouble(s -> SPREAD * random.nextGaussian())
                    .toArray();
            double[] values = Arrays.stream(planted)
                    .mapToDouble(s -> centers[s] + random.nextGaussian())
                    .toArray();
            columns[j] = new NumericColumn("x" + j, values, false);
        }
        return new CustomerTable(planted.length, List.of(columns));
    }

    /** Every segment has a typical category in each column. */
    private static CustomerTable categories(int[] planted, RandomStream random) {
        Column[] columns = new Column[CATEGORY_COLUMNS];
        for (int j = 0; j < CATEGORY_COLUMNS; j++) {
            int[] codes = Arrays.stream(planted)
                    .map(s -> random.nextDouble() < TYPICAL ? s : random.nextInt(SEGMENTS))
                    .toArray();
            columns[j] = new CategoryColumn("c" + j, codes, List.of("a", "b", "c"));
        }
        return new CustomerTable(planted.length, List.of(columns));
    }

    long count(int group) {
        return count[group];
    }

    /** What was said on average. */
    double said(int group) {
        return said[group] / count[group];
    }

    /** How often it was right. */
    double right(int group) {
        return right[group] / (double) count[group];
    }
}
