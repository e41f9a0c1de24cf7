package org.tessera.engine.prep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.ColumnPreparation.Numbers;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.prep.numbers.ColumnStatistics;
import org.tessera.engine.prep.numbers.FiniteNumbers;
import org.tessera.engine.prep.numbers.YeoJohnson;
import org.tessera.engine.run.RunContext;

/**
 * Fits one numeric column: what replaces missing numbers, the transformation, the scale. The transformation is fitted to
 * the numbers that are present; missing ones are filled in the column's own units before they are transformed.
 */
final class NumberFitter {

    /** Smallest spread of transformed numbers, relative to their magnitude, that leaves them distinguishable. */
    private static final double MIN_SPREAD = 1e-12;

    private final NumericOptions options;
    private final FeatureScaler scaler;

    NumberFitter(NumericOptions options, FeatureScaler scaler) {
        this.options = options;
        this.scaler = scaler;
    }

    FittedColumn fit(NumericColumn column, RunContext run) {
        FiniteNumbers.check(column);
        ColumnStatistics statistics = ColumnStatistics.of(column.values(), run);
        OptionalDouble fill = switch (options.missing()) {
            case MEAN -> OptionalDouble.of(statistics.mean());
            case MEDIAN -> OptionalDouble.of(statistics.median());
            case CONSTANT -> OptionalDouble.of(options.constant());
            case LEAVE_OUT -> OptionalDouble.empty();
        };
        int missing = column.missing();
        Numbers fitted = new Numbers(
                column.name(),
                missing,
                fill,
                column.integral(),
                statistics.min(),
                statistics.max(),
                Optional.of(column.quantity()));
        List<Feature> features = new ArrayList<>();
        features.add(feature(fitted, column, statistics, run));
        if (options.indicator() && missing > 0 && options.missing() != NumericMissing.LEAVE_OUT) {
            Feature indicator = Feature.unscaled(column.name() + " missing", column.name(), Feature.Kind.MISSING);
            features.add(scaler.scaleIndicator(indicator, column.size(), missing, true));
        }
        return new FittedColumn(fitted, features);
    }

    private Feature feature(Numbers fitted, NumericColumn column, ColumnStatistics statistics, RunContext run) {
        ColumnEncoder encoder = new ColumnEncoder(fitted, column);
        Feature plain = Feature.unscaled(column.name(), column.name(), Feature.Kind.NUMBER);
        boolean mayTransform = !column.quantity().isPointInTime();
        if (mayTransform && options.transformation() == Transformation.YEO_JOHNSON) {
            Optional<Feature> transformed = yeoJohnson(column, statistics, run);
            if (transformed.isPresent()) {
                return scaler.scale(transformed.get(), FeatureScaler.encode(transformed.get(), encoder, run), run);
            }
        }
        boolean log = mayTransform
                && options.transformation() == Transformation.LOG
                && statistics.min() >= 0
                && fitted.fill().orElse(0) >= 0
                && statistics.skewness() > NumericOptions.MIN_SKEWNESS;
        Feature feature = log ? Feature.unscaled(column.name(), column.name(), Feature.Kind.LOG_NUMBER) : plain;
        return scaler.scale(feature, FeatureScaler.encode(feature, encoder, run), run);
    }

    /**
     * The transformation of a skewed column; empty if the column is not skewed, has two values only, or if transformed
     * numbers are no less skewed or no longer distinguishable.
     */
    private Optional<Feature> yeoJohnson(NumericColumn column, ColumnStatistics statistics, RunContext run) {
        double[] values = column.values();
        if (!(Math.abs(statistics.skewness()) > NumericOptions.MIN_SKEWNESS)
                || TwoValuedNumbers.distinct(values, run) == 2) {
            return Optional.empty();
        }
        return YeoJohnson.fit(values, run)
                .filter(t -> helps(t, values, statistics, run))
                .map(t -> Feature.transformed(column.name(), t));
    }

    private static boolean helps(YeoJohnson transformation, double[] values, ColumnStatistics before, RunContext run) {
        double[] transformed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            transformed[i] = transformation.transform(values[i]);
        }
        ColumnStatistics after = ColumnStatistics.of(transformed, run);
        double magnitude = Math.max(Math.abs(after.min()), Math.abs(after.max()));
        return after.sd() > MIN_SPREAD * magnitude && Math.abs(after.skewness()) < Math.abs(before.skewness());
    }
}
