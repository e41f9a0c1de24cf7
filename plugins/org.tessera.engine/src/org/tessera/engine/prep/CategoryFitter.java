package org.tessera.engine.prep;

import java.util.ArrayList;
import java.util.List;
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
        if (options.encoding() == Encoding.ONE_HOT) {
            return new FittedColumn(fitted, indicators(fitted, column.size()));
        }
        Feature.Kind kind = options.encoding() == Encoding.ORDINAL ? Feature.Kind.RANK : Feature.Kind.SHARE;
        Feature feature = Feature.unscaled(column.name(), column.name(), kind);
        double[] values = FeatureScaler.encode(feature, new ColumnEncoder(fitted, column), run);
        return new FittedColumn(fitted, List.of(scaler.scale(feature, values, run)));
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
