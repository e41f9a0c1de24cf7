package org.tessera.bench.segments;

import java.util.Map;
import org.tessera.engine.prep.ColumnOptions;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.prep.ScalingOptions;
import org.tessera.engine.prep.ScalingOptions.CategoryScale;

/** The preparations to compare with the default. */
final class Preparations {

    private static final int MAX_LEVELS = 50;

    private Preparations() {}

    /** Median, one-hot with a category for missing ones, z-score of all features, ids left out. */
    static PreparationOptions plain() {
        return new PreparationOptions(
                new NumericOptions(NumericMissing.MEDIAN, 0, false, Transformation.NONE),
                new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.ONE_HOT, false, 0, MAX_LEVELS),
                new ScalingOptions(Scaling.Z_SCORE, CategoryScale.LIKE_NUMBERS, Map.of()),
                ColumnOptions.everything().withLeaveOutIds(true));
    }

    /** The default, but with categories at typical distance. */
    static PreparationOptions typicalDistance() {
        return PreparationOptions.defaults()
                .withScaling(ScalingOptions.defaults().withCategories(CategoryScale.TYPICAL_DISTANCE));
    }
}
