package org.tessera.engine.prep;

import java.util.HashMap;
import java.util.Map;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.numbers.YeoJohnson;

/** Encodes the entries of one source column as features, with the fitted parameters looked up once per column. */
final class ColumnEncoder {

    private final ColumnPreparation fitted;
    private final Column column;
    private final Map<String, Integer> indexOfLevel = new HashMap<>();
    private final int[] levelOfCode;
    private final int levelOfMissing;

    ColumnEncoder(ColumnPreparation fitted, Column column) {
        this.fitted = fitted;
        this.column = column;
        if (fitted instanceof ColumnPreparation.Categories categories) {
            for (int l = 0; l < categories.levels().size(); l++) {
                indexOfLevel.putIfAbsent(categories.levels().get(l), l);
            }
            CategoryColumn entries = (CategoryColumn) column;
            int other = categories.other().orElse(-1);
            levelOfCode = entries.levels().stream()
                    .mapToInt(category -> indexOfLevel.getOrDefault(category, other))
                    .toArray();
            levelOfMissing = categories.fill().orElse(-1);
        } else {
            levelOfMissing = -1;
            levelOfCode = new int[0];
        }
    }

    Column column() {
        return column;
    }

    /** The index of a fitted level, or -1. */
    int level(String category) {
        return indexOfLevel.getOrDefault(category, -1);
    }

    /** The rows from..to - 1 of a row-major feature matrix with {@code stride} columns. */
    record Target(double[] values, int stride, int from, int to) {}

    /** Writes one feature, the given column of the matrix, for the rows of the target. */
    void encode(Feature feature, int index, Target target) {
        if (fitted instanceof ColumnPreparation.Numbers numbers) {
            encodeNumbers(feature, numbers.fill().orElse(Double.NaN), index, target);
        } else if (feature.kind() == Feature.Kind.LEVEL) {
            encodeLevel(feature, index, target);
        } else {
            encodeCategories(feature, ((ColumnPreparation.Categories) fitted).shares(), index, target);
        }
    }

    private void encodeNumbers(Feature feature, double fill, int index, Target target) {
        double[] values = ((NumericColumn) column).values();
        YeoJohnson transformation = feature.transformation().orElse(null);
        for (int i = target.from(); i < target.to(); i++) {
            boolean missing = Double.isNaN(values[i]);
            double number = missing ? fill : values[i];
            double raw = switch (feature.kind()) {
                case LOG_NUMBER -> Math.log1p(number);
                case YEO_JOHNSON_NUMBER -> transformation.transform(number);
                case MISSING -> missing ? 1 : 0;
                default -> number;
            };
            target.values()[i * target.stride() + index] = feature.scaled(raw);
        }
    }

    private void encodeLevel(Feature feature, int index, Target target) {
        int wanted = level(feature.level().orElseThrow());
        double one = feature.scaled(1);
        double zero = feature.scaled(0);
        int[] codes = ((CategoryColumn) column).codes();
        for (int i = target.from(); i < target.to(); i++) {
            target.values()[i * target.stride() + index] = levelOf(codes[i]) == wanted ? one : zero;
        }
    }

    private void encodeCategories(Feature feature, double[] shares, int index, Target target) {
        boolean share = feature.kind() == Feature.Kind.SHARE;
        int[] codes = ((CategoryColumn) column).codes();
        for (int i = target.from(); i < target.to(); i++) {
            int level = levelOf(codes[i]);
            double shareOfLevel = level >= 0 ? shares[level] : 0;
            target.values()[i * target.stride() + index] = feature.scaled(share ? shareOfLevel : level);
        }
    }

    private int levelOf(int code) {
        return code == CategoryColumn.MISSING ? levelOfMissing : levelOfCode[code];
    }
}
