package org.tessera.engine.numbers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.metric.Agreement;
import org.tessera.engine.metric.CalinskiHarabasz;
import org.tessera.engine.metric.DaviesBouldin;
import org.tessera.engine.metric.Dunn;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.run.RunContext;

/** The metrics on degenerate input. Labels with gaps and texts are numbered first, as the nodes do. */
final class MetricEdges {

    private static final RunContext RUN = RunContext.of(1);
    private static final double[] HAND = {0, 1, 10, 11};
    private static final Labels PAIRS = Labels.of(0, 0, 1, 1);
    private static final MetricOptions OPTIONS =
            MetricOptions.defaults().exact().withNoise(NoisePolicy.OWN_SEGMENT);

    private MetricEdges() {}

    private record Input(Matrix x, Labels labels) {

        static Input of(Labels labels, double... values) {
            return new Input(Matrix.wrap(values.length, 1, values), labels);
        }
    }

    private static Map<String, Input> inputs() {
        Map<String, Input> inputs = new LinkedHashMap<>();
        inputs.put("X={0,1,10,11} l=0011 (hand)", Input.of(PAIRS, HAND));
        inputs.put("one cluster", Input.of(Labels.of(0, 0, 0, 0), HAND));
        inputs.put("n clusters = n samples", Input.of(Labels.of(0, 1, 2, 3), HAND));
        inputs.put("n-1 clusters (0,0,1,2)", Input.of(Labels.of(0, 0, 1, 2), HAND));
        inputs.put("singleton cluster (0,0,0,1)", Input.of(Labels.of(0, 0, 0, 1), HAND));
        inputs.put("gap in labels (0,0,7,7)", Input.of(PAIRS, HAND));
        inputs.put("string labels", Input.of(PAIRS, HAND));
        inputs.put(
                "noise -1 kept as its own cluster (0,0,1,1,-1) x4=100",
                Input.of(Labels.of(0, 0, 1, 1, Labels.NOISE), 0, 1, 10, 11, 100));
        inputs.put("all identical points, 2 clusters", Input.of(PAIRS, 0, 0, 0, 0));
        inputs.put(
                "duplicates across clusters: X=0,0,0,0,5,5 l=0,0,1,1,2,2",
                Input.of(Labels.of(0, 0, 1, 1, 2, 2), 0, 0, 0, 0, 5, 5));
        inputs.put("two clusters with zero spread: X=0,0,5,5", Input.of(PAIRS, 0, 0, 5, 5));
        inputs.put("concentric equal centroids X=-1,1,-2,2 l=0011", Input.of(PAIRS, -1, 1, -2, 2));
        inputs.put("NaN", Input.of(PAIRS, 0, 1, Double.NaN, 11));
        inputs.put("inf", Input.of(PAIRS, 0, 1, Double.POSITIVE_INFINITY, 11));
        inputs.put("1e8 offset (hand+1e8)", Input.of(PAIRS, 1e8, 1e8 + 1, 1e8 + 10, 1e8 + 11));
        inputs.put("1e154 scale", Input.of(PAIRS, 0, 1e154, 1e155, 1.1e155));
        inputs.put("0 rows", Input.of(Labels.of()));
        inputs.put("1 row", Input.of(Labels.of(0), 0));
        inputs.put("2 rows 2 clusters", Input.of(Labels.of(0, 1), 0, 1));
        inputs.put(
                "X6 2-D hand",
                new Input(
                        Matrix.wrap(6, 2, new double[] {1, 2, 1, 4, 1, 0, 10, 2, 10, 4, 10, 0}),
                        Labels.of(0, 0, 0, 1, 1, 1)));
        return inputs;
    }

    /** Names of the cases of this table. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String input : inputs().keySet()) {
            names.addAll(List.of("sil " + input, "db " + input, "ch " + input));
        }
        return names;
    }

    static List<String> lines(Map<String, String> expected) {
        List<String> lines = new ArrayList<>();
        lines.add("| case | silhouette | Davies-Bouldin | Calinski-Harabasz | Dunn |");
        lines.add("|---|---|---|---|---|");
        inputs().forEach((name, input) -> lines.add("| " + name + " | "
                + cell(expected.get("sil " + name), Silhouette.METRIC, input) + " | "
                + cell(expected.get("db " + name), DaviesBouldin.METRIC, input) + " | "
                + cell(expected.get("ch " + name), CalinskiHarabasz.METRIC, input) + " | "
                + found(Dunn.METRIC, input) + " |"));
        return lines;
    }

    private static String cell(String theirs, Metric metric, Input input) {
        String ours = found(metric, input);
        if (theirs == null) {
            return ours.equals("error") ? ours : "error → " + ours;
        }
        double expected = EdgeCases.numbers(theirs)[0];
        double actual = ours.equals("error") || ours.equals("not defined") ? Double.NaN : value(metric, input);
        return Math.abs(expected - actual) <= 1e-12 * Math.abs(expected)
                ? ours
                : "**" + EdgeCases.number(expected).replace("not defined", "nan") + " → " + ours + "**";
    }

    private static double value(Metric metric, Input input) {
        return metric.measure(input.x(), input.labels(), OPTIONS, RUN).overall();
    }

    private static String found(Metric metric, Input input) {
        try {
            return EdgeCases.number(value(metric, input));
        } catch (IllegalArgumentException e) {
            return "error";
        }
    }

    /** Silhouettes of single rows, and two segmentations. */
    static Map<String, EdgeCases.Case> others() {
        Map<String, EdgeCases.Case> cases = new LinkedHashMap<>();
        cases.put("silhouette_samples hand", () -> perRow(PAIRS, HAND));
        cases.put("silhouette_samples singleton", () -> perRow(Labels.of(0, 0, 0, 1), HAND));
        cases.put("silhouette_samples identical", () -> perRow(PAIRS, 0, 0, 0, 0));
        cases.put("ARI/NMI identical up to perm", () -> {
            Agreement.Result found =
                    Agreement.of(PAIRS, Labels.of(1, 1, 0, 0), NoisePolicy.LEAVE_OUT, RunContext.of(0));
            return EdgeCases.Found.numbers(found.adjustedRand(), found.mutualInformation());
        });
        cases.put("ARI one cluster both", () -> {
            Labels one = Labels.of(0, 0, 0, 0);
            return EdgeCases.Found.numbers(Agreement.of(one, one, NoisePolicy.LEAVE_OUT, RunContext.of(0))
                    .adjustedRand());
        });
        return cases;
    }

    private static EdgeCases.Found perRow(Labels labels, double... values) {
        Input input = Input.of(labels, values);
        return EdgeCases.Found.numbers(
                Silhouette.of(input.x(), labels, NoisePolicy.LEAVE_OUT, RUN).perRow());
    }
}
