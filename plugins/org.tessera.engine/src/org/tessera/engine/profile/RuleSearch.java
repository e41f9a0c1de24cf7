package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Greedy search for a rule: adds the condition that raises the correlation (phi coefficient, Matthews 1975,
 * doi:10.1016/0005-2795(75)90109-9) between "fulfills the rule" and "is in the segment" most, as long as it rises
 * noticeably. Of equal conditions of a column one without "not" wins, of equal columns the first. O(n c) per condition.
 */
final class RuleSearch {

    private static final double LEAST_GAIN = 0.03;
    private static final double LEAST_PHI = 0.2;

    private final Grouping grouping;
    private final List<RuleTerms> columns;
    private final int most;

    private RuleSearch(Grouping grouping, List<RuleTerms> columns, int most) {
        this.grouping = grouping;
        this.columns = columns;
        this.most = most;
    }

    static RuleSearch of(CustomerTable customers, Grouping grouping, ProfileOptions options, RunContext run) {
        RuleTerms[] terms = new RuleTerms
                [options.ruleConditions() == 0 ? 0 : customers.columns().size()];
        run.forBlocks(
                terms.length, c -> terms[c] = RuleTerms.of(customers.columns().get(c), grouping, run));
        return new RuleSearch(grouping, List.of(terms), options.ruleConditions());
    }

    /** The rule of a group, or empty if nothing correlates with it. */
    Optional<Rule> find(int group, RunContext run) {
        int[] rows = new int[grouping.rows()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i;
        }
        List<Choice> rule = new ArrayList<>();
        double phi = 0;
        while (rule.size() < most) {
            Choice best = best(group, rows, run);
            if (best == null || best.phi < phi + LEAST_GAIN) {
                break;
            }
            phi = best.phi;
            rule.removeIf(earlier -> earlier.isImpliedBy(best));
            rule.add(best);
            rows = filter(rows, best);
        }
        if (phi < LEAST_PHI) {
            return Optional.empty();
        }
        int inside = inside(group, rows);
        List<Rule.Condition> conditions =
                rule.stream().map(c -> c.terms.condition(c.term, c.positive)).toList();
        return Optional.of(
                new Rule(conditions, (double) inside / grouping.sizeOf(group), (double) inside / rows.length));
    }

    private Choice best(int group, int[] rows, RunContext run) {
        Choice[] perColumn = new Choice[columns.size()];
        run.forBlocks(perColumn.length, c -> perColumn[c] = bestOf(columns.get(c), group, rows, run));
        Choice best = null;
        for (Choice choice : perColumn) {
            if (choice != null && (best == null || choice.phi > best.phi + 1e-12)) {
                best = choice;
            }
        }
        return best;
    }

    private Choice bestOf(RuleTerms terms, int group, int[] rows, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        int[] inside = new int[terms.size() + 1];
        int[] all = new int[terms.size() + 1];
        int insideAll = 0;
        int allAll = 0;
        for (int i : rows) {
            cancellation.step();
            int code = terms.code(i);
            if (code != RuleTerms.MISSING) {
                int in = grouping.group(i) == group ? 1 : 0;
                inside[code] += in;
                insideAll += in;
                all[code]++;
                allAll++;
            }
        }
        Choice best = null;
        int insideAbove = insideAll;
        int allAbove = allAll;
        for (int term = 0; term < terms.size(); term++) {
            insideAbove -= inside[term];
            allAbove -= all[term];
            int in = terms.numeric() ? insideAbove : inside[term];
            int of = terms.numeric() ? allAbove : all[term];
            best = better(best, new Choice(terms, term, true, phi(group, in, of)));
            best = better(best, new Choice(terms, term, false, phi(group, insideAll - in, allAll - of)));
        }
        return best;
    }

    private static Choice better(Choice best, Choice other) {
        if (best == null || other.phi > best.phi + 1e-12) {
            return other;
        }
        boolean plainer = other.positive && !best.positive && other.phi > best.phi - 1e-12;
        return plainer ? other : best;
    }

    private double phi(int group, int inside, int fulfilled) {
        double n = grouping.rows();
        double size = grouping.sizeOf(group);
        double product = size * (n - size) * fulfilled * (n - fulfilled);
        return product <= 0 ? 0 : (n * inside - size * fulfilled) / Math.sqrt(product);
    }

    private static int[] filter(int[] rows, Choice choice) {
        int[] kept = new int[rows.length];
        int count = 0;
        for (int i : rows) {
            if (choice.terms.holds(i, choice.term, choice.positive)) {
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

    /** A condition and the correlation of the rule it ends. */
    private record Choice(RuleTerms terms, int term, boolean positive, double phi) {

        /** A later bound on the same side of the same column is tighter. */
        boolean isImpliedBy(Choice later) {
            return terms == later.terms && terms.numeric() && positive == later.positive;
        }
    }
}
