package org.tessera.engine.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.Quantity;

/** Describes a group in one sentence: the columns with the largest effects, in the units of the columns. */
final class Sentences {

    /**
     * Smallest effect of a described column in standard errors of the group's mean, so that chance is not described.
     */
    private static final double STANDARD_ERRORS = 3;

    /** Longest category that is not abbreviated, in characters. */
    private static final int MAX_LEVEL_LENGTH = 40;

    private final ProfileOptions options;

    Sentences(ProfileOptions options) {
        this.options = options;
    }

    /** The sentence for a group; the columns are in the order of their ranks. */
    String describe(String name, int size, double share, List<ColumnProfile> columns) {
        String start = name + " (" + Numbers.count(size) + (size == 1 ? " customer, " : " customers, ")
                + Numbers.percent(share) + ")";
        if (size == 0) {
            return start + ": none of these customers.";
        }
        List<ColumnProfile> salient = columns.stream()
                .filter(this::standsOut)
                .limit(options.sentenceColumns())
                .toList();
        if (options.sentenceColumns() == 0) {
            return start + ".";
        }
        if (salient.isEmpty()) {
            return start + ": no column stands out, much like all customers.";
        }
        List<String> phrases = new ArrayList<>();
        boolean numericBefore = false;
        boolean categoryBefore = false;
        for (ColumnProfile column : salient) {
            if (column instanceof NumericProfile numeric) {
                phrases.add(phrase(numeric, numericBefore));
                numericBefore = true;
            } else {
                phrases.add(phrase((CategoryProfile) column, categoryBefore));
                categoryBefore = true;
            }
        }
        return start + ": " + String.join(", ", phrases) + ".";
    }

    private boolean standsOut(ColumnProfile column) {
        double effect = Math.abs(column.effect());
        return effect > 0 && effect >= options.minimumEffect() && effect * Math.sqrt(column.count()) >= STANDARD_ERRORS;
    }

    private static String phrase(NumericProfile column, boolean explained) {
        String comparison = text(column, column.segment().mean()) + " vs "
                + text(column, column.overall().mean()) + (explained ? "" : " on average");
        return Wording.of(column.column(), column.quantity()).phrase(column.effect() > 0, column.column(), comparison);
    }

    private static String text(NumericProfile column, double value) {
        double sd = column.overall().sd();
        if (column.quantity().isPointInTime()) {
            return column.quantity().text(value, sd / 4);
        }
        return rounded(value, decimals(sd)) + (column.quantity() == Quantity.DURATION ? " days" : "");
    }

    private static String phrase(CategoryProfile column, boolean explained) {
        CategoryProfile.LevelShare level = column.strongest();
        String often;
        if (level.share() == 1) {
            often = "always ";
        } else if (level.share() == 0) {
            often = "never ";
        } else {
            often = level.effect() > 0 ? "more often " : "less often ";
        }
        return often + column.column() + " = " + shorten(level.level()) + " (" + Numbers.roughPercent(level.share())
                + " vs " + Numbers.roughPercent(level.overallShare()) + (explained ? "" : " of all") + ")";
    }

    private static String shorten(String level) {
        return level.length() <= MAX_LEVEL_LENGTH ? level : level.substring(0, MAX_LEVEL_LENGTH - 1) + "…";
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
