package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Greedy search for the rule of a segment: adds the condition that maximizes the phi coefficient (Matthews 1975,
 * doi:10.1016/0005-2795(75)90109-9) between fulfilling the rule and being in the segment, until the coefficient
 * increases by less than {@value #MIN_GAIN}. Ties within a column go to the positive condition, ties between columns to
 * the first column. O(c n) per condition for c columns.
 */
final class RuleSearch {

    /** Smallest increase of the phi coefficient by a condition. */
    private static final double MIN_GAIN = 0.03;
    /** Smallest phi coefficient of a rule. */
    private static final double MIN_PHI = 0.2;
    /** Differences of phi coefficients up to here are ties. */
    private static final double TOLERANCE = 1e-12;

    private final Grouping grouping;
    private final List<RuleTerms> columns;
    private final int maxConditions;

    private RuleSearch(Grouping grouping, List<RuleTerms> columns, int maxConditions) {
        this.grouping = grouping;
        this.columns = columns;
        this.maxConditions = maxConditions;
    }

    /** Prepares a search; conditions of all columns are computed once for all groups. */
    static RuleSearch of(CustomerTable customers, Grouping grouping, ProfileOptions options, RunContext run) {
        RuleTerms[] terms = new RuleTerms
                [options.ruleConditions() == 0 ? 0 : customers.columns().size()];
        run.forBlocks(
                terms.length, c -> terms[c] = RuleTerms.of(customers.columns().get(c), grouping, run));
        return new RuleSearch(grouping, List.of(terms), options.ruleConditions());
    }

    /** The rule of a group, or empty if the phi coefficient of the best one is below {@value #MIN_PHI}. */
    Optional<Rule> find(int group, RunContext run) {
        int[] rows = new int[grouping.rows()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        List<Candidate> rule = new ArrayList<>();
        double phi = 0;
        while (rule.size() < maxConditions) {
            Candidate best = best(group, rows, run);
            if (best == null || best.phi < phi + MIN_GAIN) {
                break;
            }
            phi = best.phi;
            rule.removeIf(earlier -> earlier.isImpliedBy(best));
            rule.add(best);
            rows = filter(rows, best);
        }
        if (phi < MIN_PHI) {
            return Optional.empty();
        }
        int inside = inside(group, rows);
        List<Rule.Condition> conditions =
                rule.stream().map(c -> c.terms.condition(c.term, c.positive)).toList();
        return Optional.of(
                new Rule(conditions, (double) inside / grouping.sizeOf(group), (double) inside / rows.length));
    }

    /** The best condition to add, or null if no column has one. */
    private Candidate best(int group, int[] rows, RunContext run) {
        Candidate[] perColumn = new Candidate[columns.size()];
        run.forBlocks(perColumn.length, c -> perColumn[c] = bestOf(columns.get(c), group, rows, run));
        Candidate best = null;
        for (Candidate candidate : perColumn) {
            if (candidate != null && (best == null || candidate.phi > best.phi + TOLERANCE)) {
                best = candidate;
            }
        }
        return best;
    }

    /** The best condition on one column, from counts per code; O(n). */
    private Candidate bestOf(RuleTerms terms, int group, int[] rows, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        int[] inside = new int[terms.size() + 1];
        int[] all = new int[terms.size() + 1];
        int insideTotal = 0;
        int total = 0;
        for (int i : rows) {
            cancellation.step();
            int code = terms.code(i);
            if (code != RuleTerms.MISSING) {
                int in = grouping.group(i) == group ? 1 : 0;
                inside[code] += in;
                insideTotal += in;
                all[code]++;
                total++;
            }
        }
        Candidate best = null;
        int insideAbove = insideTotal;
        int allAbove = total;
        for (int term = 0; term < terms.size(); term++) {
            insideAbove -= inside[term];
            allAbove -= all[term];
            int fulfilledInside = terms.numeric() ? insideAbove : inside[term];
            int fulfilled = terms.numeric() ? allAbove : all[term];
            best = preferred(best, new Candidate(terms, term, true, phi(group, fulfilledInside, fulfilled)));
            best = preferred(
                    best,
                    new Candidate(terms, term, false, phi(group, insideTotal - fulfilledInside, total - fulfilled)));
        }
        return best;
    }

    private static Candidate preferred(Candidate best, Candidate other) {
        if (best == null || other.phi > best.phi + TOLERANCE) {
            return other;
        }
        boolean positiveTie = other.positive && !best.positive && other.phi > best.phi - TOLERANCE;
        return positiveTie ? other : best;
    }

    /** The phi coefficient of a rule with so many rows, and so many of them inside the group. */
    private double phi(int group, int inside, int fulfilled) {
        double n = grouping.rows();
        double size = grouping.sizeOf(group);
        double product = size * (n - size) * fulfilled * (n - fulfilled);
        return product <= 0 ? 0 : (n * inside - size * fulfilled) / Math.sqrt(product);
    }

    private static int[] filter(int[] rows, Candidate candidate) {
        int[] kept = new int[rows.length];
        int count = 0;
        for (int i : rows) {
            if (candidate.terms.matches(i, candidate.term, candidate.positive)) {
                kept[count++] = i;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private int inside(int group, int[] rows) {
        int inside = 0;
        for (int i : rows) {
            inside += grouping.group(i) == group ? 1 : 0;
        }
        return inside;
    }

    /** A condition, and the phi coefficient of the rule with it added. */
    private record Candidate(RuleTerms terms, int term, boolean positive, double phi) {

        /** Whether a later condition makes this one redundant: a bound on the same side of the same numeric column. */
        boolean isImpliedBy(Candidate later) {
            return terms == later.terms && terms.numeric() && positive == later.positive;
        }
    }
}
