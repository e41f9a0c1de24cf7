package org.tessera.knime.prep;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.Feature;
import org.tessera.engine.prep.FeatureSpread;
import org.tessera.engine.prep.FeatureSpread.SharedValue;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparedRows;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.kit.NodeTexts;

/** The warnings of the Preprocessor about its features: how they were transformed and scaled, and which dominate. */
final class FeatureWarnings {

    /** Share of the variance of all features above which a column dominates. */
    private static final double DOMINANT_SHARE = 1 / 3.0;
    /** With few columns each has a large share: how many times the equal share a dominating one has at least. */
    private static final double TIMES_EQUAL_SHARE = 1.5;

    /** Lambdas from which on they are shown with an exponent. */
    private static final double LARGE_LAMBDA = 1e5;

    private FeatureWarnings() {}

    /** @return the warnings in a fixed order; those without an occasion are empty */
    static List<String> of(Preparation preparation, PreparedRows rows, RunContext run) {
        return List.of(
                transformed(preparation),
                equalShares(preparation),
                withoutQuartiles(FeatureSpread.withoutQuartiles(preparation, rows.features(), run)),
                sharedValues(FeatureSpread.sharedValues(preparation, rows.features(), run)),
                dominant(FeatureSpread.varianceShares(preparation, rows.features(), run)));
    }

    private static String transformed(Preparation preparation) {
        List<String> columns = preparation.features().stream()
                .filter(f -> f.kind() == Feature.Kind.YEO_JOHNSON_NUMBER)
                .map(f -> "'" + f.source() + "' (lambda "
                        + lambda(f.transformation().orElseThrow().lambda()) + ")")
                .toList();
        return columns.isEmpty()
                ? ""
                : NodeTexts.count(columns.size(), "skewed column") + " transformed by Yeo-Johnson: "
                        + String.join(", ", columns) + ". Set by '" + PreprocessorParameters.TRANSFORMATION + "'.";
    }

    /** Two decimals, and an exponent for those of tiny numbers, to which they are inverse. */
    private static String lambda(double lambda) {
        String format = Math.abs(lambda) < LARGE_LAMBDA ? "0.00" : "0.00E0";
        return new DecimalFormat(format, DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(lambda);
    }

    private static String equalShares(Preparation preparation) {
        List<String> columns = new ArrayList<>();
        for (Feature feature : preparation.features()) {
            if (feature.kind() == Feature.Kind.SHARE) {
                preparation.columns().stream()
                        .filter(c -> c.column().equals(feature.source()))
                        .forEach(c -> columns.addAll(equalShares((Categories) c)));
            }
        }
        return columns.isEmpty()
                ? ""
                : "Categories of equal frequency can't be told apart by the encoding Frequency: "
                        + String.join("; ", columns) + ". Set '" + PreprocessorParameters.ENCODING
                        + "' to One-hot to tell them apart.";
    }

    private static List<String> equalShares(Categories column) {
        Map<Double, List<String>> byShare = new LinkedHashMap<>();
        for (int l = 0; l < column.levels().size(); l++) {
            byShare.computeIfAbsent(column.shares()[l], s -> new ArrayList<>())
                    .add("\"" + column.levels().get(l) + "\"");
        }
        return byShare.entrySet().stream()
                .filter(e -> e.getValue().size() > 1)
                .map(e -> "'" + column.column() + "' " + String.join(", ", e.getValue()) + " (" + percent(e.getKey())
                        + " each)")
                .toList();
    }

    private static String withoutQuartiles(List<String> columns) {
        return columns.isEmpty()
                ? ""
                : NodeTexts.count(columns.size(), "column")
                        + " with interquartile range 0, so divided by the range from the 5 % to the 95 % quantile, or a"
                        + " wider one, instead: "
                        + columns.stream().map(c -> "'" + c + "'").collect(Collectors.joining(", ")) + ". Set '"
                        + PreprocessorParameters.SCALING + "' to Z-score to treat all columns alike.";
    }

    private static String sharedValues(List<SharedValue> columns) {
        return columns.isEmpty()
                ? ""
                : NodeTexts.count(columns.size(), "column has", "columns have")
                        + " one value for most customers, and the others so far from it that the column counts more than"
                        + " a category: "
                        + columns.stream().map(FeatureWarnings::sharedValue).collect(Collectors.joining(", "))
                        + ". With that weight in '" + ColumnWeight.WEIGHTS + "' it counts like a category.";
    }

    private static String sharedValue(SharedValue column) {
        return String.format(
                Locale.ENGLISH,
                "'%s' (the same value for %s, the others %.1f standard deviations away on average: weight %.2g)",
                column.column(),
                percent(column.share()),
                column.distance(),
                column.weight());
    }

    private static String dominant(Map<String, Double> shares) {
        double limit = Math.max(DOMINANT_SHARE, TIMES_EQUAL_SHARE / Math.max(1, shares.size()));
        List<String> columns = shares.entrySet().stream()
                .filter(e -> e.getValue() > limit && shares.size() > 1)
                .map(e -> "'" + e.getKey() + "' holds " + percent(e.getValue()))
                .toList();
        return columns.isEmpty()
                ? ""
                : (columns.size() == 1 ? "Column " : "Columns: ") + String.join(" and ", columns)
                        + " of the variance of all features, so distances mostly compare "
                        + (columns.size() == 1 ? "it. Lower its weight in '" : "them. Lower their weights in '")
                        + ColumnWeight.WEIGHTS + "', or deselect " + (columns.size() == 1 ? "it." : "one.");
    }

    private static String percent(double share) {
        return String.format(Locale.ENGLISH, share < 0.01 ? "%.1f %%" : "%.0f %%", 100 * share);
    }
}
