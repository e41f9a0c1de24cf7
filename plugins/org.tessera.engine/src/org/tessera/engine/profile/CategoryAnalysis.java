package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Contingency table of a categorical column by groups: the shares of the categories in each group, and Cramér's V as
 * the strength of the association with the segments. O(n + k l) for l categories.
 */
final class CategoryAnalysis {

    private final CategoryColumn column;
    private final Grouping grouping;
    private final int[][] counts;
    private final int[] perLevel;
    private final int[] perGroup;

    private CategoryAnalysis(CategoryColumn column, Grouping grouping, CancellationCheck cancellation) {
        this.column = column;
        this.grouping = grouping;
        this.counts = new int[grouping.count()][column.levels().size()];
        this.perLevel = new int[column.levels().size()];
        this.perGroup = new int[grouping.count()];
        for (int i = 0; i < grouping.rows(); i++) {
            cancellation.step();
            int code = column.codes()[grouping.row(i)];
            if (code != CategoryColumn.MISSING) {
                counts[grouping.group(i)][code]++;
                perLevel[code]++;
                perGroup[grouping.group(i)]++;
            }
        }
    }

    /** Analyzes a column; profiles list at most so many categories. */
    static ColumnAnalysis of(CategoryColumn column, Grouping grouping, int levels, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        CategoryAnalysis analysis = new CategoryAnalysis(column, grouping, cancellation);
        List<Integer> top = topLevels(column, analysis.perLevel, levels, cancellation);
        List<ColumnProfile> profiles = new ArrayList<>();
        for (int g = 0; g < grouping.count(); g++) {
            profiles.add(analysis.profile(g, top));
        }
        double v = analysis.cramersV();
        return new ColumnAnalysis(profiles, new Driver(column.name(), Driver.CRAMERS_V, v, v, 0));
    }

    /** The most frequent levels that occur, by decreasing count and then by name. */
    static List<Integer> topLevels(CategoryColumn column, int[] perLevel, int limit, CancellationCheck cancellation) {
        Comparator<Integer> order = Comparator.comparingInt((Integer level) -> -perLevel[level])
                .thenComparing(level -> column.levels().get(level));
        return IntStream.range(0, perLevel.length)
                .filter(level -> perLevel[level] > 0)
                .boxed()
                .sorted((a, b) -> {
                    cancellation.step();
                    return order.compare(a, b);
                })
                .limit(limit)
                .toList();
    }

    private ColumnProfile profile(int group, List<Integer> top) {
        double all = 0;
        for (int count : perGroup) {
            all += count;
        }
        List<CategoryProfile.LevelShare> shares = new ArrayList<>();
        for (int level : top) {
            int count = counts[group][level];
            shares.add(new CategoryProfile.LevelShare(
                    column.levels().get(level), count, (double) count / perGroup[group], perLevel[level] / all));
        }
        double missing = grouping.missingShare(group, perGroup[group]);
        return new CategoryProfile(column.name(), perGroup[group], missing, shares, 0);
    }

    /**
     * Cramér's V with the bias correction of Bergsma (2013), noise left out; 0 for fewer than 2 segments or categories.
     */
    private double cramersV() {
        int k = grouping.segments();
        double[] levelSums = new double[perLevel.length];
        double n = 0;
        int rows = 0;
        for (int g = 0; g < k; g++) {
            n += perGroup[g];
            rows += perGroup[g] > 0 ? 1 : 0;
            for (int level = 0; level < perLevel.length; level++) {
                levelSums[level] += counts[g][level];
            }
        }
        int columns = (int) IntStream.range(0, levelSums.length)
                .filter(level -> levelSums[level] > 0)
                .count();
        if (rows < 2 || columns < 2) {
            return 0;
        }
        double phi = chiSquare(levelSums, n) / n;
        double corrected = Math.max(0, phi - (columns - 1.0) * (rows - 1.0) / (n - 1));
        double r = rows - (rows - 1.0) * (rows - 1.0) / (n - 1);
        double c = columns - (columns - 1.0) * (columns - 1.0) / (n - 1);
        double smaller = Math.min(r, c) - 1;
        return smaller <= 0 ? 0 : Math.min(1, Math.sqrt(corrected / smaller));
    }

    /** Pearson's chi-squared statistic of the segments. */
    private double chiSquare(double[] levelSums, double n) {
        double sum = 0;
        for (int g = 0; g < grouping.segments(); g++) {
            for (int level = 0; level < levelSums.length; level++) {
                double expected = levelSums[level] * perGroup[g] / n;
                if (expected > 0) {
                    double difference = counts[g][level] - expected;
                    sum += difference * difference / expected;
                }
            }
        }
        return sum;
    }
}
