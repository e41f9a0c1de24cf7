package org.tessera.charts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.ColumnPreparation;
import org.tessera.engine.prep.Feature;
import org.tessera.engine.prep.Preparation;

/**
 * A feature as an axis in the units of its column.
 *
 * @param name its name on the axis
 * @param source the column
 * @param index its place among the features
 * @param feature how it was made, empty if it is the column itself
 * @param quantity what the column measures
 * @param range its values in training
 */
record OwnUnits(String name, String source, int index, Optional<Feature> feature, Quantity quantity, Range range) {

    private static final int TICKS = 5;
    /** Significant digits of a label. */
    private static final int DIGITS = 2;

    private static final int BISECTIONS = 60;

    /** The range of a column in training, infinite where it is not known, and whether its values are whole. */
    record Range(double low, double high, boolean whole) {

        static final Range UNKNOWN = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);
    }

    /** A label at a place of the scale. */
    record Tick(double at, String text) {}

    static OwnUnits of(String name, int index, Optional<Preparation> preparation) {
        Optional<Feature> feature = preparation.map(p -> p.features().get(index));
        String source = feature.map(Feature::source).orElse(name);
        Optional<ColumnPreparation.Numbers> numbers = preparation.stream()
                .flatMap(p -> p.columns().stream())
                .filter(column -> column.column().equals(source))
                .filter(ColumnPreparation.Numbers.class::isInstance)
                .map(ColumnPreparation.Numbers.class::cast)
                .findFirst();
        return new OwnUnits(
                shown(name, feature),
                source,
                index,
                feature,
                numbers.flatMap(ColumnPreparation.Numbers::quantity).orElse(Quantity.NUMBER),
                numbers.map(n -> new Range(n.min(), n.max(), n.integral())).orElse(Range.UNKNOWN));
    }

    private static String shown(String name, Optional<Feature> feature) {
        return feature.map(f -> switch (f.kind()) {
                    case LEVEL -> f.source() + " = " + f.level().orElse("");
                    case MISSING -> f.source() + " is missing";
                    default -> f.source();
                })
                .orElse(name);
    }

    /** Whether the feature says yes or no, so that its mean is a share. */
    boolean isShare() {
        return feature.map(f -> f.kind() == Feature.Kind.LEVEL || f.kind() == Feature.Kind.MISSING)
                .orElse(false);
    }

    /** Labels of round values over the range of the column, as far as the scale has it; of shares at 0, a half and 1. */
    List<Tick> ticks(double low, double high) {
        List<Tick> ticks = isShare() ? shares() : isLinear() ? linear(low, high) : transformed(low, high);
        return apart(
                ticks.stream()
                        .filter(tick -> tick.at() >= low && tick.at() <= high)
                        .toList(),
                (high - low) / (2 * TICKS));
    }

    private List<Tick> shares() {
        double zero = inOwnUnits(0);
        double perUnit = inOwnUnits(1) - zero;
        return perUnit == 0
                ? List.of()
                : Stream.of(0.0, 0.5, 1.0)
                        .map(share -> new Tick((share - zero) / perUnit, Numbers.roughPercent(share)))
                        .toList();
    }

    /** Whether equal steps of the feature are equal steps of the column. */
    private boolean isLinear() {
        return feature.map(f -> f.kind() == Feature.Kind.NUMBER).orElse(true) && !quantity.isPointInTime();
    }

    private List<Tick> linear(double low, double high) {
        double from = Math.max(range.low(), inOwnUnits(low));
        double to = Math.min(range.high(), inOwnUnits(high));
        return from < to
                ? new Scale(from, to, 0, 1)
                        .ticks(TICKS).stream()
                                .map(BigDecimal::doubleValue)
                                .filter(value -> !range.whole() || value == Math.rint(value))
                                .map(value -> new Tick(place(value, low, high), text(value)))
                                .toList()
                : List.of();
    }

    /** Rounded values at equal steps of the feature. */
    private List<Tick> transformed(double low, double high) {
        double from = place(range.low(), low, high);
        double to = place(range.high(), low, high);
        int count = (int) Math.max(2, Math.min(TICKS, Math.ceil(TICKS * (to - from) / (high - low))));
        return IntStream.range(0, count)
                .mapToDouble(t -> round(inOwnUnits(from + (to - from) * t / (count - 1))))
                .filter(Double::isFinite)
                .mapToObj(value -> new Tick(place(value, low, high), text(value)))
                .toList();
    }

    /** The labels that are not too near to the one before. */
    private static List<Tick> apart(List<Tick> ticks, double distance) {
        List<Tick> apart = new ArrayList<>();
        for (Tick tick : ticks) {
            if (apart.isEmpty() || tick.at() - apart.get(apart.size() - 1).at() >= distance) {
                apart.add(tick);
            }
        }
        return apart;
    }

    /** Where a value of the column is on the scale, by bisection, as the feature rises with its column. */
    private double place(double value, double low, double high) {
        double from = low;
        double to = high;
        for (int step = 0; step < BISECTIONS; step++) {
            double middle = from + (to - from) / 2;
            if (inOwnUnits(middle) < value) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return to;
    }

    /** A number with few digits; a point in time as it is. */
    private double round(double value) {
        if (quantity.isPointInTime() || !Double.isFinite(value) || value == 0) {
            return value;
        }
        double rounded = new BigDecimal(value)
                .round(new MathContext(DIGITS, RoundingMode.HALF_UP))
                .doubleValue();
        return range.whole() ? Math.rint(rounded) : rounded;
    }

    private double inOwnUnits(double value) {
        return feature.map(f -> f.inOwnUnits(value)).orElse(value);
    }

    private String text(double value) {
        return quantity.isPointInTime() ? quantity.text(value, 1) : Scale.text(value);
    }
}
