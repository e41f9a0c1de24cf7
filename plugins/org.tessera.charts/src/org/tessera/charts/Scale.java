package org.tessera.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A linear scale: maps the values from..to to the positions start..end, and has ticks at round numbers. */
record Scale(double from, double to, double start, double end) {

    /** A scale; equal bounds are extended to both sides. */
    static Scale of(double from, double to, double start, double end) {
        if (from < to) {
            return new Scale(from, to, start, end);
        }
        double margin = from == 0 ? 1 : Math.abs(from) * 0.1;
        return new Scale(from - margin, from + margin, start, end);
    }

    /** The position of a value. */
    double at(double value) {
        return start + (value - from) / (to - from) * (end - start);
    }

    /** The smallest step 1, 2 or 5 times a power of ten that divides a range into at most maxTicks - 1 parts. */
    static BigDecimal step(double from, double to, int maxTicks) {
        double raw = (to - from) / Math.max(1, maxTicks - 1);
        int exponent = (int) Math.floor(Math.log10(raw));
        for (int factor : new int[] {1, 2, 5}) {
            BigDecimal step = BigDecimal.valueOf(factor).scaleByPowerOfTen(exponent);
            if (step.doubleValue() >= raw * (1 - 1e-9)) {
                return step;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(exponent + 1);
    }

    /** The multiples of {@link #step} in the range. */
    List<BigDecimal> ticks(int maxTicks) {
        BigDecimal step = step(from, to, maxTicks);
        List<BigDecimal> ticks = new ArrayList<>();
        long index = (long) Math.ceil(from / step.doubleValue() - 1e-9);
        BigDecimal tick = step.multiply(BigDecimal.valueOf(index));
        while (tick.doubleValue() <= to + (to - from) * 1e-9) {
            ticks.add(tick);
            tick = tick.add(step);
        }
        return ticks;
    }

    /** The label of a tick, abbreviated from 10,000 on: 1,500, 25k, 1.2M, 0.05, −2. */
    static String text(BigDecimal value) {
        double size = Math.abs(value.doubleValue());
        if (size >= 1e6) {
            return plain(value.scaleByPowerOfTen(-6)) + "M";
        }
        return size >= 1e4 ? plain(value.scaleByPowerOfTen(-3)) + "k" : plain(value);
    }

    /** The label of a value of few digits. */
    static String text(double value) {
        return text(BigDecimal.valueOf(value));
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return Subtitles.signed(String.format(Locale.ROOT, "%,." + Math.max(0, stripped.scale()) + "f", stripped));
    }
}
