package org.tessera.engine.profile.columns;

import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.Feature;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.numbers.ColumnStatistics;
import org.tessera.engine.prep.numbers.YeoJohnson;
import org.tessera.engine.run.RunContext;

/**
 * The scale on which numbers of a column are compared, increasing in the number: that of the feature that was made from it,
 * so that a difference counts as much as it did for the segments. A column that was no feature, skewed as the default
 * preparation sees it, has a Yeo-Johnson transformation of its own.
 *
 * @param name "Yeo-Johnson" or "logarithm", "" for the numbers as they are
 * @param function from numbers to this scale
 */
public record PreparedScale(String name, DoubleUnaryOperator function) {

    /** The numbers as they are. */
    public static final PreparedScale OWN = new PreparedScale("", DoubleUnaryOperator.identity());

    /** Checks that nothing is null. */
    public PreparedScale {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(function, "function");
    }

    /** The scale of a column that is a feature of a preparation; as they are without one. */
    static PreparedScale ofFeature(String column, Optional<Preparation> preparation) {
        return preparation.stream()
                .flatMap(p -> p.features().stream())
                .filter(f -> f.source().equals(column))
                .map(PreparedScale::of)
                .filter(scale -> scale != OWN)
                .findFirst()
                .orElse(OWN);
    }

    private static PreparedScale of(Feature feature) {
        return switch (feature.kind()) {
            case YEO_JOHNSON_NUMBER -> of(feature.transformation().orElseThrow());
            case LOG_NUMBER -> new PreparedScale("logarithm", Math::log1p);
            case NUMBER, MISSING, LEVEL, RANK, SHARE -> OWN;
        };
    }

    private static PreparedScale of(YeoJohnson transformation) {
        return new PreparedScale("Yeo-Johnson", transformation::transform);
    }

    /** The scale of a column that was no feature. O(n log n). */
    static PreparedScale ofOther(NumericColumn column, RunContext run) {
        double skewness = column.quantity().isPointInTime()
                ? 0
                : ColumnStatistics.of(column.values(), run).skewness();
        return Math.abs(skewness) > NumericOptions.MIN_SKEWNESS
                ? YeoJohnson.fit(column.values(), run).map(PreparedScale::of).orElse(OWN)
                : OWN;
    }
}
