package org.tessera.engine.prep.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.KeySort;
import org.tessera.engine.run.RunContext;

/**
 * Finds numeric columns that are rising or falling functions of another one: a logarithm or another power, other units
 * rounded to whole numbers, the year of a date. Equal numbers of the one have equal numbers of the other, the order of the
 * rows by the one is their order, or the reverse, by the other, and the numbers are a linear function of the other's or
 * of its logarithm, square, root or reciprocal, up to the last decimal with which they are written. Two columns that are
 * but sorted alike stay. Of two columns that determine each other the first in the
 * table's order stays, otherwise the finer one. A column with missing cells can be determined by one that has a number in
 * all rows in which it has one, but not the reverse.
 *
 * <p>A relation counts if columns that know nothing of each other would show it with a probability of at most 1e-9, which
 * takes three different values and, for n values in groups of n_v equal ones, 2 prod(n_v!) / n! arrangements.
 *
 * <p>O(c n log n + c g) for c columns in groups of g, at most {@value #GROUP} consecutive ones, which are compared on
 * {@value #SAMPLE} rows first; what holds there is verified on all of them. The result does not depend on the order of the
 * rows.
 */
public final class MonotoneRelations {

    /** Columns that are compared with each other. */
    static final int GROUP = LinearRelations.GROUP;

    /** Rows on which columns are compared first. */
    static final int SAMPLE = 256;

    private static final int MIN_DISTINCT = 3;
    private static final double EXACT = 1e-6;
    private static final List<DoubleUnaryOperator> POWERS =
            List.of(x -> x, Math::log, Math::log1p, Math::exp, x -> x * x, Math::sqrt, x -> 1 / x);
    private static final double LOG_CHANCE = Math.log(1e-9);

    private final RunContext run;

    private MonotoneRelations(RunContext run) {
        this.run = run;
    }

    /**
     * Finds the columns that another one determines.
     *
     * @param columns finite numeric columns, in the table's order
     * @param keep names of columns that are not to be determined
     * @param run cancel, threads
     * @return per determined column the relation as a predicate, such as "is a rising function of 'a'"
     */
    public static Map<String, String> find(List<NumericColumn> columns, Set<String> keep, RunContext run) {
        List<NumericColumn> ordered = new ArrayList<>(columns);
        ordered.sort(Comparator.comparing(c -> !keep.contains(c.name())));
        Map<String, String> found = new LinkedHashMap<>();
        for (int from = 0; from < ordered.size(); from += GROUP) {
            List<NumericColumn> group = ordered.subList(from, Math.min(ordered.size(), from + GROUP));
            String[] relations = new MonotoneRelations(run).relations(group, keep);
            for (int c = 0; c < relations.length; c++) {
                if (relations[c] != null) {
                    found.put(group.get(c).name(), relations[c]);
                }
            }
        }
        return found;
    }

    private String[] relations(List<NumericColumn> group, Set<String> keep) {
        Sample[] samples = new Sample[group.size()];
        run.forBlocks(samples.length, c -> samples[c] = Sample.of(group.get(c), run));
        String[] relations = new String[samples.length];
        boolean[] stays = new boolean[samples.length];
        // Finer columns first, so that the one that is named stays; the sort keeps the table's order among equals.
        List<Integer> finest = new ArrayList<>();
        for (int c = 0; c < samples.length; c++) {
            finest.add(c);
        }
        finest.sort(Comparator.<Integer, Boolean>comparing(
                        c -> !keep.contains(group.get(c).name()))
                .thenComparing(c -> -samples[c].known())
                .thenComparing(c -> -samples[c].distinct()));
        for (int c : finest) {
            run.checkCanceled();
            relations[c] = keep.contains(group.get(c).name()) ? null : relation(c, group, samples, stays);
            stays[c] = relations[c] == null;
        }
        return relations;
    }

    /** The relation of a column with the first of those that stay, or null. */
    private String relation(int column, List<NumericColumn> group, Sample[] samples, boolean[] stays) {
        NumericColumn determined = group.get(column);
        for (int by = 0; by < stays.length; by++) {
            if (stays[by] && samples[column].distinct() >= MIN_DISTINCT) {
                for (int sign = 1; sign >= -1; sign -= 2) {
                    if (samples[by].orders(samples[column], sign)
                            && isFunction(group.get(by).values(), determined.values(), sign)) {
                        return "is a " + (sign > 0 ? "rising" : "falling") + " function of '"
                                + group.get(by).name() + "'";
                    }
                }
            }
        }
        return null;
    }

    /**
     * Whether numbers are a rising (sign 1) or falling (sign -1) function of others in all rows that have them, and not by
     * chance. Then, and only then, the number beside any x is that at the place of x when both are sorted. O(n log n).
     */
    private boolean isFunction(double[] by, double[] determined, int sign) {
        double[] x = new double[by.length];
        double[] y = new double[by.length];
        int n = 0;
        for (int i = 0; i < by.length; i++) {
            if (!Double.isNaN(determined[i])) {
                if (Double.isNaN(by[i])) {
                    return false;
                }
                x[n] = by[i] + 0.0;
                y[n++] = sign * determined[i] + 0.0;
            }
        }
        x = Arrays.copyOf(x, n);
        y = Arrays.copyOf(y, n);
        double[] sortedX = x.clone();
        double[] sortedY = y.clone();
        KeySort.sort(sortedX, run);
        KeySort.sort(sortedY, run);
        if (!isBeyondChance(sortedY)) {
            return false;
        }
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int i = 0; i < n; i++) {
            cancellation.step();
            if (sortedY[Arrays.binarySearch(sortedX, x[i])] != y[i]) {
                return false;
            }
        }
        return isConstantInTies(sortedX, sortedY)
                && POWERS.stream().anyMatch(power -> isLinear(power, sortedX, sortedY));
    }

    /**
     * Whether numbers are a linear function of a power of others, fitted by least squares, up to their last decimal or
     * the rounding of doubles. O(n).
     */
    private static boolean isLinear(DoubleUnaryOperator power, double[] x, double[] y) {
        int n = x.length;
        double[] p = Arrays.stream(x).map(power).toArray();
        double meanP = mean(p);
        double meanY = mean(y);
        double products = 0;
        double squaresP = 0;
        double squaresY = 0;
        for (int i = 0; i < n; i++) {
            products += (p[i] - meanP) * (y[i] - meanY);
            squaresP += (p[i] - meanP) * (p[i] - meanP);
            squaresY += (y[i] - meanY) * (y[i] - meanY);
        }
        double slope = products / squaresP;
        double tolerance = NumberSketch.unit(y) + EXACT * Math.sqrt(squaresY / n);
        for (int i = 0; i < n; i++) {
            if (!(Math.abs(y[i] - meanY - slope * (p[i] - meanP)) <= tolerance)) {
                return false;
            }
        }
        return true;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static boolean isConstantInTies(double[] sortedX, double[] sortedY) {
        for (int i = 1; i < sortedX.length; i++) {
            if (sortedX[i] == sortedX[i - 1] && sortedY[i] != sortedY[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** Whether there are so many arrangements of the numbers that chance explains none. O(n). */
    private static boolean isBeyondChance(double[] sorted) {
        double logChance = Math.log(2);
        int distinct = 0;
        int equal = 0;
        for (int i = 0; i < sorted.length; i++) {
            boolean repeats = i > 0 && sorted[i] == sorted[i - 1];
            distinct += repeats ? 0 : 1;
            equal = repeats ? equal + 1 : 1;
            logChance += Math.log(equal) - Math.log(i + 1.0);
        }
        return distinct >= MIN_DISTINCT && logChance <= LOG_CHANCE;
    }

    /**
     * Some rows of a column, the same ones of every column.
     *
     * @param values their numbers
     * @param order the rows with a number, ascending by it
     * @param distinct the different numbers of all rows
     * @param known the numbers of all rows
     */
    private record Sample(double[] values, int[] order, int distinct, int known) {

        static Sample of(NumericColumn column, RunContext run) {
            double[] all = column.values();
            int m = Math.min(SAMPLE, all.length);
            double[] values = new double[m];
            List<Integer> rows = new ArrayList<>();
            for (int i = 0; i < m; i++) {
                values[i] = all[(int) (i * (long) all.length / m)];
                if (!Double.isNaN(values[i])) {
                    rows.add(i);
                }
            }
            rows.sort(Comparator.comparingDouble(i -> values[i]));
            double[] sorted = Arrays.stream(all)
                    .filter(v -> !Double.isNaN(v))
                    .map(v -> v + 0.0)
                    .toArray();
            KeySort.sort(sorted, run);
            return new Sample(
                    values,
                    rows.stream().mapToInt(Integer::intValue).toArray(),
                    WholeNumbers.distinct(sorted),
                    sorted.length);
        }

        /** Whether the order of these rows is, or for sign -1 is the reverse of, that of another column's numbers. */
        boolean orders(Sample other, int sign) {
            double last = Double.NEGATIVE_INFINITY;
            double x = Double.NEGATIVE_INFINITY;
            for (int i : order) {
                double y = sign * other.values[i];
                if (!Double.isNaN(y)) {
                    if (y < last || (y > last && values[i] <= x)) {
                        return false;
                    }
                    last = y;
                    x = values[i];
                }
            }
            return true;
        }
    }
}
