package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.profile.RuleCandidates.Candidate;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * The rules of all segments: for each the best one ({@link RuleSearch}, then {@link RuleExchange}) by one half of the
 * customers, of whom a sample of {@value #MAX_INSIDE} of the segment and {@value #MAX_OUTSIDE} others is taken if there are
 * more; with coverage and precision of all customers of the other half ({@link HoldOut}). A rule that reaches
 * {@value Rule#GOAL} of both comes before every other one.
 */
final class Rules {

    /** Customers of the segment by whom is searched at most. */
    static final int MAX_INSIDE = 4096;
    /** Other customers by whom is searched at most. */
    static final int MAX_OUTSIDE = 12_288;
    /** Customers by whom thresholds and categories are chosen, and a tree is grown, at most. */
    static final int MAX_TERM_ROWS = 65_536;
    /** Columns of which conditions are made, those most associated with the segment. */
    private static final int MAX_COLUMNS = 40;

    private final Grouping grouping;
    private final HoldOut halves;
    private final List<Column> columns;
    private final List<RuleTerms> terms;
    private final int maxConditions;

    private Rules(List<Column> columns, Grouping grouping, HoldOut halves, List<RuleTerms> terms, int maxConditions) {
        this.columns = columns;
        this.grouping = grouping;
        this.halves = halves;
        this.terms = terms;
        this.maxConditions = maxConditions;
    }

    /** Prepares the search: chooses the terms of all columns. */
    static Rules of(List<Column> columns, Grouping grouping, HoldOut halves, ProfileOptions options, RunContext run) {
        List<RuleTerms> terms = options.ruleConditions() == 0 ? List.of() : terms(columns, grouping, halves, run);
        return new Rules(columns, grouping, halves, terms, options.ruleConditions());
    }

    /** The terms of columns, by customers of the first half. O(n log n) per column. */
    static List<RuleTerms> terms(List<Column> columns, Grouping grouping, HoldOut halves, RunContext run) {
        List<int[]> rows = sample(grouping, halves).stream()
                .map(of -> tableRows(of, grouping))
                .toList();
        RuleTerms[] terms = new RuleTerms[columns.size()];
        run.forBlocks(terms.length, c -> terms[c] = RuleTerms.of(columns.get(c), rows, run));
        return List.of(terms);
    }

    private static int[] tableRows(int[] clustered, Grouping grouping) {
        return Arrays.stream(clustered).map(grouping::row).toArray();
    }

    /** Clustered rows of the first half per group, at most {@value #MAX_TERM_ROWS}, as many of each as it has a share. */
    static List<int[]> sample(Grouping grouping, HoldOut halves) {
        return IntStream.range(0, grouping.count())
                .mapToObj(g -> halves.search(g, share(MAX_TERM_ROWS, halves.searched(g), grouping.rows() / 2 + 1)))
                .toList();
    }

    /** A part of a number of rows for some of all, at least one. */
    private static int share(int rows, int some, int all) {
        return (int) Math.max(1, (long) rows * some / all);
    }

    /**
     * What was found.
     *
     * @param rule the conditions
     * @param reachedGoal whether they reach the goal among the customers of the search
     * @param isSure whether all rules were compared with the goal
     * @param isBest whether all rules were compared with this one
     */
    private record Search(List<RuleCondition> rule, boolean reachedGoal, boolean isSure, boolean isBest) {}

    /** The rule of a group, or empty if none counts. */
    Optional<Rule> find(int group, RunContext run) {
        RuleSample sample = sample(group, run);
        if (sample.outside() == 0) {
            return Optional.empty();
        }
        double weight = (double) (grouping.rows() - grouping.sizeOf(group))
                / sample.outside()
                / ((double) grouping.sizeOf(group) / sample.inside());
        RuleScore score = new RuleScore(sample.inside(), sample.outside(), weight, true);
        List<List<Candidate>> candidates = new ArrayList<>();
        for (int c = 0; c < sample.columns().size(); c++) {
            run.checkCanceled();
            candidates.add(RuleCandidates.of(sample, c));
        }
        RuleSearch search = RuleSearch.of(sample, candidates, score, maxConditions, grouping.count(), run);
        boolean isSure = search.isComplete();
        boolean reachedGoal = !search.rule().isEmpty();
        if (!reachedGoal) {
            score = score.demanding(false);
            search = RuleSearch.of(sample, candidates, score, maxConditions, grouping.count(), run);
        }
        if (search.rule().isEmpty()) {
            return Optional.empty();
        }
        List<RuleCondition> rule = RuleExchange.improve(search, sample, score, maxConditions, run);
        return measured(group, new Search(ordered(rule, sample, score), reachedGoal, isSure, search.isComplete()), run);
    }

    private RuleSample sample(int group, RunContext run) {
        int others = grouping.rows() / 2 + 1;
        boolean isTooSmall = halves.isTooSmall(group);
        int[] inside = tableRows(isTooSmall ? halves.all(group) : halves.search(group, MAX_INSIDE), grouping);
        int[] outside = IntStream.range(0, grouping.count())
                .filter(g -> g != group)
                .flatMap(g -> Arrays.stream(halves.search(g, share(MAX_OUTSIDE, halves.searched(g), others))))
                .map(grouping::row)
                .toArray();
        int[] associated = associated(inside, outside, run);
        List<RuleTerms> own = Arrays.stream(associated)
                .mapToObj(c -> isTooSmall ? RuleTerms.of(columns.get(c), List.of(inside, outside), run) : terms.get(c))
                .toList();
        return new RuleSample(own, inside, outside, run);
    }

    /** The columns that depend most on the segment, in their order. */
    private int[] associated(int[] inside, int[] outside, RunContext run) {
        int[] all = IntStream.range(0, columns.size()).toArray();
        if (all.length <= MAX_COLUMNS) {
            return all;
        }
        RuleSample sample = new RuleSample(terms, inside, outside, run);
        long[] everyone = sample.everyone();
        double[] association = Arrays.stream(all)
                .mapToDouble(c -> sample.counts(c, everyone).association())
                .toArray();
        return Arrays.stream(all)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -association[c]))
                .limit(MAX_COLUMNS)
                .sorted()
                .mapToInt(c -> c)
                .toArray();
    }

    /** The conditions, the one first that alone is the best. */
    private static List<RuleCondition> ordered(List<RuleCondition> rule, RuleSample sample, RuleScore score) {
        return rule.stream()
                .sorted(Comparator.comparingDouble((RuleCondition c) -> {
                            long[] bits = sample.fulfilling(c);
                            return -score.f1(sample.insideOf(bits, bits), sample.outsideOf(bits, bits));
                        })
                        .thenComparing(RuleCondition::column))
                .toList();
    }

    /** A rule with its figures; empty if nobody fulfills it. O(n) for each condition. */
    private Optional<Rule> measured(int group, Search search, RunContext run) {
        boolean isTooSmall = halves.isTooSmall(group);
        long fulfilled = 0;
        long inside = 0;
        long size = 0;
        for (int g = 0; g < grouping.count(); g++) {
            int[] rows = isTooSmall ? halves.all(g) : halves.validation(g);
            long count = count(rows, search.rule, run);
            fulfilled += count;
            inside += g == group ? count : 0;
            size += g == group ? rows.length : 0;
        }
        if (fulfilled == 0) {
            return Optional.empty();
        }
        double coverage = (double) inside / size;
        double precision = (double) inside / fulfilled;
        return Optional.of(new Rule(
                search.rule.stream().map(RuleCondition::condition).toList(),
                coverage,
                isTooSmall ? Interval.NONE : Interval.ofCount(inside, size),
                precision,
                isTooSmall ? Interval.NONE : Interval.ofCount(inside, fulfilled),
                remark(coverage, precision, isTooSmall, search)));
    }

    private long count(int[] rows, List<RuleCondition> rule, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        boolean[][] accepted = rule.stream().map(RuleCondition::accepted).toArray(boolean[][]::new);
        long count = 0;
        for (int i : rows) {
            cancellation.step();
            boolean all = true;
            for (int k = 0; k < accepted.length && all; k++) {
                all = accepted[k][rule.get(k).terms().code(grouping.row(i)) + 1];
            }
            count += all ? 1 : 0;
        }
        return count;
    }

    /** What to know of a rule: that it, or every rule, misses the goal, and whether it is validated. */
    private String remark(double coverage, double precision, boolean isTooSmall, Search search) {
        String remark = "";
        if (!(coverage >= Rule.GOAL && precision >= Rule.GOAL)) {
            String goal = Numbers.percent(Rule.GOAL);
            remark = (search.isSure && !search.reachedGoal ? "No rule of up to " : "No rule found of up to ")
                    + Numbers.count(maxConditions, "condition") + " covers " + goal
                    + " of the segment with a precision of "
                    + goal + (search.reachedGoal ? " also among customers held out" : "")
                    + (search.isBest ? "; this is the best. " : "; this is the best found. ");
        }
        String few = "Too few customers to validate it.";
        return (remark + (isTooSmall ? few : "")).strip();
    }
}
