package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.profile.RuleCandidates.Candidate;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Exhaustive search for the rule of a segment with the best score ({@link RuleScore}) among all conjunctions of conditions
 * ({@link RuleCandidates}) on different columns, by branch and bound: depth first, with every set of conditions visited once
 * in the order of OPUS (Webb 1995, doi:10.1613/jair.227), a rule extended only by conditions before which it is better, and
 * not at all where an optimistic bound ({@link RuleBound}) is not above the best score so far. Conditions are sets of bits.
 *
 * <p>Limits: the {@value #MAX_COLUMNS} columns whose single conditions score best, and about {@value #MAX_WORK} operations, of
 * all segments together {@value #MAX_WORK_OF_ALL}, after a greedy start and in the order of the search, so that the result does not depend on time; {@link #isComplete()} says
 * whether they were enough. Equal rules: the first found.
 */
final class RuleSearch {

    /** Largest number of columns that are searched. */
    static final int MAX_COLUMNS = 20;
    /** Words of bits that are counted at most per segment, some tenths of a second. */
    private static final long MAX_WORK = 200_000_000;
    /** The same for all segments together. */
    private static final long MAX_WORK_OF_ALL = 1_000_000_000;
    /** What comparing a rule and bounding its extensions take beside counting, in words. */
    private static final int USUAL_WORK = 40;

    /** Greedy searches before the exhaustive one. */
    private static final int STARTS = 8;

    private static final double TOLERANCE = 1e-12;

    private final RuleSample sample;
    private final RuleScore score;
    private final int most;
    private final List<Candidate> candidates = new ArrayList<>();
    private final CancellationCheck cancellation;
    private final long[] everyone;
    private long work;
    private double best = Double.NEGATIVE_INFINITY;
    private List<RuleCondition> rule = List.of();

    private RuleSearch(RuleSample sample, RuleScore score, int most, int segments, RunContext run) {
        this.sample = sample;
        this.score = score;
        this.most = most;
        work = Math.min(MAX_WORK, MAX_WORK_OF_ALL / segments);
        everyone = sample.everyone();
        cancellation = new CancellationCheck(run, sample.words() + USUAL_WORK);
    }

    /** A rule that is extended: its last condition, the rule before it, and who fulfills it. */
    private record Partial(Partial before, RuleCondition last, long[] bits, int out, int size, int length) {

        boolean uses(int column) {
            return last != null && (last.column() == column || before.uses(column));
        }

        List<RuleCondition> with(RuleCondition next) {
            List<RuleCondition> all = last == null ? new ArrayList<>() : before.with(last);
            all.add(next);
            return all;
        }
    }

    /**
     * Searches the best rule.
     *
     * @param sample the customers
     * @param candidates per column the conditions
     * @param score the score
     * @param most largest number of conditions, 1 to {@value ProfileOptions#MAX_RULE_CONDITIONS}
     * @param segments number of segments for which a rule is searched
     * @param run cancel
     */
    static RuleSearch of(
            RuleSample sample,
            List<List<Candidate>> candidates,
            RuleScore score,
            int most,
            int segments,
            RunContext run) {
        RuleSearch search = new RuleSearch(sample, score, most, segments, run);
        search.take(candidates);
        Partial nothing = new Partial(null, null, search.everyone, sample.outside(), 0, 0);
        int[] all = IntStream.range(0, search.candidates.size()).toArray();
        search.climb(nothing, all);
        search.expand(nothing, all);
        return search;
    }

    /** Takes the conditions of the best columns. */
    private void take(List<List<Candidate>> perColumn) {
        perColumn.stream()
                .filter(column -> !column.isEmpty())
                .sorted(Comparator.comparingDouble(column -> -column.stream()
                        .mapToDouble(c ->
                                score.f1(sample.insideOf(c.bits(), everyone), sample.outsideOf(c.bits(), everyone)))
                        .max()
                        .orElse(0)))
                .limit(MAX_COLUMNS)
                .forEach(candidates::addAll);
    }

    /** The best rule that was found, or an empty list if none counts. */
    List<RuleCondition> rule() {
        return rule;
    }

    /** The columns that are searched, increasing. */
    int[] columns() {
        return candidates.stream()
                .mapToInt(candidate -> candidate.condition().column())
                .distinct()
                .sorted()
                .toArray();
    }

    /** Its score, negative infinity if there is none. */
    double score() {
        return best;
    }

    /** Whether all rules within the limits were compared. */
    boolean isComplete() {
        return work > 0;
    }

    /** Greedy searches from the best conditions, so that the bound excludes much from the start. */
    private void climb(Partial nothing, int[] all) {
        double[] alone = Arrays.stream(all)
                .mapToDouble(id -> offer(nothing, candidates.get(id)))
                .toArray();
        int[] starts = Arrays.stream(all)
                .boxed()
                .sorted(Comparator.comparingDouble(id -> -alone[id]))
                .limit(STARTS)
                .mapToInt(id -> id)
                .toArray();
        for (int start : starts) {
            Partial partial = extended(nothing, candidates.get(start));
            while (partial.size < most) {
                Candidate next = null;
                double highest = 0;
                for (int id : all) {
                    Candidate candidate = candidates.get(id);
                    if (!partial.uses(candidate.condition().column())) {
                        double f1 = offer(partial, candidate);
                        next = f1 > highest + TOLERANCE ? candidate : next;
                        highest = Math.max(highest, f1);
                    }
                }
                if (next == null) {
                    break;
                }
                partial = extended(partial, next);
            }
        }
    }

    private Partial extended(Partial partial, Candidate by) {
        long[] bits = new long[everyone.length];
        for (int w = 0; w < bits.length; w++) {
            bits[w] = partial.bits[w] & by.bits()[w];
        }
        return new Partial(
                partial,
                by.condition(),
                bits,
                sample.outsideOf(bits, bits),
                partial.size + 1,
                partial.length + by.condition().length());
    }

    /** Compares a rule and one more condition with the best rule; its F1. */
    private double offer(Partial partial, Candidate candidate) {
        step();
        int in = sample.insideOf(partial.bits, candidate.bits());
        int out = sample.outsideOf(partial.bits, candidate.bits());
        offer(partial, candidate.condition(), in, out);
        return score.f1(in, out);
    }

    private void offer(Partial partial, RuleCondition condition, int in, int out) {
        double found = score.of(in, out, partial.length + condition.length());
        if (found > best + TOLERANCE) {
            best = found;
            rule = List.copyOf(partial.with(condition));
        }
    }

    private void step() {
        cancellation.step();
        work -= everyone.length + USUAL_WORK;
    }

    /** Compares all rules that extend a rule by some of the conditions. */
    private void expand(Partial partial, int[] by) {
        int[] ids = new int[by.length];
        int[] in = new int[by.length];
        int[] out = new int[by.length];
        int count = 0;
        for (int id : by) {
            Candidate candidate = candidates.get(id);
            RuleCondition condition = candidate.condition();
            if (work <= 0) {
                return;
            }
            if (partial.uses(condition.column())) {
                continue;
            }
            step();
            int inside = sample.insideOf(partial.bits, candidate.bits());
            if (score.bound(inside, 0, partial.length + condition.length()) <= best + TOLERANCE) {
                continue;
            }
            int outside = sample.outsideOf(partial.bits, candidate.bits());
            offer(partial, condition, inside, outside);
            if (outside < partial.out) {
                ids[count] = id;
                in[count] = inside;
                out[count++] = outside;
            }
        }
        if (partial.size + 1 < most) {
            extend(partial, new Extensions(ids, in, out, count));
        }
    }

    /** Conditions by which a rule may be extended, and the numbers of customers who fulfill it with each. */
    private record Extensions(int[] ids, int[] in, int[] out, int count) {}

    private void extend(Partial partial, Extensions by) {
        int more = most - partial.size - 1;
        int[] order = order(by);
        int[] before = new int[by.count];
        RuleBound bound = new RuleBound(
                score, least(), Arrays.stream(by.in, 0, by.count).max().orElse(0));
        for (int k = 0; k < by.count && work > 0; k++) {
            int i = order[k];
            Candidate candidate = candidates.get(by.ids[i]);
            int column = candidate.condition().column();
            int length = partial.length + candidate.condition().length();
            if (k > 0 && bound.of(column, by.in[i], by.out[i], length, more) > best + TOLERANCE) {
                expand(extended(partial, candidate), Arrays.copyOf(before, k));
            }
            bound.add(column, by.in[i], partial.out - by.out[i]);
            before[k] = by.ids[i];
        }
    }

    /** Fewest customers of the segment with whom a rule may still be better than the best one. */
    private int least() {
        double f1 = Math.max(0, best);
        int least = (int) Math.floor(f1 * sample.inside() / (2 - f1));
        return score.demanding() ? Math.max(least, (int) (Rule.GOAL * sample.inside())) : least;
    }

    /** Extensions by decreasing F1, equal ones in their order. */
    private int[] order(Extensions by) {
        long[] keys = new long[by.count];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) ((1 - score.f1(by.in[i], by.out[i])) * Integer.MAX_VALUE) << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
}
