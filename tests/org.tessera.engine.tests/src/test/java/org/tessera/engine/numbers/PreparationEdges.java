package org.tessera.engine.numbers;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.numbers.EdgeCases.Found;
import org.tessera.engine.prep.ColumnOptions;
import org.tessera.engine.prep.PlainZScores;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.run.RunContext;

/** Imputer, encoder and scaler on degenerate columns, with the options that scikit-learn's pipeline has. */
final class PreparationEdges {

    private static final RunContext RUN = RunContext.of(1);
    private static final PreparationOptions OPTIONS = PlainZScores.OPTIONS
            .withNumeric(new NumericOptions(NumericMissing.MEAN, 0, false, Transformation.NONE))
            .withCategory(new CategoryOptions(CategoryMissing.MOST_FREQUENT, Encoding.ONE_HOT, false, 0, 50))
            .withColumns(ColumnOptions.everything().withKeep(Set.of("a")));

    private PreparationEdges() {}

    static Map<String, EdgeCases.Case> cases() {
        Map<String, EdgeCases.Case> cases = new LinkedHashMap<>();
        double[] tenths = new double[10];
        Arrays.fill(tenths, 0.1);
        cases.put("StandardScaler constant column", () -> scaled(numbers("a", 5, 5, 5), numbers("b", 1, 2, 3)));
        cases.put("StandardScaler constant 0.1 x 10 (float noise)", () -> scaled(numbers("a", tenths)));
        cases.put("StandardScaler const 1e8+tiny", () -> scaled(numbers("a", 1e8, 1e8 + Math.ulp(1e8), 1e8)));
        cases.put("StandardScaler 1 row", () -> scaled(numbers("a", 1), numbers("b", 2)));
        cases.put("Imputer mean", () -> plain(numbers("a", 1, Double.NaN, 3)));
        cases.put(
                "Imputer all-missing column mean",
                () -> plain(numbers("a", Double.NaN, Double.NaN), numbers("b", 1, 2)));
        cases.put("Imputer most_frequent tie a/b", PreparationEdges::mostFrequent);
        cases.put("OneHot order", () -> plain(CategoryColumn.of("a", List.of("c", "b", "a"))));
        return cases;
    }

    private static NumericColumn numbers(String name, double... values) {
        return new NumericColumn(name, values, false);
    }

    private static Found scaled(Column... columns) {
        return prepared(OPTIONS, columns);
    }

    private static Found plain(Column... columns) {
        return prepared(OPTIONS.withScaling(Scaling.NONE), columns);
    }

    private static Found prepared(PreparationOptions options, Column... columns) {
        CustomerTable table = new CustomerTable(columns[0].size(), List.of(columns));
        Preparation preparation = Preparer.with(options).fit(table, Set.of(), RUN);
        Matrix features = preparation.apply(table, RUN).features();
        Found found = Found.numbers(features.values());
        String left = preparation.dropped().isEmpty()
                ? ""
                : ", without "
                        + preparation.dropped().stream()
                                .map(column -> "'" + column.column() + "'")
                                .collect(Collectors.joining(", "));
        return new Found(found.text() + left, found.values(), false);
    }

    /** The missing third entry as a or b, as the features tell. */
    private static Found mostFrequent() {
        List<String> entries = Arrays.asList("b", "a", null, "b", "a");
        CustomerTable table = new CustomerTable(5, List.of(CategoryColumn.of("a", entries)));
        Preparation preparation =
                Preparer.with(OPTIONS.withScaling(Scaling.NONE)).fit(table, Set.of(), RUN);
        Matrix features = preparation.apply(table, RUN).features();
        int second = features.at(2, 0) == features.at(1, 0) ? 1 : 0;
        String filled = entries.get(second);
        return Found.text(entries.stream()
                .map(entry -> "'" + (entry == null ? filled : entry) + "'")
                .collect(Collectors.joining(", ", "[", "]")));
    }
}
