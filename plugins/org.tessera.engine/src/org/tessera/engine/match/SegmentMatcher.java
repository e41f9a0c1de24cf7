package org.tessera.engine.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.match.Transition.Kind;
import org.tessera.engine.match.Transition.Size;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.run.RunContext;

/**
 * Matches earlier with present segments by the transitions of MONIC (Spiliopoulou et al. 2006, <a
 * href="https://doi.org/10.1145/1150402.1150491">doi:10.1145/1150402.1150491</a>): which survived, split, merged,
 * vanished or appeared, which grew, shrank or moved.
 *
 * <p>Common customers tell. Where it is known in which earlier segment each customer was, those are the common ones
 * ({@link #byCustomers}). Otherwise the earlier model assigns today's customers ({@link #byPlace}), and places decide
 * what assignments cannot: a new group of customers is assigned to the earlier segments next to it, but is no part of
 * them. Of the present segments with a part of an earlier one's customers those count whose common mean is nearest to
 * the earlier center, and a segment that has moved farther than half the way to the next earlier center is another one.
 *
 * <p>O(n d + k l d) time after the assignment. Deterministic; independent of the order of the customers but for rounding.
 */
public final class SegmentMatcher {

    /** An earlier segment has vanished where today's customers have less than this part of its share. */
    private static final double VANISHED = 0.2;

    private final Migration migration;
    private final Labels before;
    private final MatchOptions options;
    private final Optional<Places> places;
    private final int known;
    private final List<List<Integer>> successors = new ArrayList<>();
    private final double[] overlaps;

    private SegmentMatcher(Migration migration, Labels before, Optional<Places> places, MatchOptions options) {
        this.migration = migration;
        this.before = before;
        this.options = options;
        this.places = places;
        known = migration.known();
        overlaps = new double[migration.earlierSegments()];
    }

    /**
     * Matches by customers whose earlier segments are known.
     *
     * @param before the earlier segments of all customers there were then
     * @param earlier per customer of today the earlier segment, 0 to k - 1, noise or {@link Migration#NEW}
     * @param present today's segments
     * @param options thresholds
     * @return what became of the segments
     */
    public static Matching byCustomers(Labels before, int[] earlier, Labels present, MatchOptions options) {
        Migration migration = Migration.of(earlier, before.segments(), present);
        return new SegmentMatcher(migration, before, Optional.empty(), options).match();
    }

    /**
     * Matches by the segments that the earlier model gives to today's customers.
     *
     * @param model the earlier segments
     * @param before the earlier segments of all customers there were then
     * @param earlier per customer of today the segment that the earlier model assigns
     * @param x n x d features of today's customers, made by the earlier preparation
     * @param present today's segments of the same customers
     * @param options thresholds
     * @param run cancel
     * @return what became of the segments
     */
    public static Matching byPlace(
            ClusterModel model,
            Labels before,
            int[] earlier,
            Matrix x,
            Labels present,
            MatchOptions options,
            RunContext run) {
        Migration migration = Migration.of(earlier, model.segments(), present);
        Places places = Places.of(model, earlier, present, x, run);
        return new SegmentMatcher(migration, before, Optional.of(places), options).match();
    }

    private Matching match() {
        int k = migration.earlierSegments();
        for (int i = 0; i < k; i++) {
            successors.add(successors(i));
        }
        for (int i = 0; i < k; i++) {
            successors.set(i, withoutSurvivorsOfOthers(i));
        }
        List<Transition> transitions = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            transition(i).ifPresent(transitions::add);
        }
        for (int j = 0; j < migration.presentSegments(); j++) {
            if (earlierOf(j).isEmpty() && migration.ofPresent(j) > 0) {
                transitions.add(new Transition(
                        Kind.APPEARS,
                        List.of(),
                        List.of(j),
                        Double.NaN,
                        Double.NaN,
                        Size.SAME,
                        Double.NaN,
                        Double.NaN));
            }
        }
        return new Matching(migration, transitions, identities());
    }

    /** The present segments that an earlier one became, by decreasing number of its customers; none if it vanished. */
    private List<Integer> successors(int segment) {
        List<Integer> parts = IntStream.range(0, migration.presentSegments())
                .filter(j -> migration.overlap(segment, j) >= options.part() && chance(segment, j) <= options.level())
                .boxed()
                .sorted(Comparator.comparingInt(j -> -migration.counts()[segment][j]))
                .toList();
        if (parts.isEmpty() || hasVanished(segment)) {
            return List.of();
        }
        List<Integer> own = places.map(p -> nearest(p, segment, parts)).orElse(parts);
        int strangers = count(segment, parts) - count(segment, own);
        overlaps[segment] = count(segment, own) / (double) (migration.ofEarlier(segment) - strangers);
        boolean moved = places.isPresent()
                && places.get().ofParts(segment, own) > places.get().toNearest(segment) / 2;
        return overlaps[segment] < options.overlap() || moved ? List.of() : own;
    }

    private boolean hasVanished(int segment) {
        int found = migration.ofEarlier(segment);
        int all = before.size() + known;
        double expected = before.sizeOf(segment) / (double) before.size() * known;
        return found == 0
                || found < VANISHED * expected
                        && 1 - Chance.atLeast(all, known, before.sizeOf(segment) + found, found + 1) <= options.level();
    }

    /** Of the parts of a segment those whose common mean is nearest to where it was. */
    private static List<Integer> nearest(Places places, int segment, List<Integer> parts) {
        List<Integer> best = parts;
        for (int set = 1; set < 1 << parts.size(); set++) {
            int chosen = set;
            List<Integer> some = IntStream.range(0, parts.size())
                    .filter(p -> (chosen >> p & 1) == 1)
                    .mapToObj(parts::get)
                    .toList();
            if (places.ofParts(segment, some) < places.ofParts(segment, best)) {
                best = some;
            }
        }
        return best;
    }

    /** Where customers of a segment went to the one that another became, they moved; the segment is not split. */
    private List<Integer> withoutSurvivorsOfOthers(int segment) {
        List<Integer> own = successors.get(segment).stream()
                .filter(j -> IntStream.range(0, successors.size())
                        .noneMatch(i -> i != segment && successors.get(i).equals(List.of(j))))
                .toList();
        return successors.get(segment).size() < 2
                        || count(segment, own) < options.overlap() * migration.ofEarlier(segment)
                ? successors.get(segment)
                : own;
    }

    private Optional<Transition> transition(int segment) {
        List<Integer> present = successors.get(segment);
        if (present.isEmpty()) {
            return Optional.of(new Transition(
                    Kind.VANISHES,
                    List.of(segment),
                    List.of(),
                    overlaps[segment],
                    Double.NaN,
                    Size.SAME,
                    Double.NaN,
                    Double.NaN));
        }
        if (present.size() > 1) {
            return Optional.of(linked(Kind.SPLITS, List.of(segment), present));
        }
        List<Integer> together = earlierOf(present.get(0)).stream()
                .filter(i -> successors.get(i).equals(present))
                .toList();
        if (together.size() == 1) {
            return Optional.of(linked(Kind.SURVIVES, together, present));
        }
        return together.get(0) == segment ? Optional.of(linked(Kind.MERGES, together, present)) : Optional.empty();
    }

    private Transition linked(Kind kind, List<Integer> earlier, List<Integer> present) {
        int then = earlier.stream().mapToInt(before::sizeOf).sum();
        int now = present.stream().mapToInt(migration::ofPresent).sum();
        double growth = now / (double) migration.total() / (then / (double) before.size());
        boolean changed = Math.abs(growth - 1) >= options.change()
                && Chance.asFar(before.size() + migration.total(), migration.total(), then + now, now)
                        <= options.level();
        double common = earlier.stream()
                .mapToDouble(i -> overlaps[i] * migration.ofEarlier(i))
                .sum();
        double found = earlier.stream().mapToInt(migration::ofEarlier).sum();
        double chance = earlier.stream()
                .flatMapToDouble(i -> present.stream().mapToDouble(j -> chance(i, j)))
                .max()
                .orElseThrow();
        double shift = kind == Kind.SURVIVES && places.isPresent()
                ? places.get().shift(earlier.get(0), present.get(0))
                : Double.NaN;
        Size size = growth > 1 ? Size.GROWS : Size.SHRINKS;
        return new Transition(
                kind, earlier, present, common / found, chance, changed ? size : Size.SAME, growth, shift);
    }

    private List<Integer> earlierOf(int present) {
        return IntStream.range(0, successors.size())
                .filter(i -> successors.get(i).contains(present))
                .boxed()
                .toList();
    }

    private int count(int segment, List<Integer> parts) {
        return parts.stream().mapToInt(j -> migration.counts()[segment][j]).sum();
    }

    private double chance(int segment, int present) {
        int ofPresent = migration.ofPresent(present) - migration.counts()[migration.earlierSegments() + 1][present];
        double pairs = migration.earlierSegments() * (double) migration.presentSegments();
        int common = migration.counts()[segment][present];
        return Math.min(1, pairs * Chance.atLeast(known, migration.ofEarlier(segment), ofPresent, common));
    }

    /** Of linked segments the pairs, one to one, that have the most customers in common. */
    private int[] identities() {
        double[][] common = new double[migration.presentSegments()][migration.earlierSegments()];
        for (int i = 0; i < successors.size(); i++) {
            for (int j : successors.get(i)) {
                common[j][i] = migration.counts()[i][j];
            }
        }
        return OptimalAssignment.ofLargestWeight(common);
    }
}
