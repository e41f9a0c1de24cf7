package org.tessera.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A linear axis: values to positions, and round ticks. */
record Scale(double from, double to, double start, double end) {

    /** A scale of values that differ; equal or no values get room around them. */
    static Scale of(double from, double to, double start, double end) {
        if (from < to) {
            return new Scale(from, to, start, end);
        }
        double room = from == 0 ? 1 : Math.abs(from) * 0.1;
        return new Scale(from - room, from + room, start, end);
    }

    double at(double value) {
        return start + (value - from) / (to - from) * (end - start);
    }

    /** The smallest 1, 2 or 5 times a power of ten of which at most so many multiples lie in a range. */
    static BigDecimal step(double from, double to, int most) {
        double raw = (to - from) / Math.max(1, most - 1);
        int exponent = (int) Math.floor(Math.log10(raw));
        for (int factor : new int[] {1, 2, 5}) {
            BigDecimal step = BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent);
            if (step.doubleValue() >= raw * (1 - 1e-9)) {
                return step;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
    }

    /** The multiples of {@link #step}. */
    List<BigDecimal> ticks(int most) {
        BigDecimal step = step(from, to, most);
        List<BigDecimal> ticks = new ArrayList<>();
        long index = (long) Math.ceil(from / step.doubleValue() - 1e-9);
        BigDecimal tick = step.multiply(BigDecimal.valueOf(index));
        while (tick.doubleValue() <= to + (to - from) * 1e-9) {
            ticks.add(tick);
            tick = tick.add(step);
        }
        return ticks;
    }

    /** A number as short as can be: 1,500 or 25k or 1.2M or 0.05. */
    static String text(BigDecimal value) {
        double size = Math.abs(value.doubleValue());
        if (size >= 1e6) {
            return plain(value.scaleByPowerOfTen(-6)) + "M";
        }
        return size >= 1e4 ? plain(value.scaleByPowerOfTen(-3)) + "k" : plain(value);
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, stripped.scale()) + "f", stripped);
    }
}
