package org.tessera.engine.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.Quantity;

/** What a fact says, in the units of its column. */
final class Phrase {

    /** Longest category that is not abbreviated, in characters. */
    private static final int MAX_LEVEL_LENGTH = 40;

    /** Shares below it, and above its complement, are as good as none or all. */
    private static final double ALMOST = 0.01;

    private final Fact fact;
    private final String explanation;

    private Phrase(Fact fact, String explanation) {
        this.fact = fact;
        this.explanation = explanation;
    }

    /**
     * A phrase such as "lower Income (95 vs 140 on average)" or "almost never Exited (0.08 % vs 20 % of all)".
     *
     * @param explained whether an earlier phrase says what is compared
     * @param addition what else is said, or ""
     */
    static String of(Fact fact, boolean explained, String addition) {
        String of = fact.kind() == Fact.Kind.NUMBER ? (isMedian(fact) ? " in the median" : " on average") : " of all";
        return new Phrase(fact, (explained && !isMedian(fact) ? "" : of) + (addition.isEmpty() ? "" : "; " + addition))
                .text();
    }

    /**
     * What stands before and after a column's name.
     *
     * @param before such as "never " or ""
     * @param after such as " = No" or ""
     */
    record Words(String before, String after) {}

    /**
     * A fact without figures, as far as another fact does not say it already: "Backup" or "Internet = No" beside
     * "always Support = none", "never Exited" beside "always Active".
     */
    static Words words(Fact fact, Fact beside) {
        boolean sameSide = fact.effect() > 0 == beside.effect() > 0;
        Phrase phrase = new Phrase(fact, "");
        if (fact.profile() instanceof NumericProfile numbers && fact.kind() == Fact.Kind.NUMBER) {
            Wording wording = Wording.of(numbers.column(), numbers.quantity());
            return new Words(sameSide ? "" : wording.of(fact.effect() > 0) + " ", "");
        }
        boolean sameWords =
                sameSide && fact.kind() == beside.kind() && fact.levels().equals(beside.levels());
        String often = sameSide ? "" : phrase.often() + " ";
        return sameWords ? new Words("", "") : new Words(often + phrase.missing(), phrase.equal());
    }

    private String text() {
        if (fact.profile() instanceof NumericProfile numbers && fact.kind() == Fact.Kind.NUMBER) {
            boolean median = isMedian(fact);
            String comparison = value(
                            numbers,
                            median
                                    ? numbers.segment().median()
                                    : numbers.segment().mean())
                    + " vs "
                    + value(
                            numbers,
                            median
                                    ? numbers.overall().median()
                                    : numbers.overall().mean())
                    + explanation;
            return Wording.of(numbers.column(), numbers.quantity())
                    .phrase(fact.effect() > 0, numbers.column(), comparison);
        }
        return often() + " " + what() + " (" + share(fact.share()) + " vs " + share(fact.overall()) + explanation + ")";
    }

    /** Whether medians are compared. */
    private static boolean isMedian(Fact fact) {
        return fact.kind() == Fact.Kind.NUMBER
                && ((NumericProfile) fact.profile()).figure() == NumericProfile.Figure.MEDIAN;
    }

    private String often() {
        double share = fact.share();
        if (share == 1 || share == 0) {
            return share == 1 ? "always" : "never";
        }
        if (fact.effect() > 0) {
            return share > 1 - ALMOST ? "almost always" : "more often";
        }
        return share < ALMOST ? "almost never" : "less often";
    }

    private String what() {
        return missing() + fact.profile().column() + equal();
    }

    private String missing() {
        return fact.kind() == Fact.Kind.MISSING ? "missing " : "";
    }

    private String equal() {
        return fact.levels().isEmpty() ? "" : " = " + either(fact.levels());
    }

    private static String either(List<String> levels) {
        return String.join(" or ", levels.stream().map(Phrase::shorten).toList());
    }

    private static String shorten(String level) {
        return level.length() <= MAX_LEVEL_LENGTH ? level : level.substring(0, MAX_LEVEL_LENGTH - 1) + "…";
    }

    /** A share as a whole percentage, with digits where that would read 0 or 100. */
    static String share(double share) {
        boolean extreme = (share > 0 && share < ALMOST) || (share > 1 - ALMOST && share < 1);
        return extreme ? Numbers.percent(share) : Numbers.roughPercent(share);
    }

    private static String value(NumericProfile column, double value) {
        return value(column.quantity(), value, column.overall().sd());
    }

    /**
     * A number in the units of its column, rounded to what resolves a quarter of a standard deviation; in full where the
     * column holds a single number, or numbers too close together or too far apart for a standard deviation.
     */
    static String value(Quantity quantity, double value, double sd) {
        if (!(sd >= Double.MIN_NORMAL && sd <= Double.MAX_VALUE)) {
            return quantity.text(value);
        }
        if (quantity.isPointInTime()) {
            return quantity.text(value, sd / 4);
        }
        return rounded(value, decimals(sd)) + (quantity == Quantity.DURATION ? " days" : "");
    }

    /** Decimals that resolve a quarter of a standard deviation; whole numbers are rounded to a fortieth at most. */
    private static int decimals(double sd) {
        int fine = (int) Math.ceil(-Math.log10(sd / 4));
        return fine >= 0 ? fine : Math.min(0, (int) Math.ceil(-Math.log10(sd / 40)));
    }

    private static String rounded(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(Double.toString(value)).setScale(decimals, RoundingMode.HALF_UP);
        return String.format(Locale.ROOT, "%,." + Math.max(0, decimals) + "f", rounded);
    }
}
