package org.tessera.knime.view.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.profile.CategoryProfile;
import org.tessera.engine.profile.CategoryProfile.LevelShare;
import org.tessera.engine.profile.ColumnProfile;
import org.tessera.engine.profile.Driver;
import org.tessera.engine.profile.NumericProfile;
import org.tessera.engine.profile.SegmentProfile;

/**
 * How the groups differ from all customers, with the values in the units of the columns.
 *
 * @param rows a row per numeric column and per category that differs
 * @param leftOut number of columns left out, the ones that differ least
 */
record HeatMapSummary(List<Row> rows, int leftOut) {

    private static final int MAX_COLUMNS = 60;
    private static final int MAX_CATEGORIES = 4;
    /** Smallest difference of a further category of a column, in standard deviations. */
    private static final double MATTERS = 0.3;
    /** Significant digits of means. */
    private static final int DIGITS = 3;

    /**
     * A row of the heat map.
     *
     * @param column the column's name
     * @param category the category whose share is compared, "" where means are
     * @param overall mean or share of all customers, as text
     * @param values per group its mean or share, as text
     * @param effects per group the difference from all customers in standard deviations
     */
    record Row(String column, String category, String overall, List<String> values, double[] effects) {}

    /** Selects the rows of the columns that differ most. */
    static HeatMapSummary of(List<SegmentProfile> segments, List<Driver> drivers) {
        List<Row> rows = new ArrayList<>();
        if (segments.isEmpty()) {
            return new HeatMapSummary(rows, 0);
        }
        for (Driver driver : drivers.subList(0, Math.min(MAX_COLUMNS, drivers.size()))) {
            List<ColumnProfile> column = segments.stream()
                    .map(segment -> profile(segment, driver.column()))
                    .toList();
            if (column.get(0) instanceof NumericProfile) {
                rows.add(numbers(column.stream().map(NumericProfile.class::cast).toList()));
            } else {
                rows.addAll(categories(
                        column.stream().map(CategoryProfile.class::cast).toList()));
            }
        }
        return new HeatMapSummary(rows, Math.max(0, drivers.size() - MAX_COLUMNS));
    }

    private static ColumnProfile profile(SegmentProfile segment, String column) {
        return segment.columns().stream()
                .filter(profile -> profile.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private static Row numbers(List<NumericProfile> groups) {
        NumericProfile first = groups.get(0);
        double step = first.overall().sd() / 100;
        return new Row(
                Texts.cut(first.column(), Texts.NAME),
                "",
                mean(first, first.overall().mean(), step),
                groups.stream()
                        .map(group -> mean(group, group.segment().mean(), step))
                        .toList(),
                groups.stream().mapToDouble(NumericProfile::effect).toArray());
    }

    private static String mean(NumericProfile column, double mean, double step) {
        if (Double.isNaN(mean)) {
            return "no value";
        }
        return switch (column.quantity()) {
            case NUMBER -> Texts.minus(Numbers.value(mean, DIGITS));
            case DURATION -> Texts.minus(Numbers.value(mean, DIGITS)) + " days";
            default -> column.quantity().text(mean, Double.isNaN(step) ? 0 : step);
        };
    }

    private static List<Row> categories(List<CategoryProfile> groups) {
        int levels = groups.get(0).levels().size();
        List<Integer> order = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            order.add(level);
        }
        order.sort(Comparator.comparingDouble(level -> -largest(groups, level)));
        return order.stream()
                .limit(MAX_CATEGORIES)
                .filter(level -> level.equals(order.get(0)) || largest(groups, level) >= MATTERS)
                .map(level -> category(groups, level))
                .toList();
    }

    private static double largest(List<CategoryProfile> groups, int level) {
        return groups.stream()
                .mapToDouble(group -> Math.abs(group.levels().get(level).effect()))
                .max()
                .orElse(0);
    }

    private static Row category(List<CategoryProfile> groups, int level) {
        List<LevelShare> shares =
                groups.stream().map(group -> group.levels().get(level)).toList();
        return new Row(
                Texts.cut(groups.get(0).column(), Texts.NAME),
                Texts.cut(shares.get(0).level(), Texts.NAME),
                Numbers.percent(shares.get(0).overallShare()),
                shares.stream()
                        .map(share -> Double.isNaN(share.share()) ? "no value" : Numbers.percent(share.share()))
                        .toList(),
                shares.stream().mapToDouble(LevelShare::effect).toArray());
    }
}
