package org.tessera.engine.prep;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.ColumnPreparation.Numbers;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.numbers.ColumnStatistics;
import org.tessera.engine.prep.numbers.YeoJohnson;
import org.tessera.engine.run.SegmentationException;

/**
 * What is counted and summed of a column of numbers over all customers, and the parameters that follow. The transformation
 * is that of the sample, unless a number outside the sample is beyond its domain.
 */
final class NumberTotals implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final MathContext PRECISION = new MathContext(40);

    private final String name;
    private final Feature.Kind kind;
    private final double lambda;
    private final RankCounts ranks;
    private final PowerSums plain;
    private final PowerSums transformed;
    private boolean integral = true;
    private Quantity quantity;
    private long missing;
    private boolean plainFits = true;
    private boolean transformedFits = true;

    /**
     * Totals of no customer.
     *
     * @param fitted the parameters of the sample
     * @param feature the feature of the number in the sample
     * @param sample the numbers of the sample
     */
    NumberTotals(Numbers fitted, Feature feature, NumericColumn sample) {
        name = fitted.column();
        kind = feature.kind();
        lambda = feature.transformation().map(YeoJohnson::lambda).orElse(0.0);
        quantity = fitted.quantity().orElse(Quantity.NUMBER);
        ranks = RankCounts.at(sample.values());
        DoubleUnaryOperator encoding = encoding(kind);
        plain = new PowerSums(largest(fitted, DoubleUnaryOperator.identity()));
        transformed = new PowerSums(largest(fitted, encoding));
    }

    private NumberTotals(NumberTotals other) {
        name = other.name;
        kind = other.kind;
        lambda = other.lambda;
        quantity = other.quantity;
        ranks = other.ranks.empty();
        plain = other.plain.empty();
        transformed = other.transformed.empty();
    }

    /** Totals of no customer, for the same sample. */
    NumberTotals empty() {
        return new NumberTotals(this);
    }

    private static double largest(Numbers fitted, DoubleUnaryOperator encoding) {
        return Math.max(Math.abs(encoding.applyAsDouble(fitted.min())), Math.abs(encoding.applyAsDouble(fitted.max())));
    }

    private DoubleUnaryOperator encoding(Feature.Kind of) {
        return switch (of) {
            case LOG_NUMBER -> Math::log1p;
            case YEO_JOHNSON_NUMBER -> new YeoJohnson(lambda)::transform;
            default -> DoubleUnaryOperator.identity();
        };
    }

    /** Adds the rows of a block that are not left out. */
    void add(NumericColumn column, boolean[] leftOut) {
        DoubleUnaryOperator encoding = encoding(kind);
        boolean isPlain = kind == Feature.Kind.NUMBER;
        boolean present = false;
        double[] values = column.values();
        for (int i = 0; i < values.length; i++) {
            if (leftOut[i]) {
                continue;
            }
            double value = values[i];
            if (Double.isNaN(value)) {
                missing++;
                continue;
            }
            if (Double.isInfinite(value)) {
                throw infinite(name, value);
            }
            present = true;
            ranks.add(value);
            plainFits = plain.add(value) && plainFits;
            transformedFits = transformedFits && (isPlain || transformed.add(encoding.applyAsDouble(value)));
        }
        integral &= !present || column.integral();
        if (present && column.quantity() == Quantity.DATE_TIME) {
            quantity = Quantity.DATE_TIME;
        }
    }

    static SegmentationException infinite(String column, double value) {
        return new SegmentationException(
                "Column '" + column + "' holds " + value + ", but numbers have to be finite",
                "replace the number, for example with a missing value",
                "leave the column out");
    }

    void add(NumberTotals other) {
        ranks.add(other.ranks);
        plain.add(other.plain);
        transformed.add(other.transformed);
        missing += other.missing;
        integral &= other.integral;
        plainFits &= other.plainFits;
        transformedFits &= other.transformedFits;
        if (other.quantity == Quantity.DATE_TIME) {
            quantity = other.quantity;
        }
    }

    /** The largest error of the rank of an order statistic, as a share of the numbers. */
    double rankError() {
        return ranks.largestGap() / (double) ranks.total();
    }

    /** The parameters of all customers. */
    FittedColumn fit(NumericOptions options, FeatureScaler scaler) {
        if (!plainFits) {
            throw new SegmentationException(
                    "Column '" + name + "' spans from " + ranks.min() + " to " + ranks.max()
                            + ", too wide to be scaled",
                    "divide it by a suitable unit first",
                    "turn outliers into missing values");
        }
        long present = ranks.total();
        OptionalDouble fill = switch (options.missing()) {
            case MEAN ->
                OptionalDouble.of(plain.sum()
                        .divide(BigDecimal.valueOf(present), PRECISION)
                        .doubleValue());
            case MEDIAN -> OptionalDouble.of(median(present));
            case CONSTANT -> OptionalDouble.of(options.constant());
            case LEAVE_OUT -> OptionalDouble.empty();
        };
        Numbers fitted =
                new Numbers(name, (int) missing, fill, integral, ranks.min(), ranks.max(), Optional.of(quantity));
        List<Feature> features = new ArrayList<>();
        features.add(feature(fitted, scaler));
        if (options.indicator() && missing > 0 && options.missing() != NumericMissing.LEAVE_OUT) {
            Feature indicator = Feature.unscaled(name + " missing", name, Feature.Kind.MISSING);
            features.add(scaler.scaleIndicator(indicator, (int) (present + missing), (int) missing, true));
        }
        return new FittedColumn(fitted, features);
    }

    private double median(long present) {
        return ranks.number((present - 1) / 2) * 0.5 + ranks.number(present / 2) * 0.5;
    }

    private Feature feature(Numbers fitted, FeatureScaler scaler) {
        boolean inDomain = kind != Feature.Kind.LOG_NUMBER
                || Math.min(ranks.min(), fitted.fill().orElse(0)) >= 0;
        Feature.Kind used = transformedFits && inDomain ? kind : Feature.Kind.NUMBER;
        Feature raw = used == Feature.Kind.YEO_JOHNSON_NUMBER
                ? Feature.transformed(name, new YeoJohnson(lambda))
                : Feature.unscaled(name, name, used);
        DoubleUnaryOperator encoding = encoding(used);
        PowerSums sums = used == Feature.Kind.NUMBER ? plain : transformed;
        double filled = fitted.fill().orElse(0);
        long copies = fitted.fill().isPresent() ? missing : 0;
        BigDecimal atFill = new BigDecimal(encoding.applyAsDouble(filled));
        BigDecimal times = BigDecimal.valueOf(copies);
        ColumnStatistics statistics = ColumnStatistics.ofSums(
                (int) (ranks.total() + copies),
                sums.sum().add(times.multiply(atFill)),
                sums.squares().add(times.multiply(atFill).multiply(atFill)),
                rank -> encoding.applyAsDouble(ranks.number(rank, filled, copies)));
        return scaler.scale(raw, statistics, isTwoValued(copies > 0, filled));
    }

    /** Whether the numbers have two values, what replaces missing ones among them. */
    private boolean isTwoValued(boolean fills, double filled) {
        double[] values = {ranks.min(), ranks.max(), fills ? filled : ranks.min()};
        long different = Arrays.stream(values).map(v -> v + 0.0).distinct().count();
        return different == 2 && ranks.inside() == 0;
    }
}
