package org.tessera.engine.numbers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tessera.engine.run.SegmentationException;

/** What scikit-learn and scipy give on degenerate input, by the name of the case; an error is null. */
final class EdgeCases {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(e[+-]?\\d+)?|nan|inf");
    private static final double EQUAL = 1e-9;
    private static final int SHOWN = 60;
    private static final String ERROR = "error";

    private EdgeCases() {}

    /** What Tessera gives: values to compare, or a text where there is nothing to compare. */
    record Found(String text, double[] values, boolean partition) {

        static Found labels(int... labels) {
            double[] values = Arrays.stream(labels).asDoubleStream().toArray();
            return new Found(Arrays.toString(labels), values, true);
        }

        static Found numbers(double... numbers) {
            return new Found(Arrays.toString(numbers), numbers, false);
        }

        static Found text(String text) {
            return new Found(text, new double[0], false);
        }
    }

    /** The computation of a case. */
    @FunctionalInterface
    interface Case {
        Found find();
    }

    static Map<String, String> read() throws IOException {
        Map<String, String> cases = new LinkedHashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                EdgeCases.class.getResourceAsStream("/reference/edge_cases.txt"), StandardCharsets.UTF_8))) {
            for (String line : reader.lines().toList()) {
                int arrow = line.indexOf(" => ");
                if (arrow >= 0) {
                    String value = line.substring(arrow + 4).replaceFirst("\\s+\\[WARN.*", "");
                    cases.put(line.substring(0, arrow), value.startsWith("RAISES") ? null : value);
                }
            }
        }
        return cases;
    }

    /** A line per case: what both give, or each of them. */
    static List<String> lines(Map<String, String> expected, Map<String, Case> cases) {
        List<String> lines = new ArrayList<>();
        lines.add("| case | scikit-learn, scipy | Tessera |");
        lines.add("|---|---|---|");
        cases.forEach((name, computation) -> {
            String theirs = expected.get(name);
            Found found = find(computation);
            lines.add("| " + name.replace("|", "\\|") + " | " + shown(theirs) + " | "
                    + (same(theirs, found) ? "same" : shown(found.text())) + " |");
        });
        return lines;
    }

    /** What Tessera refuses is shown as such; its messages are tested where they arise. */
    static Found find(Case computation) {
        try {
            return computation.find();
        } catch (IllegalArgumentException | SegmentationException e) {
            return Found.text(ERROR);
        }
    }

    private static String shown(String text) {
        if (text == null) {
            return ERROR;
        }
        return text.startsWith("[[") && text.length() > SHOWN ? text.substring(0, SHOWN) + " ..." : text;
    }

    /** Partitions by their groups, whatever the numbers; noise stays noise. */
    static boolean same(String theirs, Found found) {
        if (theirs == null || theirs.equals(found.text())) {
            return theirs != null || found.text().equals(ERROR);
        }
        double[] expected = numbers(theirs);
        double[] actual = found.values();
        if (found.partition()) {
            return actual.length > 0
                    && expected.length >= actual.length
                    && Arrays.equals(renumbered(Arrays.copyOf(expected, actual.length)), renumbered(actual));
        }
        boolean equal = actual.length > 0 && expected.length == actual.length;
        for (int i = 0; equal && i < actual.length; i++) {
            equal = Math.abs(expected[i] - actual[i]) <= EQUAL * Math.max(1, Math.abs(expected[i]));
        }
        return equal;
    }

    static double[] numbers(String text) {
        List<Double> values = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            String number = matcher.group();
            values.add(
                    switch (number) {
                        case "nan" -> Double.NaN;
                        case "inf" -> Double.POSITIVE_INFINITY;
                        default -> Double.valueOf(number);
                    });
        }
        return values.stream().mapToDouble(v -> v).toArray();
    }

    private static double[] renumbered(double[] labels) {
        Map<Double, Double> numbers = new HashMap<>();
        return Arrays.stream(labels)
                .map(label -> label < 0 ? label : numbers.computeIfAbsent(label, l -> (double) numbers.size()))
                .toArray();
    }

    static String number(double value) {
        return Double.isNaN(value) ? "not defined" : String.format(Locale.ROOT, "%.6g", value);
    }
}
