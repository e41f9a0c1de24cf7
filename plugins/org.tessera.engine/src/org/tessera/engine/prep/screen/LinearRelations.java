package org.tessera.engine.prep.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Finds numeric columns that are exact linear functions of others: equal columns, multiples in other units, sums and
 * differences. Only columns with the same missing cells can determine one another.
 *
 * <p>Columns are taken in the table's order, those to be kept first. Each is projected on the ones before by Gram-Schmidt
 * with reorthogonalization, on sketches of the columns ({@link NumberSketch}), and a relation found is verified on all
 * rows, so that the order of the rows does not matter. It counts as exact if in every row the two sides differ by no more
 * than the rounding of the doubles or, where that is at most {@value #ROUNDED} of the standard deviation, of the decimals
 * with which the numbers are written. A column with R² = .999 is not determined.
 *
 * <p>O(n c + c m²) for c columns and groups of m, at most {@value #GROUP} consecutive columns with the same missing cells:
 * relations between columns of different groups are not found. A relation among so many columns that the rows could obey
 * it by chance does not count: 2 rows per column and 20 more are needed.
 */
public final class LinearRelations {

    /** Columns that are compared with each other. */
    static final int GROUP = 200;

    /** Columns that are compared for all patterns of missing cells together. */
    private static final int MAX_COMPARED = 10_000;

    /** Largest share of the standard deviation that rounding to decimals may be. */
    static final double ROUNDED = 1e-3;

    private static final int BUCKETS_PER_COLUMN = 4;
    private static final int MIN_BUCKETS = 256;
    private static final double MAX_VALUE = 1e100;
    private static final int ROWS_PER_TERM = 2;
    private static final int MORE_ROWS = 20;
    /** Residual, as a share of the column, below which a direction is nothing but rounding. */
    private static final double NO_DIRECTION = 1e-9;

    private static final double[] SMALLEST_TERMS = {1e-2, 1e-3, 1e-4, 1e-6};
    private static final double EXACT = 1e-9;

    private final Set<String> keep;
    private final RunContext run;

    private LinearRelations(Set<String> keep, RunContext run) {
        this.keep = keep;
        this.run = run;
    }

    /**
     * Finds the columns that others determine.
     *
     * @param columns finite numeric columns with spread, in the table's order
     * @param keep names of columns that are not to be determined
     * @param run cancel, threads
     * @return per determined column the relation as a predicate, such as "is the sum of 'a', 'b' and 'c'"
     */
    public static Map<String, String> find(List<NumericColumn> columns, Set<String> keep, RunContext run) {
        Map<MissingCells, List<NumericColumn>> same = bySameMissing(columns, run);
        Map<String, String> found = new LinkedHashMap<>();
        LinearRelations relations = new LinearRelations(keep, run);
        for (List<NumericColumn> group : same.values()) {
            for (int from = 0; from < group.size(); from += GROUP) {
                relations.addAll(group.subList(from, Math.min(group.size(), from + GROUP)), found);
            }
        }
        return found;
    }

    /**
     * Finds columns with missing cells that others, which have a number in every row in which they have one, determine
     * in these rows, such as a copy with holes, or the part of a total that is known for fewer customers than the total
     * and the other parts. In tables with many patterns of missing cells fewer columns are compared with each other.
     *
     * @param columns as for {@link #find}
     * @param keep names of columns that are not to be determined
     * @param run cancel, threads
     * @return per determined column the relation as a predicate
     */
    public static Map<String, String> findInKnownRows(List<NumericColumn> columns, Set<String> keep, RunContext run) {
        Map<MissingCells, List<NumericColumn>> same = bySameMissing(columns, run);
        int most = Math.min(GROUP, MAX_COMPARED / Math.max(1, same.size()));
        Map<String, String> found = new LinkedHashMap<>();
        for (Map.Entry<MissingCells, List<NumericColumn>> group : same.entrySet()) {
            MissingCells cells = group.getKey();
            List<NumericColumn> own = group.getValue();
            List<NumericColumn> others = new ArrayList<>();
            for (Map.Entry<MissingCells, List<NumericColumn>> fewer : same.entrySet()) {
                run.checkCanceled();
                if (others.size() + own.size() < most && fewer.getKey().areSomeOf(cells)) {
                    others.addAll(fewer.getValue());
                }
            }
            others.removeIf(c -> found.containsKey(c.name()));
            if (!others.isEmpty() && own.size() < most) {
                Set<String> stay = new HashSet<>(keep);
                others.forEach(c -> stay.add(c.name()));
                List<NumericColumn> compared =
                        new ArrayList<>(others.subList(0, Math.min(others.size(), most - own.size())));
                compared.addAll(own);
                compared.replaceAll(
                        c -> new NumericColumn(c.name(), cells.rest(c.values()), c.integral(), c.quantity()));
                new LinearRelations(stay, run).addAll(compared, found);
            }
        }
        return found;
    }

    private static Map<MissingCells, List<NumericColumn>> bySameMissing(List<NumericColumn> columns, RunContext run) {
        Map<MissingCells, List<NumericColumn>> same = new LinkedHashMap<>();
        for (NumericColumn column : columns) {
            run.checkCanceled();
            same.computeIfAbsent(MissingCells.of(column), m -> new ArrayList<>())
                    .add(column);
        }
        return same;
    }

    /** The rows in which a column has no number. */
    private record MissingCells(int[] rows) {

        static MissingCells of(NumericColumn column) {
            return new MissingCells(
                    IntStream.range(0, column.size()).filter(column::isMissing).toArray());
        }

        /** Whether these are some, but not all, of other missing cells. */
        boolean areSomeOf(MissingCells more) {
            int at = 0;
            for (int m = 0; m < more.rows.length && at < rows.length; m++) {
                if (more.rows[m] > rows[at]) {
                    return false;
                }
                at += more.rows[m] == rows[at] ? 1 : 0;
            }
            return at == rows.length && rows.length < more.rows.length;
        }

        /** The values of the other rows. */
        double[] rest(double[] values) {
            double[] rest = new double[values.length - rows.length];
            int at = 0;
            for (int i = 0; i < values.length; i++) {
                if (at < rows.length && rows[at] == i) {
                    at++;
                } else {
                    rest[i - at] = values[i];
                }
            }
            return rest;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof MissingCells m && Arrays.equals(rows, m.rows);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(rows);
        }
    }

    private void addAll(List<NumericColumn> group, Map<String, String> found) {
        if (group.size() < 2) {
            return;
        }
        int buckets = Math.max(MIN_BUCKETS, BUCKETS_PER_COLUMN * group.size());
        NumberSketch[] sketches = new NumberSketch[group.size()];
        run.forBlocks(group.size(), c -> sketches[c] = NumberSketch.of(group.get(c), buckets));
        List<NumberSketch> left = new ArrayList<>(List.of(sketches));
        left.removeIf(s -> !(s.sd() > 0 && s.largest() < MAX_VALUE));
        left.sort(Comparator.comparing(s -> !keep.contains(s.column().name())));
        int from = 0;
        while (from < left.size()) {
            from = addFirst(left, found);
        }
    }

    /**
     * Adds the determined columns up to the first that is not the last of its relation; that one is removed, and the
     * search has to begin again.
     */
    private int addFirst(List<NumberSketch> left, Map<String, String> found) {
        SketchBasis basis = new SketchBasis();
        for (int c = 0; c < left.size(); ) {
            run.checkCanceled();
            NumberSketch column = left.get(c);
            double residual = basis.project(column.sketch());
            boolean near =
                    residual <= 2 * ROUNDED && !keep.contains(column.column().name());
            LinearRelation relation = near ? exact(column, left, basis) : null;
            if (relation == null) {
                if (residual > NO_DIRECTION) {
                    basis.add(c);
                }
                c++;
                continue;
            }
            LinearRelation named = bestNamed(relation);
            found.put(named.column(), named.inWords());
            left.removeIf(s -> s.column().name().equals(named.column()));
            if (named != relation) {
                return 0;
            }
        }
        return left.size();
    }

    /** Solved for the total, if the relation is a sum of three or more, or of two in a column named as a total. */
    private LinearRelation bestNamed(LinearRelation relation) {
        if (relation.isSum()) {
            return relation;
        }
        for (int t = 0; t < relation.terms().size(); t++) {
            String name = relation.terms().get(t);
            LinearRelation other = relation.solvedFor(t);
            if (other.isSum() && !keep.contains(name) && (other.terms().size() > 2 || ColumnNames.isTotal(name))) {
                return other;
            }
        }
        return relation;
    }

    /** The relation that the projection suggests, if it is exact in every row; otherwise null. */
    private LinearRelation exact(NumberSketch column, List<NumberSketch> left, SketchBasis basis) {
        double[] weights = basis.weights();
        for (double smallest : SMALLEST_TERMS) {
            int[] terms = IntStream.range(0, weights.length)
                    .filter(b -> Math.abs(weights[b]) > smallest)
                    .toArray();
            int rows = column.column().size() - column.column().missing();
            if (terms.length > 0 && rows >= ROWS_PER_TERM * terms.length + MORE_ROWS) {
                NumberSketch[] sources = IntStream.of(terms)
                        .mapToObj(b -> left.get(basis.column(b)))
                        .toArray(NumberSketch[]::new);
                double[] raw = new double[terms.length];
                for (int t = 0; t < terms.length; t++) {
                    raw[t] = weights[terms[t]] * column.sd() / sources[t].sd();
                }
                LinearRelation relation = verified(column, sources, raw);
                if (relation != null) {
                    return relation;
                }
            }
        }
        return null;
    }

    private LinearRelation verified(NumberSketch column, NumberSketch[] sources, double[] raw) {
        double rounding = column.unit();
        double size = column.largest();
        for (int t = 0; t < raw.length; t++) {
            rounding += Math.abs(raw[t]) * sources[t].unit();
            size += Math.abs(raw[t]) * sources[t].largest();
        }
        double tolerance = EXACT * column.sd() + 16 * Math.ulp(size) + Math.min(rounding, ROUNDED * column.sd());
        double[] whole = new double[raw.length];
        for (int t = 0; t < raw.length; t++) {
            double nearest = Math.rint(raw[t]);
            boolean is = nearest != 0 && Math.abs(raw[t] - nearest) * sources[t].sd() <= tolerance;
            whole[t] = is ? nearest : raw[t];
        }
        LinearRelation relation = withOffset(column, sources, whole, tolerance);
        return relation == null && !Arrays.equals(whole, raw) ? withOffset(column, sources, raw, tolerance) : relation;
    }

    private LinearRelation withOffset(
            NumberSketch column, NumberSketch[] sources, double[] coefficients, double tolerance) {
        double offset = column.mean();
        for (int t = 0; t < coefficients.length; t++) {
            offset -= coefficients[t] * sources[t].mean();
        }
        double start = Math.abs(offset) <= tolerance ? 0 : offset;
        if (!holds(column, sources, coefficients, start, tolerance)) {
            return null;
        }
        List<String> names = Arrays.stream(sources).map(s -> s.column().name()).toList();
        return new LinearRelation(column.column().name(), names, coefficients, start);
    }

    private boolean holds(
            NumberSketch column, NumberSketch[] sources, double[] coefficients, double offset, double tolerance) {
        double[] values = column.column().values();
        CancellationCheck cancellation = new CancellationCheck(run);
        for (int i = 0; i < values.length; i++) {
            cancellation.step();
            double other = offset;
            for (int t = 0; t < sources.length; t++) {
                other += coefficients[t] * sources[t].column().values()[i];
            }
            if (Math.abs(values[i] - other) > tolerance) {
                return false;
            }
        }
        return true;
    }
}
