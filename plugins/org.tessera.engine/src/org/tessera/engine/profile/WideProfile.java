package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.kernel.Statistics;
import org.tessera.engine.profile.CategoryProfile.LevelShare;
import org.tessera.engine.profile.columns.ColumnRole;

/**
 * The profile as a table for the eye: a row per column, or per category and missing entries that matter, and a figure per
 * segment and for all customers, rounded, in the units of the columns. The columns that separate the segments most come
 * first. Of a category with two values the rarer one is shown; of others the most frequent and those by which a segment
 * stands out. Missing entries are shown where they are many, or set a segment apart that also has values. Averages have the
 * decimals that resolve a quarter of a standard deviation, as few large values leave it.
 *
 * @param rows the rows: number and share of the customers, then the columns
 */
public record WideProfile(List<Row> rows) {

    /** Smallest share of missing entries that is shown though no segment stands out by it. */
    private static final double MUCH_MISSING = 0.05;

    /** Copies the rows. */
    public WideProfile {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param column the column's name, or "Customers"
     * @param figure what is shown: "average", "= rent" for the share of a category, "is missing", "number", "share"
     * @param role what the column was for the segmentation
     * @param all the figure of all clustered customers, noise included
     * @param segments the figure of each segment in the order of the profile; "" where there is none
     */
    public record Row(String column, String figure, ColumnRole role, String all, List<String> segments) {

        /** Copies the figures. */
        public Row {
            segments = List.copyOf(segments);
        }
    }

    /**
     * Makes the table. O(k c l) for c columns of l categories.
     *
     * @param profile the profile
     * @param options the smallest effect by which a segment stands out, and the largest number of categories
     * @return its rows
     */
    public static WideProfile of(Profile profile, ProfileOptions options) {
        List<Row> rows = new ArrayList<>();
        List<SegmentProfile> segments = profile.segments();
        if (!segments.isEmpty()) {
            rows.add(new Row(
                    "Customers",
                    "number",
                    ColumnRole.UNKNOWN,
                    Numbers.count(profile.customers()),
                    texts(segments, s -> Numbers.count(s.size()))));
            rows.add(new Row(
                    "Customers", "share", ColumnRole.UNKNOWN, share(1), texts(segments, s -> share(s.share()))));
        }
        for (Driver driver : profile.drivers()) {
            List<ColumnProfile> columns = new ArrayList<>();
            for (SegmentProfile segment : segments) {
                segment.columns().stream()
                        .filter(c -> c.column().equals(driver.column()))
                        .forEach(columns::add);
            }
            if (!columns.isEmpty()) {
                add(columns, driver, options, rows);
            }
        }
        return new WideProfile(rows);
    }

    private static void add(List<ColumnProfile> columns, Driver driver, ProfileOptions options, List<Row> rows) {
        if (columns.get(0) instanceof NumericProfile first) {
            rows.add(new Row(
                    driver.column(),
                    "average",
                    driver.role(),
                    average(first, first.overall().mean()),
                    texts(
                            columns,
                            c -> average(first, ((NumericProfile) c).segment().mean()))));
        } else {
            CategoryProfile first = (CategoryProfile) columns.get(0);
            for (int level : shown(columns, first.levels().size(), options)) {
                LevelShare all = first.levels().get(level);
                rows.add(new Row(
                        driver.column(),
                        "= " + all.level(),
                        driver.role(),
                        share(all.overallShare()),
                        texts(columns, c -> share(level(c, level).share()))));
            }
        }
        double missing = columns.get(0).overallMissingShare();
        boolean matters = missing >= MUCH_MISSING
                || columns.stream()
                        .anyMatch(c -> c.count() > 0 && Math.abs(c.missingEffect()) >= options.minimumEffect());
        if (missing > 0 && matters) {
            rows.add(new Row(
                    driver.column(),
                    "is missing",
                    driver.role(),
                    share(missing),
                    texts(columns, c -> share(c.missingShare()))));
        }
    }

    /** The categories that are shown, by their index among those listed, which are the most frequent first. */
    private static List<Integer> shown(List<ColumnProfile> columns, int levels, ProfileOptions options) {
        if (levels == 2) {
            return List.of(1);
        }
        List<Integer> shown = new ArrayList<>();
        for (int level = 0; level < levels && shown.size() < options.levels(); level++) {
            int at = level;
            boolean stands = columns.stream()
                    .anyMatch(c -> Math.abs(level(c, at).effect()) >= options.minimumEffect()
                            && Fact.MIN_CUSTOMERS
                                    <= Math.max(
                                            level(c, at).count(),
                                            c.count() * level(c, at).overallShare()));
            if (level == 0 || stands) {
                shown.add(level);
            }
        }
        return shown;
    }

    private static LevelShare level(ColumnProfile column, int level) {
        return ((CategoryProfile) column).levels().get(level);
    }

    private static <T> List<String> texts(List<T> of, Function<T, String> text) {
        return of.stream().map(text).toList();
    }

    private static String average(NumericProfile column, double mean) {
        if (Double.isNaN(mean)) {
            return "";
        }
        double range = column.overall().upperQuartile() - column.overall().lowerQuartile();
        double sd = column.overall().sd();
        return Phrase.value(column.quantity(), mean, range > 0 ? Math.min(sd, range / Statistics.NORMAL_RANGE) : sd);
    }

    private static String share(double share) {
        return Double.isNaN(share) ? "" : Phrase.share(share);
    }
}
