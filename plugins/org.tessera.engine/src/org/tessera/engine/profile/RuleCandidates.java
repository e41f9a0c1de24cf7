package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The conditions of which the exhaustive search makes rules for a segment. Numbers: from each threshold that leaves a share
 * of the segment of about {@link #LEFT_OUT} below it, below each that leaves as much above, and all intervals of both.
 * Categories: the {@value #LEVELS} that are most frequent in the segment compared with the others, and the {@value #LEVELS}
 * that are least, up to {@value LevelUnion#MAX_LEVELS} of them together, the former to have and the latter not to have.
 * Missing entries, in a column that has some: missing, not, and each of the others or missing. Of conditions on a column
 * that hold for the same customers the shortest is taken, of equally short ones the first.
 */
final class RuleCandidates {

    /** Shares of the segment, with a value, that a threshold leaves out on its side. */
    private static final double[] LEFT_OUT = {0, 0.03, 0.1, 0.2, 0.3, 0.45};
    /** Categories that are combined. */
    private static final int LEVELS = 6;

    /** A condition and the customers who fulfill it. */
    record Candidate(RuleCondition condition, long[] bits) {}

    private final RuleSample sample;
    private final int column;
    private final RuleTerms terms;
    private final RuleCounts counts;
    private final List<RuleCondition> conditions = new ArrayList<>();

    private RuleCandidates(RuleSample sample, int column) {
        this.sample = sample;
        this.column = column;
        terms = sample.columns().get(column);
        counts = sample.counts(column, sample.everyone());
    }

    /** The conditions on a column. O(n) per condition. */
    static List<Candidate> of(RuleSample sample, int column) {
        RuleCandidates candidates = new RuleCandidates(sample, column);
        if (candidates.terms.numeric()) {
            candidates.addRanges();
        } else {
            candidates.addLevels();
        }
        if (candidates.counts.hasMissing()) {
            List.copyOf(candidates.conditions).forEach(c -> candidates.conditions.add(c.withMissing()));
            candidates.conditions.add(RuleCondition.missing(column, candidates.terms, false));
            candidates.conditions.add(0, RuleCondition.missing(column, candidates.terms, true));
        }
        return candidates.different();
    }

    private void addRanges() {
        int open = terms.size() + 1;
        SortedSet<Integer> lower = new TreeSet<>();
        SortedSet<Integer> upper = new TreeSet<>();
        for (double share : LEFT_OUT) {
            int most = (int) (share * counts.knownIn());
            int below = 0;
            int from = 0;
            while (from < terms.size() && below + counts.in(from) <= most) {
                below += counts.in(from++);
            }
            lower.add(from);
            int above = 0;
            int to = open;
            while (to > 1 && above + counts.in(to - 1) <= most) {
                above += counts.in(--to);
            }
            upper.add(to);
        }
        lower.remove(0);
        upper.remove(open);
        lower.forEach(from -> conditions.add(RuleCondition.range(column, terms, from, open)));
        upper.forEach(to -> conditions.add(RuleCondition.range(column, terms, 0, to)));
        for (int from : lower) {
            for (int to : upper) {
                if (from < to) {
                    conditions.add(RuleCondition.range(column, terms, from, to));
                }
            }
        }
    }

    private void addLevels() {
        double in = Math.max(1, counts.knownIn());
        double out = Math.max(1, counts.knownOut());
        double[] difference = new double[terms.size()];
        Arrays.setAll(difference, level -> counts.in(level) / in - counts.out(level) / out);
        List<Integer> order = IntStream.range(0, terms.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer level) -> -difference[level]))
                .toList();
        List<Integer> frequent =
                order.stream().filter(l -> difference[l] > 0).limit(LEVELS).toList();
        List<Integer> rare = order.stream().filter(l -> difference[l] < 0).toList();
        unions(frequent).forEach(u -> conditions.add(RuleCondition.levels(column, terms, u, true)));
        unions(rare.subList(Math.max(0, rare.size() - LEVELS), rare.size()))
                .forEach(u -> conditions.add(RuleCondition.levels(column, terms, u, false)));
    }

    /** All sets of one to {@value LevelUnion#MAX_LEVELS} categories. */
    static List<List<Integer>> unions(List<Integer> levels) {
        List<List<Integer>> unions = new ArrayList<>();
        List<List<Integer>> last = List.of(List.of());
        for (int size = 1; size <= LevelUnion.MAX_LEVELS; size++) {
            List<List<Integer>> next = new ArrayList<>();
            for (List<Integer> union : last) {
                int after = union.isEmpty() ? 0 : levels.indexOf(union.get(union.size() - 1)) + 1;
                for (int l = after; l < levels.size(); l++) {
                    List<Integer> more = new ArrayList<>(union);
                    more.add(levels.get(l));
                    next.add(List.copyOf(more));
                }
            }
            unions.addAll(next);
            last = next;
        }
        return unions;
    }

    /** The conditions that exclude someone, and of those that hold for the same customers the shortest. */
    private List<Candidate> different() {
        Map<List<Long>, Candidate> found = new LinkedHashMap<>();
        for (RuleCondition condition : conditions) {
            long[] bits = sample.fulfilling(condition);
            if (sample.outsideOf(bits, bits) < sample.outside() && sample.insideOf(bits, bits) > 0) {
                found.merge(
                        Arrays.stream(bits).boxed().toList(),
                        new Candidate(condition, bits),
                        (a, b) -> b.condition.length() < a.condition.length() ? b : a);
            }
        }
        return List.copyOf(found.values());
    }
}
