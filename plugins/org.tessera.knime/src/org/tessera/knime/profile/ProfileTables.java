package org.tessera.knime.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.tessera.engine.data.FreeNames;
import org.tessera.engine.profile.CategoryProfile;
import org.tessera.engine.profile.CategoryProfile.LevelShare;
import org.tessera.engine.profile.ColumnProfile;
import org.tessera.engine.profile.Driver;
import org.tessera.engine.profile.NumericProfile;
import org.tessera.engine.profile.NumericSummary;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.ProfileOptions;
import org.tessera.engine.profile.Rule;
import org.tessera.engine.profile.SegmentProfile;
import org.tessera.engine.profile.WideProfile;
import org.tessera.knime.kit.SmallTable;

/** The profile of segments as tables. */
final class ProfileTables {

    private static final List<DataColumnSpec> NUMBERS = List.of(
            SmallTable.text("Segment"),
            SmallTable.text("Name"),
            SmallTable.whole("Customers"),
            SmallTable.number("Share"),
            SmallTable.text("Column"),
            SmallTable.text("Category"),
            SmallTable.whole("Rank"),
            SmallTable.number("Effect"),
            SmallTable.number("Effect from"),
            SmallTable.number("Effect to"),
            SmallTable.number("Mean or share"),
            SmallTable.number("Overall mean or share"),
            SmallTable.number("Difference"),
            SmallTable.number("Lift"),
            SmallTable.number("Median"),
            SmallTable.number("Overall median"),
            SmallTable.number("Lower quartile"),
            SmallTable.number("Upper quartile"),
            SmallTable.number("Standard deviation"),
            SmallTable.whole("Values"),
            SmallTable.number("Missing share"));

    /** Dates and times in their usual notation. */
    private static final List<DataColumnSpec> TIMES = List.of(
            SmallTable.text("Earliest"),
            SmallTable.text("Median date or time"),
            SmallTable.text("Latest"),
            SmallTable.text("Overall median date or time"));

    /** Stands for the missing entries of a column among its categories. */
    static final String MISSING = "(missing)";

    private ProfileTables() {}

    /**
     * The columns of the profile.
     *
     * @param withTimes whether columns of dates or times of day are described, whose values are then also shown as such
     * @return the spec
     */
    static DataTableSpec profileSpec(boolean withTimes) {
        Stream<DataColumnSpec> times = withTimes ? TIMES.stream() : Stream.empty();
        return new DataTableSpec(Stream.concat(NUMBERS.stream(), times).toArray(DataColumnSpec[]::new));
    }

    /** The names of the table for the eye, which has a column per segment. */
    private static final List<String> WIDE = List.of("Column", "Figure", "Role", "All customers");

    /**
     * A row per column, and a column per segment.
     *
     * @param profile the profile with the names of the segments
     */
    static BufferedDataTable wide(Profile profile, ProfileOptions options, ExecutionContext exec) {
        Set<String> taken = new HashSet<>(WIDE);
        List<DataColumnSpec> columns = new ArrayList<>();
        WIDE.forEach(name -> columns.add(SmallTable.text(name)));
        profile.segments().forEach(s -> columns.add(SmallTable.text(FreeNames.take(s.name(), taken))));
        SmallTable table = new SmallTable(new DataTableSpec(columns.toArray(DataColumnSpec[]::new)));
        for (WideProfile.Row row : WideProfile.of(profile, options).rows()) {
            List<Object> cells = new ArrayList<>();
            cells.addAll(List.of(row.column(), row.figure()));
            cells.add(textOrNull(row.role().text()));
            cells.add(row.all());
            row.segments().forEach(text -> cells.add(textOrNull(text)));
            table.add(row.column() + " " + row.figure(), cells.toArray());
        }
        return table.create(exec);
    }

    /**
     * A row per segment and column.
     *
     * @param profile the profile with the segments as the table calls them
     * @param named the same with their names
     */
    static BufferedDataTable profile(Profile profile, Profile named, boolean withTimes, ExecutionContext exec) {
        DataTableSpec spec = profileSpec(withTimes);
        SmallTable table = new SmallTable(spec);
        for (int s = 0; s < named.segments().size(); s++) {
            SegmentProfile segment = profile.segments().get(s);
            String name = named.segments().get(s).name();
            for (ColumnProfile column : segment.columns()) {
                if (column instanceof NumericProfile numbers) {
                    table.add(segment.name() + ": " + column.column(), fitted(cells(segment, name, numbers), spec));
                } else if (column instanceof CategoryProfile categories) {
                    for (LevelShare level : categories.levels()) {
                        String key = segment.name() + ": " + column.column() + " = " + level.level();
                        table.add(key, fitted(cells(segment, name, categories, level), spec));
                    }
                }
                if (column.overallMissingShare() > 0) {
                    String key = segment.name() + ": " + column.column() + " missing";
                    table.add(key, fitted(missing(segment, name, column), spec));
                }
            }
        }
        return table.create(exec);
    }

    private static Object[] fitted(Object[] cells, DataTableSpec spec) {
        return Arrays.copyOf(cells, spec.getNumColumns());
    }

    private static Object[] cells(SegmentProfile segment, String name, NumericProfile column) {
        NumericSummary own = column.segment();
        NumericSummary overall = column.overall();
        return new Object[] {
            segment.name(),
            name,
            segment.size(),
            segment.share(),
            column.column(),
            null,
            column.rank(),
            column.effect(),
            column.effectInterval().low(),
            column.effectInterval().high(),
            own.mean(),
            overall.mean(),
            column.difference(),
            null,
            own.median(),
            overall.median(),
            own.lowerQuartile(),
            own.upperQuartile(),
            own.sd(),
            column.count(),
            column.missingShare(),
            time(column, own.min()),
            time(column, own.median()),
            time(column, own.max()),
            time(column, overall.median())
        };
    }

    /** The value of a date or time in its usual notation, null for other numbers. */
    private static String time(NumericProfile column, double value) {
        boolean isTime = column.quantity().isPointInTime() && !Double.isNaN(value);
        return isTime ? column.quantity().text(value) : null;
    }

    private static Object[] cells(SegmentProfile segment, String name, CategoryProfile column, LevelShare level) {
        return new Object[] {
            segment.name(),
            name,
            segment.size(),
            segment.share(),
            column.column(),
            level.level(),
            column.rank(),
            level.effect(),
            level.effectInterval().low(),
            level.effectInterval().high(),
            level.share(),
            level.overallShare(),
            level.share() - level.overallShare(),
            level.lift(),
            null,
            null,
            null,
            null,
            null,
            level.count(),
            column.missingShare()
        };
    }

    /** The missing entries of a column as a category. */
    private static Object[] missing(SegmentProfile segment, String name, ColumnProfile column) {
        double share = column.missingShare();
        double overall = column.overallMissingShare();
        return new Object[] {
            segment.name(),
            name,
            segment.size(),
            segment.share(),
            column.column(),
            MISSING,
            column.rank(),
            column.missingEffect(),
            column.missingInterval().low(),
            column.missingInterval().high(),
            share,
            overall,
            share - overall,
            share / overall,
            null,
            null,
            null,
            null,
            null,
            segment.size() - column.count(),
            share
        };
    }

    static DataTableSpec driversSpec() {
        return new DataTableSpec(
                SmallTable.whole("Rank"),
                SmallTable.text("Column"),
                SmallTable.text("Measure"),
                SmallTable.number("Effect"),
                SmallTable.number("Strength"),
                SmallTable.number("Strength from"),
                SmallTable.number("Strength to"),
                SmallTable.number("Share of separation"),
                SmallTable.text("Role"),
                SmallTable.text("Same as"),
                SmallTable.text("Remark"));
    }

    static BufferedDataTable drivers(Profile profile, ExecutionContext exec) {
        SmallTable table = new SmallTable(driversSpec());
        for (Driver driver : profile.drivers()) {
            table.add(
                    driver.column(),
                    driver.rank(),
                    driver.column(),
                    driver.measure(),
                    driver.effect(),
                    driver.strength(),
                    driver.interval().low(),
                    driver.interval().high(),
                    driver.separation(),
                    driver.role().text(),
                    textOrNull(driver.sameAs()),
                    textOrNull(driver.remark()));
        }
        return table.create(exec);
    }

    private static String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static DataTableSpec descriptionsSpec() {
        return new DataTableSpec(
                SmallTable.text("Segment"),
                SmallTable.text("Name"),
                SmallTable.whole("Customers"),
                SmallTable.number("Share"),
                SmallTable.text("Description"),
                SmallTable.text("Rule"),
                SmallTable.number("Rule coverage"),
                SmallTable.number("Rule coverage from"),
                SmallTable.number("Rule coverage to"),
                SmallTable.number("Rule precision"),
                SmallTable.number("Rule precision from"),
                SmallTable.number("Rule precision to"),
                SmallTable.text("Rule remark"));
    }

    static BufferedDataTable descriptions(Profile profile, Profile named, ExecutionContext exec) {
        SmallTable table = new SmallTable(descriptionsSpec());
        for (int s = 0; s < named.segments().size(); s++) {
            SegmentProfile segment = named.segments().get(s);
            String label = profile.segments().get(s).name();
            table.add(
                    label,
                    label,
                    segment.name(),
                    segment.size(),
                    segment.share(),
                    segment.description(),
                    segment.rule().map(Rule::text).orElse(textOrNull(segment.noRule())),
                    segment.rule().map(Rule::coverage).orElse(null),
                    segment.rule().map(rule -> rule.coverageInterval().low()).orElse(null),
                    segment.rule().map(rule -> rule.coverageInterval().high()).orElse(null),
                    segment.rule().map(Rule::precision).orElse(null),
                    segment.rule().map(rule -> rule.precisionInterval().low()).orElse(null),
                    segment.rule().map(rule -> rule.precisionInterval().high()).orElse(null),
                    segment.rule().map(rule -> textOrNull(rule.remark())).orElse(null));
        }
        return table.create(exec);
    }
}
