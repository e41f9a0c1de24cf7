package org.tessera.engine.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.profile.columns.DescribedColumns;
import org.tessera.engine.profile.columns.ShareColumns;
import org.tessera.engine.reference.CreditReference;
import org.tessera.engine.reference.SharedReference;
import org.tessera.engine.run.RunContext;

/**
 * Rules and trees beside others, found and measured by the same halves of the customers of the reference sets.
 *
 * <p>{@code rules_others.csv} holds, per segment of 20 customers or more, coverage and precision among the customers held out of
 * <ul>
 *   <li>"tree": scikit-learn 1.2.1's DecisionTreeClassifier(max_depth=4, random_state=0), the segment against the rest, numbers
 *       imputed by their mean, categories one-hot with one for missing: all its leaves together, up to 16 rules;
 *   <li>"leaf": the one leaf of it whose F1 is best in the first half, a rule of at most four conditions;
 *   <li>"explorer": the criteria of Cluster-Explorer (arXiv:2412.20446), written anew with numpy 1.24.2: conjunctions of up to
 *       four items of the five most important one-hot columns, by intervals of equal width, of equal frequency and of trees, with
 *       a coverage of 80 % and a separation error of at most 30 % (else 60 % and 50 %), and of these the one of the best F1 in the
 *       first half; 0 where there is none.
 * </ul>
 * {@code rows} is the sum of the numbers of the rows held out, by which the halves are recognized. {@code trees_sklearn.csv} holds
 * accuracy and adjusted Rand index of DecisionTreeClassifier(max_leaf_nodes=2 k, random_state=0) for all k segments.
 */
class RuleComparisonTest {

    private static final RunContext RUN = RunContext.of(1);

    private static List<String[]> read(String name, String set) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                RuleComparisonTest.class.getResourceAsStream("/profile/" + name), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.split(","))
                    .filter(line -> line[0].equals(set))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CustomerTable customers(String set) {
        return set.equals("credit") ? CreditReference.customers() : SharedReference.customers(set);
    }

    private static Labels labels(String set, String run) {
        return set.equals("credit") ? CreditReference.labels(run) : SharedReference.labels(set + "_labels.csv", run);
    }

    private static double f1(double coverage, double precision) {
        return coverage + precision > 0 ? 2 * coverage * precision / (coverage + precision) : 0;
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    /** No segment's rule is worse than another rule by more than 0.6 points of F1, or three of the customers held out. */
    @ParameterizedTest
    @CsvSource({"credit,-0.02,-0.03,0.01", "wholesale,0.001,0.003,0.01", "onlineretail,0.001,0,0.015"})
    void rules_are_as_good_as_other_rules(String set, double leaf, double explorer, double tree) {
        CustomerTable table = customers(set);
        double[] behind = new double[3];
        int segments = 0;
        List<String[]> others = read("rules_others.csv", set);
        for (String run : others.stream().map(line -> line[1]).collect(Collectors.toSet())) {
            Labels labels = labels(set, run);
            Profile profile = Profiler.profile(table, SegmentedRows.all(labels), ProfileOptions.defaults(), RUN);
            Grouping grouping = Grouping.of(table, SegmentedRows.all(labels));
            List<Column> columns =
                    ShareColumns.twoValued(table, grouping.tableRows(), RUN).columns();
            HoldOut halves = HoldOut.of(columns, grouping, RUN);
            for (String[] other : others) {
                if (other[1].equals(run)) {
                    int segment = Integer.parseInt(other[2]);
                    int[] held = halves.validation(segment);
                    assertEquals(
                            number(other[4]), Arrays.stream(held).asLongStream().sum(), "other halves");
                    Rule rule = profile.segments().get(segment).rule().orElseThrow();
                    double own = f1(rule.coverage(), rule.precision());
                    double[] difference = new double[3];
                    for (int k = 0; k < 3; k++) {
                        difference[k] = f1(number(other[5 + 2 * k]), number(other[6 + 2 * k])) - own;
                        behind[k] += difference[k];
                    }
                    double worst = Math.max(difference[1], difference[2]);
                    assertTrue(
                            worst <= Math.max(0.006, 3.0 / held.length),
                            () -> String.join(",", other) + " is better than " + rule.text());
                    segments++;
                }
            }
        }
        // On average of the segments: mean F1 of the others less that of the rules.
        assertTrue(behind[0] / segments <= tree, "all leaves: " + behind[0] / segments);
        assertTrue(behind[1] / segments <= leaf, "best leaf: " + behind[1] / segments);
        assertTrue(behind[2] / segments <= explorer, "Cluster-Explorer: " + behind[2] / segments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"credit", "wholesale", "onlineretail"})
    void the_tree_agrees_as_well_as_another_tree_of_as_many_leaves(String set) {
        CustomerTable table = customers(set);
        double ahead = 0;
        for (String[] other : read("trees_sklearn.csv", set)) {
            SegmentTree tree =
                    SegmentTree.fit(DescribedColumns.all(table), SegmentedRows.all(labels(set, other[1])), RUN);
            double difference = tree.accuracy() - number(other[3]);
            assertTrue(difference > -0.005, other[1] + ": " + difference);
            assertTrue(tree.adjustedRand() > number(other[4]) - 0.006, other[1]);
            ahead += difference;
        }
        assertTrue(ahead > -0.004, set + ": " + ahead);
    }
}
