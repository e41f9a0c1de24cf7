package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.profile.Fact.Kind;
import org.tessera.engine.profile.Fact.Source;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Contingency table of a categorical column by groups: the shares of the categories in each group, what they say of it,
 * and Cramér's V as the strength of the association with the segments. O(n + k l) for l categories.
 */
final class CategoryAnalysis {

    /** Ratio of effects that makes another category worth its word. */
    private static final double WORTH = 1.1;

    /** Effects up to here are equal. */
    private static final double TOLERANCE = 1e-9;

    private final int index;
    private final CategoryColumn column;
    private final int[][] counts;
    private final int[] perLevel;
    private final int[] perGroup;
    private final int total;
    private final MissingAnalysis missing;
    private final List<Integer> byFrequency;

    private CategoryAnalysis(int index, CategoryColumn column, Grouping grouping, CancellationCheck cancellation) {
        this.index = index;
        this.column = column;
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
        total = Arrays.stream(perGroup).sum();
        missing = MissingAnalysis.of(index, perGroup, grouping);
        byFrequency = topLevels(column, perLevel, Integer.MAX_VALUE, cancellation);
    }

    /** Analyzes a column by its index among all. */
    static ColumnAnalysis of(
            int index, CategoryColumn column, Grouping grouping, ProfileOptions options, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        CategoryAnalysis analysis = new CategoryAnalysis(index, column, grouping, cancellation);
        List<Optional<LevelUnion>> strongest = IntStream.range(0, grouping.count())
                .mapToObj(analysis::strongest)
                .toList();
        List<Integer> listed = analysis.listed(strongest, options);
        List<ColumnProfile> profiles = new ArrayList<>();
        List<List<Fact>> facts = new ArrayList<>();
        for (int g = 0; g < grouping.count(); g++) {
            ColumnProfile profile = analysis.profile(g, listed);
            int group = g;
            profiles.add(profile);
            facts.add(Stream.concat(
                            strongest.get(g).stream().map(u -> analysis.fact(group, u, profile)),
                            analysis.missing.fact(g, profile).stream())
                    .toList());
        }
        int[][] table = Arrays.copyOf(analysis.counts, grouping.segments());
        double v = Contingency.cramersV(table);
        Driver driver = analysis.missing.strongest(
                new Driver(column.name(), Driver.CRAMERS_V, v, v, Contingency.cramersVInterval(table)));
        return new ColumnAnalysis(profiles, driver, facts);
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

    /** The most frequent levels, and those that say something of a group. */
    private List<Integer> listed(List<Optional<LevelUnion>> strongest, ProfileOptions options) {
        Set<Integer> listed = strongest.stream()
                .flatMap(Optional::stream)
                .filter(union -> union.score() >= options.minimumEffect())
                .flatMap(union -> union.codes().stream())
                .collect(Collectors.toSet());
        listed.addAll(byFrequency.subList(0, Math.min(options.levels(), byFrequency.size())));
        return byFrequency.stream().filter(listed::contains).toList();
    }

    private ColumnProfile profile(int group, List<Integer> listed) {
        List<CategoryProfile.LevelShare> shares = new ArrayList<>();
        for (int level : listed) {
            int count = counts[group][level];
            shares.add(new CategoryProfile.LevelShare(
                    column.levels().get(level),
                    count,
                    (double) count / perGroup[group],
                    perLevel[level] / (double) total,
                    Interval.ofShare(count, perGroup[group], perLevel[level], total)));
        }
        return new CategoryProfile(
                column.name(),
                perGroup[group],
                missing.share(group),
                missing.overall(),
                missing.interval(group),
                shares,
                0);
    }

    private double effect(int group, int inside, int all) {
        return Fact.effect((double) inside / perGroup[group], (double) all / total);
    }

    private Fact fact(int group, LevelUnion union, ColumnProfile profile) {
        List<Integer> codes = union.codes().stream().sorted().toList();
        List<String> names = CategoryFlags.positive(column, perLevel) < 0
                ? union.codes().stream().map(column.levels()::get).toList()
                : List.of();
        return new Fact(
                new Source(index, Kind.LEVELS, codes),
                profile,
                names,
                effect(group, union.inside(), union.all()),
                (double) union.inside() / perGroup[group],
                (double) union.all() / total,
                perGroup[group]);
    }

    /**
     * The categories by which a group differs most from all customers, with enough customers behind them; those that
     * are more frequent in it where both say the same. The score is the absolute effect.
     */
    private Optional<LevelUnion> strongest(int group) {
        if (perGroup[group] == 0) {
            return Optional.empty();
        }
        int flag = CategoryFlags.positive(column, perLevel);
        if (flag >= 0) {
            int inside = counts[group][flag];
            double effect = Math.abs(effect(group, inside, perLevel[flag]));
            return Optional.of(new LevelUnion(List.of(flag), inside, perLevel[flag], effect))
                    .filter(union -> effect > 0 && isOffered(group, union));
        }
        Optional<LevelUnion> more = union(group, 1);
        Optional<LevelUnion> less = union(group, -1);
        return less.isPresent() && worth(less) > worth(more) + TOLERANCE ? less : more;
    }

    /** The score less what each further category costs. */
    private static double worth(Optional<LevelUnion> union) {
        return union.map(u -> u.score() / Math.pow(WORTH, u.codes().size() - 1.0))
                .orElse(0.0);
    }

    private Optional<LevelUnion> union(int group, int sign) {
        int base = perGroup[group];
        List<Integer> candidates = byFrequency.stream()
                .filter(l -> sign * effect(group, counts[group][l], perLevel[l]) > 0)
                .filter(l -> (sign > 0 ? counts[group][l] : perLevel[l]) >= Math.min(Fact.MIN_CUSTOMERS, base))
                .toList();
        LevelUnion union = LevelUnion.grow(
                counts[group],
                perLevel,
                candidates,
                (inside, all) -> sign * effect(group, inside, all),
                new LevelUnion.Limits(WORTH, 0, total / 2));
        return Optional.of(union).filter(u -> u.score() > 0 && isOffered(group, u));
    }

    private boolean isOffered(int group, LevelUnion union) {
        return Fact.isOffered(union.inside(), perGroup[group], union.all(), total);
    }
}
