package org.tessera.engine.prep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.run.RunContext;

/**
 * Fits one categorical column: its levels, their encoding, the scale. Ranks and shares are numbers and scaled as such.
 */
final class CategoryFitter {

    private final CategoryOptions options;
    private final FeatureScaler scaler;

    CategoryFitter(CategoryOptions options, FeatureScaler scaler) {
        this.options = options;
        this.scaler = scaler;
    }

    FittedColumn fit(CategoryColumn column, RunContext run) {
        Categories fitted = CategoryLevels.fit(column, options, run);
        ColumnEncoder encoder = new ColumnEncoder(fitted, column);
        return fit(fitted, column.size(), raw -> scaler.scale(raw, FeatureScaler.encode(raw, encoder, run), run));
    }

    /** The features of fitted levels; ranks and shares are scaled by the given function. */
    FittedColumn fit(Categories fitted, int rows, UnaryOperator<Feature> scaled) {
        if (options.encoding() == Encoding.ONE_HOT) {
            return new FittedColumn(fitted, indicators(fitted, rows));
        }
        Feature.Kind kind = options.encoding() == Encoding.ORDINAL ? Feature.Kind.RANK : Feature.Kind.SHARE;
        return new FittedColumn(
                fitted, List.of(scaled.apply(Feature.unscaled(fitted.column(), fitted.column(), kind))));
    }

    private List<Feature> indicators(Categories fitted, int rows) {
        List<Feature> features = new ArrayList<>();
        List<String> levels = fitted.levels();
        int first = options.dropFirst() && levels.size() > 1 ? 1 : 0;
        for (int l = first; l < levels.size(); l++) {
            Feature feature = Feature.level(fitted.column(), levels.get(l));
            int ones = (int) Math.round(fitted.shares()[l] * rows);
            features.add(scaler.scaleIndicator(feature, rows, ones, levels.size() - first == 1));
        }
        return features;
    }
}
