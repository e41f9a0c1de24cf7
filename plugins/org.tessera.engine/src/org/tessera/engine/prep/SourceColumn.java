package org.tessera.engine.prep;

import java.util.HashMap;
import java.util.Map;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;

/** A customers' column with what was learned of it: looked up once per column, so that a row costs nothing more. */
final class SourceColumn {

    private final ColumnPreparation learned;
    private final Column column;
    private final Map<String, Integer> indexOfLevel = new HashMap<>();
    private final int[] levelOfCode;
    private final int levelOfMissing;

    SourceColumn(ColumnPreparation learned, Column column) {
        this.learned = learned;
        this.column = column;
        if (learned instanceof ColumnPreparation.Categories categories) {
            for (int l = 0; l < categories.levels().size(); l++) {
                indexOfLevel.putIfAbsent(categories.levels().get(l), l);
            }
            CategoryColumn entries = (CategoryColumn) column;
            int other = level(ColumnPreparation.Categories.OTHER);
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

    /** The place of a learned level, or -1. */
    int level(String category) {
        return indexOfLevel.getOrDefault(category, -1);
    }

    /** Some rows of a row-major array of features. */
    record Target(double[] values, int stride, int from, int to) {}

    /** Writes one feature of the rows of the target. */
    void write(Feature feature, int place, Target target) {
        if (learned instanceof ColumnPreparation.Numbers numbers) {
            writeNumbers(feature, numbers.fill().orElse(Double.NaN), place, target);
        } else if (feature.kind() == Feature.Kind.LEVEL) {
            writeLevel(feature, place, target);
        } else {
            writeCategories(feature, ((ColumnPreparation.Categories) learned).shares(), place, target);
        }
    }

    private void writeNumbers(Feature feature, double fill, int place, Target target) {
        double[] values = ((NumericColumn) column).values();
        for (int i = target.from(); i < target.to(); i++) {
            boolean missing = Double.isNaN(values[i]);
            double number = missing ? fill : values[i];
            double raw =
                    switch (feature.kind()) {
                        case LOG_NUMBER -> Math.log1p(number);
                        case MISSING -> missing ? 1 : 0;
                        default -> number;
                    };
            target.values()[i * target.stride() + place] = feature.scaled(raw);
        }
    }

    private void writeLevel(Feature feature, int place, Target target) {
        int wanted = level(feature.level().orElseThrow());
        double hit = feature.scaled(1);
        double none = feature.scaled(0);
        int[] codes = ((CategoryColumn) column).codes();
        for (int i = target.from(); i < target.to(); i++) {
            target.values()[i * target.stride() + place] = levelOf(codes[i]) == wanted ? hit : none;
        }
    }

    private void writeCategories(Feature feature, double[] shares, int place, Target target) {
        boolean share = feature.kind() == Feature.Kind.SHARE;
        int[] codes = ((CategoryColumn) column).codes();
        for (int i = target.from(); i < target.to(); i++) {
            int level = levelOf(codes[i]);
            double ofShare = level >= 0 ? shares[level] : 0;
            target.values()[i * target.stride() + place] = feature.scaled(share ? ofShare : level);
        }
    }

    private int levelOf(int code) {
        return code == CategoryColumn.MISSING ? levelOfMissing : levelOfCode[code];
    }
}
