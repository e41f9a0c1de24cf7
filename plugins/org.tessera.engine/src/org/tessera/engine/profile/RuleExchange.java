package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.tessera.engine.run.RunContext;

/**
 * Improves a rule by exchanging one condition at a time for the best of all thresholds, intervals and sets of categories
 * ({@link RuleTerms}) of any searched column that the rest of the rule does not use, adding one or leaving one out, as long as
 * the score rises. Of thresholds between which there is no customer of the sample the middle one is taken. O(n c + c t²) per
 * condition for c columns of t thresholds, O(t³) for t categories.
 */
final class RuleExchange {

    private static final double MIN_GAIN = 1e-9;
    private static final int MAX_ROUNDS = 20;

    private final RuleSample sample;
    private final RuleScore score;
    private final int most;
    private final int[] columns;
    private final RunContext run;
    private List<RuleCondition> rule;
    private double best;

    private RuleExchange(RuleSearch found, RuleSample sample, RuleScore score, int most, RunContext run) {
        this.sample = sample;
        this.score = score;
        this.most = most;
        this.run = run;
        columns = found.columns();
        rule = found.rule();
        best = found.score();
    }

    /** Improves the rule that a search has found, which is not empty. */
    static List<RuleCondition> improve(RuleSearch found, RuleSample sample, RuleScore score, int most, RunContext run) {
        RuleExchange exchange = new RuleExchange(found, sample, score, most, run);
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < MAX_ROUNDS && exchange.best > before; round++) {
            before = exchange.best;
            for (int k = 0; k <= exchange.rule.size(); k++) {
                exchange.exchange(k);
            }
        }
        return exchange.rule.stream().map(exchange::centered).toList();
    }

    /** An interval with thresholds in the middle of those between which nobody is. */
    private RuleCondition centered(RuleCondition condition) {
        if (condition.kind() != RuleCondition.Kind.RANGE) {
            return condition;
        }
        RuleCounts counts = sample.counts(condition.column(), sample.everyone());
        int size = condition.terms().size();
        int from = condition.from() > 0 ? middle(condition.from(), size, counts) : 0;
        int to = condition.to() <= size ? middle(condition.to(), size, counts) : size + 1;
        RuleCondition centered = RuleCondition.range(condition.column(), condition.terms(), from, to);
        return condition.orMissing() ? centered.withMissing() : centered;
    }

    private static int middle(int threshold, int size, RuleCounts counts) {
        int low = threshold;
        while (low > 1 && counts.in(low - 1) + counts.out(low - 1) == 0) {
            low--;
        }
        int high = threshold;
        while (high < size && counts.in(high) + counts.out(high) == 0) {
            high++;
        }
        return (low + high) / 2;
    }

    /** Looks for the best condition in place of one of the rule's, or in addition to them. */
    private void exchange(int k) {
        List<RuleCondition> others = new ArrayList<>(rule);
        if (k < others.size()) {
            others.remove(k);
        } else if (others.size() == most) {
            return;
        }
        long[] bits = sample.everyone();
        for (RuleCondition condition : others) {
            long[] of = sample.fulfilling(condition);
            for (int w = 0; w < bits.length; w++) {
                bits[w] &= of[w];
            }
        }
        int length = others.stream().mapToInt(RuleCondition::length).sum();
        if (!others.isEmpty() && k < rule.size()) {
            offer(others, score.of(sample.insideOf(bits, bits), sample.outsideOf(bits, bits), length));
        }
        for (int column : columns) {
            if (others.stream().noneMatch(o -> o.column() == column)) {
                run.checkCanceled();
                new OnColumn(others, length, column, sample.counts(column, bits)).offerAll();
            }
        }
    }

    private void offer(List<RuleCondition> conditions, double found) {
        if (found > best + MIN_GAIN) {
            best = found;
            rule = List.copyOf(conditions);
        }
    }

    /** All conditions on a column beside others. */
    private final class OnColumn {

        private final List<RuleCondition> others;
        private final int length;
        private final int column;
        private final RuleTerms terms;
        private final RuleCounts counts;

        OnColumn(List<RuleCondition> others, int length, int column, RuleCounts counts) {
            this.others = others;
            this.length = length;
            this.column = column;
            this.counts = counts;
            terms = sample.columns().get(column);
        }

        void offerAll() {
            boolean hasMissing = counts.hasMissing();
            if (hasMissing) {
                int missing = RuleTerms.MISSING;
                offerAlone(
                        () -> RuleCondition.missing(column, terms, true), 1, counts.in(missing), counts.out(missing));
            }
            if (terms.numeric()) {
                offerRanges();
            } else {
                offerLevels();
            }
            if (hasMissing) {
                offerAlone(() -> RuleCondition.missing(column, terms, false), 1, counts.knownIn(), counts.knownOut());
            }
        }

        /** Ranges that end on both sides where the segment has customers; a wider one is no better. */
        private void offerRanges() {
            int all = terms.size() + 1;
            int[] in = new int[all + 1];
            int[] out = new int[all + 1];
            for (int bin = 0; bin < all; bin++) {
                in[bin + 1] = in[bin] + counts.in(bin);
                out[bin + 1] = out[bin] + counts.out(bin);
            }
            int[] inside =
                    IntStream.range(0, all).filter(bin -> counts.in(bin) > 0).toArray();
            int[] starts = IntStream.concat(
                            IntStream.of(0), Arrays.stream(inside).map(bin -> afterOthers(bin, in, out)))
                    .distinct()
                    .toArray();
            int[] ends = IntStream.concat(Arrays.stream(inside).map(bin -> bin + 1), IntStream.of(all))
                    .distinct()
                    .toArray();
            for (int from : starts) {
                for (int to : ends) {
                    if (to > from && (from > 0 || to < all)) {
                        offer(
                                () -> RuleCondition.range(column, terms, from, to),
                                RuleCondition.bounds(from, to, terms),
                                in[to] - in[from],
                                out[to] - out[from]);
                    }
                }
            }
        }

        /** The first of the bins without customers that end before a bin. */
        private int afterOthers(int bin, int[] in, int... out) {
            int first = bin;
            while (first > 0 && in[first - 1] == in[bin] && out[first - 1] == out[bin]) {
                first--;
            }
            return first;
        }

        private void offerLevels() {
            List<Integer> levels = IntStream.range(0, terms.size()).boxed().toList();
            for (List<Integer> union : RuleCandidates.unions(levels)) {
                int in = union.stream().mapToInt(counts::in).sum();
                int out = union.stream().mapToInt(counts::out).sum();
                int size = union.size();
                offer(() -> RuleCondition.levels(column, terms, union, true), size, in, out);
                offer(
                        () -> RuleCondition.levels(column, terms, union, false),
                        size,
                        counts.knownIn() - in,
                        counts.knownOut() - out);
            }
        }

        /** Offers a condition of a length, and that or missing. */
        private void offer(Supplier<RuleCondition> condition, int its, int in, int out) {
            offerAlone(condition, its, in, out);
            if (counts.hasMissing()) {
                int missing = RuleTerms.MISSING;
                offerAlone(
                        () -> condition.get().withMissing(), its, in + counts.in(missing), out + counts.out(missing));
            }
        }

        private void offerAlone(Supplier<RuleCondition> condition, int its, int in, int out) {
            double found = score.of(in, out, length + its);
            if (found > best + MIN_GAIN) {
                List<RuleCondition> with = new ArrayList<>(others);
                with.add(condition.get());
                RuleExchange.this.offer(with, found);
            }
        }
    }
}
