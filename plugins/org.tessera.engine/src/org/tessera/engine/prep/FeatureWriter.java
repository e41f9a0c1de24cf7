package org.tessera.engine.prep;

import java.util.OptionalInt;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;

/** Writes one feature of all rows into a row-major array. */
final class FeatureWriter {

    private FeatureWriter() {}

    static void write(
            Feature feature, ColumnPreparation learned, Column column, double[] target, int offset, int stride) {
        if (learned instanceof ColumnPreparation.Numbers numbers) {
            double fill = numbers.fill().orElse(Double.NaN);
            writeNumbers(feature, fill, ((NumericColumn) column).values(), target, offset, stride);
        } else {
            ColumnPreparation.Categories categories = (ColumnPreparation.Categories) learned;
            writeCategories(feature, categories, (CategoryColumn) column, target, offset, stride);
        }
    }

    private static void writeNumbers(
            Feature feature, double fill, double[] values, double[] target, int offset, int stride) {
        int at = offset;
        for (double value : values) {
            boolean missing = Double.isNaN(value);
            double number = missing ? fill : value;
            double raw =
                    switch (feature.kind()) {
                        case LOG_NUMBER -> Math.log1p(number);
                        case MISSING -> missing ? 1 : 0;
                        default -> number;
                    };
            target[at] = feature.scaled(raw);
            at += stride;
        }
    }

    /** One value per level is computed first, so that a row costs a look-up. */
    private static void writeCategories(
            Feature feature,
            ColumnPreparation.Categories learned,
            CategoryColumn column,
            double[] target,
            int offset,
            int stride) {
        double[] byCode = new double[column.levels().size()];
        for (int code = 0; code < byCode.length; code++) {
            byCode[code] =
                    ofLevel(feature, learned, learned.indexOf(column.levels().get(code)));
        }
        OptionalInt fill = learned.fill();
        double ofMissing = ofLevel(feature, learned, fill.orElse(-1));
        int at = offset;
        for (int code : column.codes()) {
            target[at] = code == CategoryColumn.MISSING ? ofMissing : byCode[code];
            at += stride;
        }
    }

    private static double ofLevel(Feature feature, ColumnPreparation.Categories learned, int level) {
        double raw =
                switch (feature.kind()) {
                    case LEVEL -> level >= 0
                                    && learned.levels()
                                            .get(level)
                                            .equals(feature.level().orElseThrow())
                            ? 1
                            : 0;
                    case SHARE -> level >= 0 ? learned.shares()[level] : 0;
                    default -> level;
                };
        return feature.scaled(raw);
    }
}
