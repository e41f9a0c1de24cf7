package org.tessera.engine.prep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.run.RunContext;

/**
 * Preparations compared with scikit-learn 1.2.1 on training and new customers, for every imputer, scaler and encoder
 * that both have. The expected values are computed by {@code prep/oracle.py}.
 */
class ScikitLearnTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final double TOLERANCE = 1e-12;

    private static CustomerTable training;
    private static CustomerTable newcomers;
    private static Map<String, Map<String, double[]>> expected;

    @BeforeAll
    static void read() throws IOException {
        training = table("train.csv");
        newcomers = table("new.csv");
        expected = new LinkedHashMap<>();
        for (String[] line : lines("expected.csv")) {
            double[] values =
                    Arrays.stream(line).skip(3).mapToDouble(Double::parseDouble).toArray();
            expected.computeIfAbsent(line[0] + ";" + line[1], k -> new LinkedHashMap<>())
                    .put(line[2] + " (" + line[1] + ")", values);
        }
    }

    private static List<String[]> lines(String file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                ScikitLearnTest.class.getResourceAsStream("/prep/" + file), StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.split(";", -1)).toList();
        }
    }

    private static CustomerTable table(String file) throws IOException {
        List<String[]> lines = lines(file);
        List<String[]> rows = lines.subList(1, lines.size());
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < lines.get(0).length; c++) {
            String name = lines.get(0)[c];
            int at = c;
            if (Set.of("city", "plan", "rating").contains(name)) {
                List<String> entries = new ArrayList<>();
                rows.forEach(row -> entries.add(row[at].isEmpty() ? null : row[at]));
                columns.add(CategoryColumn.of(name, entries));
            } else {
                double[] values = rows.stream()
                        .mapToDouble(row -> row[at].isEmpty() ? Double.NaN : Double.parseDouble(row[at]))
                        .toArray();
                columns.add(new NumericColumn(name, values, false));
            }
        }
        return new CustomerTable(rows.size(), columns);
    }

    private static Stream<Scaling> scalings() {
        return Stream.of(Scaling.values());
    }

    private static PreparationOptions numbers(NumericMissing missing, boolean indicator, boolean log, Scaling scaling) {
        return PlainZScores.OPTIONS
                .withNumeric(
                        new NumericOptions(missing, 0.25, indicator, log ? Transformation.LOG : Transformation.NONE))
                .withScaling(scaling);
    }

    /** Compares the features of some columns with those of a case, training customers before new ones. */
    private static void compare(String wanted, PreparationOptions options, List<String> columns) {
        Map<String, double[]> features =
                expected.get(wanted + ";" + options.scaling().method().suffix());
        CustomerTable chosen = new CustomerTable(
                training.rows(),
                training.columns().stream()
                        .filter(c -> columns.contains(c.name()))
                        .toList());
        Preparation preparation = Preparer.with(options).fit(chosen, Set.of(), RUN);
        assertEquals(features.keySet(), Set.copyOf(preparation.featureNames()));
        Matrix old = preparation.apply(training, RUN).features();
        Matrix young = preparation.apply(newcomers, RUN).features();
        for (int f = 0; f < preparation.features().size(); f++) {
            String name = preparation.featureNames().get(f);
            double[] values = features.get(name);
            for (int i = 0; i < values.length; i++) {
                double actual = i < old.rows() ? old.at(i, f) : young.at(i - old.rows(), f);
                double difference = Math.abs(actual - values[i]) / Math.max(1, Math.abs(values[i]));
                assertTrue(difference <= TOLERANCE, name + ", row " + i + ": " + actual + " beside " + values[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scalings")
    void numbers_are_filled_flagged_and_scaled_as_there(Scaling scaling) {
        List<String> columns = List.of("age", "revenue", "offset", "tiny", "huge", "flag", "single", "complete");
        for (NumericMissing missing : List.of(NumericMissing.MEAN, NumericMissing.MEDIAN, NumericMissing.CONSTANT)) {
            compare(missing.name(), numbers(missing, true, false, scaling), columns);
        }
    }

    @ParameterizedTest
    @MethodSource("scalings")
    void skewed_numbers_become_logarithms_as_there(Scaling scaling) {
        compare("LOG", numbers(NumericMissing.MEDIAN, false, true, scaling), List.of("age", "revenue", "complete"));
    }

    @ParameterizedTest
    @MethodSource("scalings")
    void categories_become_one_hot_features_as_there(Scaling scaling) {
        for (CategoryMissing missing : CategoryMissing.values()) {
            compare(
                    "ONE_HOT " + missing,
                    PlainZScores.OPTIONS
                            .withScaling(scaling)
                            .withCategory(new CategoryOptions(missing, Encoding.ONE_HOT, false, 0, 50)),
                    List.of("city", "plan", "rating"));
        }
    }

    @Test
    void categories_are_dropped_put_together_and_ranked_as_there() {
        PreparationOptions plain = PlainZScores.OPTIONS.withScaling(Scaling.NONE);
        for (CategoryMissing missing : CategoryMissing.values()) {
            List<String> all = List.of("city", "plan", "rating");
            CategoryOptions first = new CategoryOptions(missing, Encoding.ONE_HOT, true, 0, 50);
            compare("DROP_FIRST " + missing, plain.withCategory(first), all);
            CategoryOptions ordinal = new CategoryOptions(missing, Encoding.ORDINAL, false, 0, 50);
            compare("ORDINAL " + missing, plain.withCategory(ordinal), all);
            CategoryOptions rare = new CategoryOptions(missing, Encoding.ONE_HOT, false, 0.1, 50);
            compare("RARE " + missing, plain.withCategory(rare), List.of("city"));
            CategoryOptions limit = new CategoryOptions(missing, Encoding.ONE_HOT, false, 0, 4);
            compare("LIMIT " + missing, plain.withCategory(limit), List.of("city"));
        }
    }
}
