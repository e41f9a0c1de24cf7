package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tessera.engine.data.Column;
import org.tessera.engine.profile.RuleCandidate.Kind;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Greedy search for the rule of a segment: adds the condition that maximizes the phi coefficient (Matthews 1975,
 * doi:10.1016/0005-2795(75)90109-9) between fulfilling the rule and being in the segment, until the coefficient
 * increases by less than {@value #MIN_GAIN}. Conditions are thresholds, up to {@value LevelUnion#MAX_LEVELS} categories
 * of a column, or missing entries; one that leaves the rule less than {@value Rule#MIN_COVERAGE} of the segment, or
 * that says the same as an earlier one ({@link Alike}), is not added. Ties within a column go to the positive
 * condition, ties between columns to the first column. O(c n) per condition for c columns.
 */
final class RuleSearch {

    /** Smallest increase of the phi coefficient by a condition, and by another category of a condition. */
    private static final double MIN_GAIN = 0.03;
    /** Smallest phi coefficient of a rule. */
    private static final double MIN_PHI = 0.2;

    private final Grouping grouping;
    private final List<RuleTerms> columns;
    private final int maxConditions;

    private RuleSearch(Grouping grouping, List<RuleTerms> columns, int maxConditions) {
        this.grouping = grouping;
        this.columns = columns;
        this.maxConditions = maxConditions;
    }

    /** Prepares a search; conditions of all columns are computed once for all groups. */
    static RuleSearch of(List<Column> columns, Grouping grouping, ProfileOptions options, RunContext run) {
        RuleTerms[] terms = new RuleTerms[options.ruleConditions() == 0 ? 0 : columns.size()];
        run.forBlocks(terms.length, c -> terms[c] = RuleTerms.of(columns.get(c), grouping, run));
        return new RuleSearch(grouping, List.of(terms), options.ruleConditions());
    }

    /** The rule of a group, or empty if the phi coefficient of the best one is below {@value #MIN_PHI}. */
    Optional<Rule> find(int group, RunContext run) {
        int[] rows = IntStream.range(0, grouping.rows()).toArray();
        List<RuleCandidate> rule = new ArrayList<>();
        Set<RuleTerms> repeating = new HashSet<>();
        double phi = 0;
        while (rule.size() < maxConditions) {
            RuleCandidate best = best(group, rows, repeating, run);
            if (best == null || best.phi() < phi + MIN_GAIN) {
                break;
            }
            if (repeats(best, rule, run)) {
                repeating.add(best.terms());
                continue;
            }
            phi = best.phi();
            rule.removeIf(earlier -> earlier.isImpliedBy(best));
            rule.add(best);
            rows = best.filter(rows);
        }
        if (phi < MIN_PHI) {
            return Optional.empty();
        }
        int inside = rule.get(rule.size() - 1).inside();
        List<Rule.Condition> conditions =
                rule.stream().map(RuleCandidate::condition).toList();
        return Optional.of(
                new Rule(conditions, (double) inside / grouping.sizeOf(group), (double) inside / rows.length));
    }

    /** The best condition to add, or null if no column has one. */
    private RuleCandidate best(int group, int[] rows, Set<RuleTerms> without, RunContext run) {
        RuleCandidate[] perColumn = new RuleCandidate[columns.size()];
        run.forBlocks(perColumn.length, c -> {
            if (!without.contains(columns.get(c))) {
                perColumn[c] = new ColumnSearch(columns.get(c), group, rows, run).best();
            }
        });
        RuleCandidate best = null;
        for (RuleCandidate candidate : perColumn) {
            best = candidate != null && candidate.isBetterThan(best) ? candidate : best;
        }
        return best;
    }

    /** Whether a condition on another column holds for nearly the same customers. O(n) per condition of the rule. */
    private boolean repeats(RuleCandidate candidate, List<RuleCandidate> rule, RunContext run) {
        return rule.stream()
                .anyMatch(earlier ->
                        earlier.terms() != candidate.terms() && agreement(earlier, candidate, run) >= Alike.SAME);
    }

    private double agreement(RuleCandidate first, RuleCandidate second, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        boolean[] a = first.accepted();
        boolean[] b = second.accepted();
        int both = 0;
        int ofFirst = 0;
        int ofSecond = 0;
        for (int i = 0; i < grouping.rows(); i++) {
            cancellation.step();
            boolean inFirst = a[first.terms().code(i) + 1];
            boolean inSecond = b[second.terms().code(i) + 1];
            both += inFirst && inSecond ? 1 : 0;
            ofFirst += inFirst ? 1 : 0;
            ofSecond += inSecond ? 1 : 0;
        }
        return phi(both, ofFirst, ofSecond);
    }

    /** The phi coefficient of two sets of clustered rows with so many in both, in the first and in the second. */
    private double phi(double both, double first, double second) {
        double n = grouping.rows();
        double product = first * (n - first) * second * (n - second);
        return product <= 0 ? 0 : (n * both - first * second) / Math.sqrt(product);
    }

    /** The conditions on one column, from counts per code; O(n). */
    private final class ColumnSearch {

        private final RuleTerms terms;
        private final int group;
        private final int[] inside;
        private final int[] all;
        private int insideMissing;
        private int allMissing;
        private int insideKnown;
        private int allKnown;
        private RuleCandidate best;

        ColumnSearch(RuleTerms terms, int group, int[] rows, RunContext run) {
            this.terms = terms;
            this.group = group;
            inside = new int[terms.size() + 1];
            all = new int[terms.size() + 1];
            CancellationCheck cancellation = new CancellationCheck(run);
            for (int i : rows) {
                cancellation.step();
                int code = terms.code(i);
                int in = grouping.group(i) == group ? 1 : 0;
                if (code == RuleTerms.MISSING) {
                    insideMissing += in;
                    allMissing++;
                } else {
                    inside[code] += in;
                    insideKnown += in;
                    all[code]++;
                    allKnown++;
                }
            }
        }

        /** The best condition, or null if none leaves the rule enough of the segment. */
        RuleCandidate best() {
            int insideAbove = insideKnown;
            int allAbove = allKnown;
            for (int term = 0; term < terms.size(); term++) {
                insideAbove -= inside[term];
                allAbove -= all[term];
                int fulfilledInside = terms.numeric() ? insideAbove : inside[term];
                int fulfilled = terms.numeric() ? allAbove : all[term];
                consider(Kind.TERMS, List.of(term), true, fulfilledInside, fulfilled);
                consider(Kind.TERMS, List.of(term), false, insideKnown - fulfilledInside, allKnown - fulfilled);
            }
            if (!terms.numeric()) {
                considerUnion();
            }
            if (allMissing > 0) {
                consider(Kind.MISSING, List.of(), true, insideMissing, allMissing);
                consider(Kind.MISSING, List.of(), false, insideKnown, allKnown);
            }
            return best;
        }

        private void consider(Kind kind, List<Integer> picks, boolean positive, int fulfilledInside, int fulfilled) {
            if (fulfilledInside >= Rule.MIN_COVERAGE * grouping.sizeOf(group)) {
                double phi = phi(fulfilledInside, grouping.sizeOf(group), fulfilled);
                best = RuleCandidate.preferred(
                        best, new RuleCandidate(terms, kind, picks, positive, fulfilledInside, phi));
            }
        }

        private void considerUnion() {
            int size = grouping.sizeOf(group);
            LevelUnion union = LevelUnion.grow(
                    inside,
                    all,
                    IntStream.range(0, terms.size()).boxed().toList(),
                    (in, of) -> phi(in, size, of),
                    new LevelUnion.Limits(1, MIN_GAIN, Integer.MAX_VALUE));
            if (union.codes().size() > 1 && (best == null || union.score() >= best.phi() + MIN_GAIN)) {
                consider(Kind.TERMS, union.codes(), true, union.inside(), union.all());
            }
        }
    }
}
