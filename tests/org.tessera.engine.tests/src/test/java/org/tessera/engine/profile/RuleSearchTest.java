package org.tessera.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.engine.profile.Tables.RUN;
import static org.tessera.engine.profile.Tables.labels;
import static org.tessera.engine.profile.Tables.numbers;
import static org.tessera.engine.profile.Tables.profile;
import static org.tessera.engine.profile.Tables.rule;
import static org.tessera.engine.profile.Tables.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.Labels;
import org.tessera.engine.profile.RuleCandidates.Candidate;
import org.tessera.engine.run.RandomStream;

class RuleSearchTest {

    private static final int N = 240;

    /** Customers whose segment depends on four columns, with chance in it, and one column that says nothing. */
    private static RuleSample sample(int seed) {
        RandomStream random = RandomStream.of(seed, 0);
        double[][] x = new double[5][N];
        for (double[] column : x) {
            for (int i = 0; i < N; i++) {
                column[i] = Math.floor(10 * random.nextDouble());
            }
        }
        List<Column> columns = new ArrayList<>();
        columns.add(numbers("A", N, i -> i % 17 == 0 ? Double.NaN : x[0][i]));
        columns.add(texts("B", N, i -> "b" + (int) x[1][i] % 4));
        columns.add(numbers("C", N, i -> x[2][i]));
        columns.add(texts("D", N, i -> i % 13 == 0 ? null : "d" + (int) x[3][i] % 3));
        columns.add(numbers("E", N, i -> x[4][i]));
        int[] all = IntStream.range(0, N).toArray();
        List<RuleTerms> terms =
                columns.stream().map(c -> RuleTerms.of(c, List.of(all), RUN)).toList();
        boolean[] in = new boolean[N];
        for (int i = 0; i < N; i++) {
            double hits = (x[0][i] > 3 ? 1 : 0)
                    + (x[1][i] % 4 < 2 ? 1 : 0)
                    + (x[2][i] < 7 ? 1 : 0)
                    + (x[3][i] % 3 > 0 ? 1 : 0);
            in[i] = hits + random.nextDouble() > 3.7;
        }
        return new RuleSample(
                terms,
                IntStream.range(0, N).filter(i -> in[i]).toArray(),
                IntStream.range(0, N).filter(i -> !in[i]).toArray(),
                RUN);
    }

    @Test
    void finds_what_comparing_all_rules_finds() {
        for (int seed = 0; seed < 6; seed++) {
            RuleSample sample = sample(seed);
            List<List<Candidate>> candidates = new ArrayList<>();
            for (int c = 0; c < sample.columns().size(); c++) {
                List<Candidate> all = RuleCandidates.of(sample, c);
                candidates.add(all.subList(0, Math.min(14, all.size())));
            }
            for (boolean demanding : new boolean[] {false, true}) {
                RuleScore score = new RuleScore(sample.inside(), sample.outside(), 1 + seed / 3.0, demanding);
                for (int most = 1; most <= 4; most++) {
                    RuleSearch search = RuleSearch.of(sample, candidates, score, most, 1, RUN);
                    assertTrue(search.isComplete());
                    double best = best(sample, score, candidates, 0, sample.everyone(), 0, most);
                    assertEquals(best, search.score(), 1e-9, "seed " + seed + ", " + most + " conditions");
                    assertEquals(best == Double.NEGATIVE_INFINITY, search.rule().isEmpty());
                }
            }
        }
    }

    /** The best score of all rules that extend a rule by conditions on columns from one on. */
    private static double best(
            RuleSample sample,
            RuleScore score,
            List<List<Candidate>> candidates,
            int from,
            long[] bits,
            int length,
            int most) {
        double best = Double.NEGATIVE_INFINITY;
        for (int c = from; c < candidates.size() && most > 0; c++) {
            for (Candidate candidate : candidates.get(c)) {
                long[] with = new long[bits.length];
                for (int w = 0; w < with.length; w++) {
                    with[w] = bits[w] & candidate.bits()[w];
                }
                int longer = length + candidate.condition().length();
                double own = score.of(sample.insideOf(with, with), sample.outsideOf(with, with), longer);
                double further = best(sample, score, candidates, c + 1, with, longer, most - 1);
                best = Math.max(best, Math.max(own, further));
            }
        }
        return best;
    }

    @Test
    void the_exchange_never_makes_it_worse() {
        for (int seed = 0; seed < 6; seed++) {
            RuleSample sample = sample(seed);
            RuleScore score = new RuleScore(sample.inside(), sample.outside(), 1, false);
            List<List<Candidate>> candidates = IntStream.range(0, 5)
                    .mapToObj(c -> RuleCandidates.of(sample, c))
                    .toList();
            RuleSearch search = RuleSearch.of(sample, candidates, score, 3, 1, RUN);
            List<RuleCondition> rule = RuleExchange.improve(search, sample, score, 3, RUN);
            long[] bits = sample.everyone();
            for (RuleCondition condition : rule) {
                long[] of = sample.fulfilling(condition);
                for (int w = 0; w < bits.length; w++) {
                    bits[w] &= of[w];
                }
            }
            int length = rule.stream().mapToInt(RuleCondition::length).sum();
            double found = score.of(sample.insideOf(bits, bits), sample.outsideOf(bits, bits), length);
            assertTrue(found >= search.score() - 1e-12, "seed " + seed);
            assertTrue(rule.size() <= 3);
            assertEquals(
                    rule.size(),
                    rule.stream().map(RuleCondition::column).distinct().count());
        }
    }

    /** Four conditions, none of which says anything without the others: a greedy search does not find them. */
    @Test
    void a_planted_rule_of_four_conditions_is_found() {
        int n = 3000;
        RandomStream random = RandomStream.of(5, 0);
        int[] codes = random.permutation(n);
        Labels labels =
                labels(n, i -> bit(codes[i], 0) && bit(codes[i], 1) && bit(codes[i], 2) && bit(codes[i], 3) ? 1 : 0);
        Profile profile = profile(
                labels,
                texts("A", n, i -> "" + bit(codes[i], 0)),
                texts("B", n, i -> "" + bit(codes[i], 1)),
                texts("C", n, i -> "" + bit(codes[i], 2)),
                numbers("D", n, i -> (bit(codes[i], 3) ? 50 : 20) + i % 10),
                numbers("E", n, i -> i * 31 % 97));
        Rule rule = profile.segments().get(1).rule().orElseThrow();
        assertEquals(
                List.of("A = true", "B = true", "C = true", "D >= 40"),
                rule.conditions().stream().map(Object::toString).sorted().toList());
        assertEquals(1, rule.coverage());
        assertEquals(1, rule.precision());
        // Wilson's interval of 94 of 94, by scipy 1.10.1's binomtest(94, 94).proportion_ci(method='wilson')
        assertEquals(0.9607376, rule.coverageInterval().low(), 1e-3);
        assertEquals(1, rule.coverageInterval().high());
    }

    private static boolean bit(int code, int k) {
        return (code >> k & 1) == 1;
    }

    @Test
    void says_so_where_no_rule_reaches_the_goal() {
        // Of the segment 60 % are dock, of the others 10 %.
        Profile profile = profile(
                labels(1000, i -> i % 4 == 0 ? 1 : 0),
                texts(
                        "Area",
                        1000,
                        i -> i % 4 == 0 ? i % 20 < 12 ? "dock" : "town" : i * 7 % 10 == 0 ? "dock" : "town"));
        Rule rule = profile.segments().get(1).rule().orElseThrow();
        assertEquals("Area = dock", rule.text());
        assertFalse(rule.reachesGoal());
        assertEquals(
                "No rule of up to 4 conditions covers 80 % of the segment with a precision of 80 %; this is the best.",
                rule.remark());
    }

    @Test
    void very_small_segments_are_not_validated_and_that_is_said() {
        Profile profile = profile(labels(400, i -> i < 12 ? 1 : 0), numbers("x", 400, i -> i < 12 ? 900 + i : i % 100));
        Rule rule = profile.segments().get(1).rule().orElseThrow();
        assertEquals(1, rule.coverage());
        assertTrue(Double.isNaN(rule.coverageInterval().low())
                && Double.isNaN(rule.precisionInterval().high()));
        assertEquals("Too few customers to validate it.", rule.remark());
        assertEquals("x < 500", rule(profile, 0).replaceAll("[0-9]+", "500"));
    }

    @Test
    void customers_without_a_value_belong_where_they_are() {
        Profile profile = profile(
                labels(400, i -> i % 2), texts("Daypart", 400, i -> i % 2 == 0 ? "Noon" : i % 3 == 0 ? null : "Night"));
        assertEquals("Daypart = Noon", rule(profile, 0));
        assertEquals("Daypart = Night (or missing)", rule(profile, 1));
        assertEquals(1, profile.segments().get(1).rule().orElseThrow().coverage());
    }
}
