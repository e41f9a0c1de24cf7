package org.tessera.knime.profile;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.tessera.engine.profile.CategoryProfile;
import org.tessera.engine.profile.CategoryProfile.LevelShare;
import org.tessera.engine.profile.ColumnProfile;
import org.tessera.engine.profile.Driver;
import org.tessera.engine.profile.NumericProfile;
import org.tessera.engine.profile.NumericSummary;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.Rule;
import org.tessera.engine.profile.SegmentProfile;
import org.tessera.knime.kit.SmallTable;

/** The profile of segments as tables. */
final class ProfileTables {

    private ProfileTables() {}

    static DataTableSpec profileSpec() {
        return new DataTableSpec(
                SmallTable.text("Segment"),
                SmallTable.whole("Customers"),
                SmallTable.number("Share"),
                SmallTable.text("Column"),
                SmallTable.text("Category"),
                SmallTable.whole("Rank"),
                SmallTable.number("Effect"),
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
    }

    static BufferedDataTable profile(Profile profile, ExecutionContext exec) {
        SmallTable table = new SmallTable(profileSpec());
        for (SegmentProfile segment : profile.segments()) {
            for (ColumnProfile column : segment.columns()) {
                if (column instanceof NumericProfile numbers) {
                    add(table, segment, numbers);
                } else if (column instanceof CategoryProfile categories) {
                    add(table, segment, categories);
                }
            }
        }
        return table.create(exec);
    }

    private static void add(SmallTable table, SegmentProfile segment, NumericProfile column) {
        NumericSummary own = column.segment();
        NumericSummary overall = column.overall();
        table.add(
                segment.name() + ": " + column.column(),
                segment.name(),
                segment.size(),
                segment.share(),
                column.column(),
                null,
                column.rank(),
                column.effect(),
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
                column.missingShare());
    }

    private static void add(SmallTable table, SegmentProfile segment, CategoryProfile column) {
        for (LevelShare level : column.levels()) {
            table.add(
                    segment.name() + ": " + column.column() + " = " + level.level(),
                    segment.name(),
                    segment.size(),
                    segment.share(),
                    column.column(),
                    level.level(),
                    column.rank(),
                    level.effect(),
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
                    column.missingShare());
        }
    }

    static DataTableSpec driversSpec() {
        return new DataTableSpec(
                SmallTable.whole("Rank"),
                SmallTable.text("Column"),
                SmallTable.text("Measure"),
                SmallTable.number("Effect"),
                SmallTable.number("Strength"));
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
                    driver.strength());
        }
        return table.create(exec);
    }

    static DataTableSpec descriptionsSpec() {
        return new DataTableSpec(
                SmallTable.text("Segment"),
                SmallTable.whole("Customers"),
                SmallTable.number("Share"),
                SmallTable.text("Description"),
                SmallTable.text("Rule"),
                SmallTable.number("Rule coverage"),
                SmallTable.number("Rule precision"));
    }

    static BufferedDataTable descriptions(Profile profile, ExecutionContext exec) {
        SmallTable table = new SmallTable(descriptionsSpec());
        for (SegmentProfile segment : profile.segments()) {
            table.add(
                    segment.name(),
                    segment.name(),
                    segment.size(),
                    segment.share(),
                    segment.description(),
                    segment.rule().map(Rule::text).orElse(null),
                    segment.rule().map(Rule::coverage).orElse(null),
                    segment.rule().map(Rule::precision).orElse(null));
        }
        return table.create(exec);
    }
}
