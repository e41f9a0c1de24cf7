package org.tessera.charts.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tessera.charts.Histograms;
import org.tessera.charts.Palette;
import org.tessera.charts.report.HtmlTable.Column;
import org.tessera.charts.report.HtmlTable.Data;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.metric.SegmentSilhouette;
import org.tessera.engine.profile.CategoryProfile;
import org.tessera.engine.profile.CategoryProfile.LevelShare;
import org.tessera.engine.profile.ColumnProfile;
import org.tessera.engine.profile.Interval;
import org.tessera.engine.profile.NumericProfile;
import org.tessera.engine.profile.Rule;
import org.tessera.engine.profile.SegmentProfile;

/** Half a page per segment: size, sentence, rule, how it holds together, what sets it apart, distributions. */
final class SegmentSection {

    /** Segments described one by one, the first ones. */
    static final int MAX_SEGMENTS = 100;

    /** Distributions drawn per segment. */
    static final int DISTRIBUTIONS = 4;

    private static final double STANDARD_ERRORS = 3;

    private SegmentSection() {}

    static void write(Html html, Report report) {
        List<SegmentProfile> segments = report.findings().profile().segments();
        html.open("section", "aria-labelledby", "segments").element("h2", "The segments one by one", "id", "segments");
        html.element(
                        "p",
                        "Means and shares are of the customers with a value, in the units of the columns. The interval says"
                                + " how exactly a figure is known (95 %), if these customers stand for all customers like them; the segments"
                                + " were made to differ, so it is no test. Differences are in standard deviations of all customers, as"
                                + " the preparation sees the column; those of less than 3 standard errors are left out. A rule was found by one"
                                + " half of the customers; its shares are of the other half. Small charts: colored the"
                                + " segment, gray all customers, each in shares of its own.",
                        "class",
                        "reading")
                .line();
        if (segments.size() > MAX_SEGMENTS) {
            html.paragraph("The first " + MAX_SEGMENTS + " of " + Numbers.count(segments.size()) + " are described.");
        }
        segments.stream().limit(MAX_SEGMENTS).forEach(segment -> segment(html, report, segment));
        html.closeLine();
    }

    static String id(SegmentProfile segment) {
        return segment.label() == Labels.NOISE ? "noise" : "segment-" + (segment.label() + 1);
    }

    private static void segment(Html html, Report report, SegmentProfile segment) {
        html.open("article", "class", "segment", "id", id(segment)).open("h3");
        BriefSection.mark(html, segment.label());
        html.data(segment.name())
                .element(
                        "span",
                        " " + Numbers.count(segment.size(), "customer") + ", " + Figures.percent(segment.share()),
                        "class",
                        "size")
                .closeLine();
        html.sentence(Html.cut(segment.sentence()));
        if (segment.size() > 0) {
            rule(html, segment);
            report.findings().silhouettes().stream()
                    .filter(s -> s.label() == segment.label())
                    .findFirst()
                    .ifPresent(s -> html.paragraph(cohesion(s)));
            columns(html, segment, report.findings().columns());
            distributions(html, segment, report.findings().distributions());
        }
        html.closeLine();
    }

    private static void rule(Html html, SegmentProfile segment) {
        if (segment.rule().isPresent()) {
            Rule rule = segment.rule().get();
            html.open("p", "class", "rule", "dir", "auto")
                    .text("Rule: ")
                    .element("strong", Html.cut(rule.text()))
                    .text(", true of " + share(rule.coverage(), rule.coverageInterval()) + " of the segment; "
                            + share(rule.precision(), rule.precisionInterval()) + " of all it is true of are in it."
                            + (rule.remark().isEmpty() ? "" : " " + rule.remark()))
                    .closeLine();
        } else if (!segment.noRule().isEmpty()) {
            html.paragraph("There is " + segment.noRule() + ".");
        }
    }

    /** A share, with its interval if it has one. */
    private static String share(double share, Interval interval) {
        return Figures.percent(share)
                + (Double.isNaN(interval.low())
                        ? ""
                        : " (" + Figures.percent(interval.low()) + " to " + Figures.percent(interval.high()) + ")");
    }

    /** How a segment holds together, a sentence. */
    private static String cohesion(SegmentSilhouette silhouette) {
        return "Cohesion: " + silhouette.reading() + " (mean silhouette " + Figures.number(silhouette.mean()) + "; "
                + Figures.percent(silhouette.shareBelowZero()) + " of its customers are nearer to another segment).";
    }

    private static void columns(Html html, SegmentProfile segment, int most) {
        List<ColumnProfile> shown = segment.columns().stream()
                .filter(c -> isCertain(c, segment))
                .limit(most)
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        HtmlTable table = HtmlTable.open(
                html,
                "What sets " + Html.cut(segment.name()) + " apart",
                Column.text("Column"),
                Column.number("Here"),
                Column.number("95 % interval"),
                Column.number("All customers"),
                Column.number("Difference"));
        shown.forEach(column -> column(table, segment, column));
        table.close();
    }

    /** Whether the segment differs more by missing entries than by values. */
    private static boolean differsByMissing(ColumnProfile column) {
        return Math.abs(column.missingEffect()) > Math.abs(column.effect());
    }

    /** Whether a difference is more than chance gives: 3 standard errors, as for the sentences. */
    private static boolean isCertain(ColumnProfile column, SegmentProfile segment) {
        return differsByMissing(column)
                ? Math.abs(column.missingEffect()) * Math.sqrt(segment.size()) >= STANDARD_ERRORS
                : Math.abs(column.effect()) * Math.sqrt(column.count()) >= STANDARD_ERRORS;
    }

    private static void column(HtmlTable table, SegmentProfile segment, ColumnProfile column) {
        if (differsByMissing(column)) {
            share(
                    table,
                    column.column() + " missing",
                    column.missingShare(),
                    segment.size(),
                    column.overallMissingShare(),
                    column.missingEffect());
        } else if (column instanceof NumericProfile numbers) {
            mean(table, numbers);
        } else if (column instanceof CategoryProfile categories) {
            strongest(categories)
                    .ifPresent(level -> share(
                            table,
                            column.column() + " = " + level.level(),
                            level.share(),
                            column.count(),
                            level.overallShare(),
                            level.effect()));
        }
    }

    /** The category whose share differs most; of equal ones the more frequent one. */
    private static Optional<LevelShare> strongest(CategoryProfile column) {
        return column.levels().stream()
                .filter(level -> Math.abs(level.effect()) > Math.abs(column.effect()) - 1e-9)
                .max((a, b) -> Double.compare(Math.signum(a.effect()), Math.signum(b.effect())));
    }

    /** The means; the medians where only they show which way the segment differs, because of a few large values. */
    private static void mean(HtmlTable table, NumericProfile column) {
        boolean median = column.difference() * column.effect() < 0;
        double here = median ? column.segment().median() : column.segment().mean();
        double overall = median ? column.overall().median() : column.overall().mean();
        double step = column.overall().sd() / 10;
        OptionalDouble half = median ? OptionalDouble.empty() : Intervals.ofMean(column.segment());
        String interval = half.isEmpty()
                ? "–"
                : Figures.value(column.quantity(), here - half.getAsDouble(), step) + " to "
                        + Figures.value(column.quantity(), here + half.getAsDouble(), step);
        table.row(
                new Data(column.column() + (median ? " (median)" : "")),
                Figures.value(column.quantity(), here, step),
                interval,
                Figures.value(column.quantity(), overall, step),
                Figures.signed(column.effect()));
    }

    private static void share(HtmlTable table, String name, double share, int count, double overall, double effect) {
        Intervals.Interval interval = Intervals.ofShare(share, count);
        table.row(
                new Data(name),
                Figures.percent(share),
                count < Intervals.MIN_VALUES
                        ? "–"
                        : Figures.percent(interval.low()) + " to " + Figures.percent(interval.high()),
                Figures.percent(overall),
                Figures.signed(effect));
    }

    private static void distributions(Html html, SegmentProfile segment, Histograms.Spec histograms) {
        int group = 0;
        while (group < histograms.segments().size()
                && histograms.segments().get(group).label() != segment.label()) {
            group++;
        }
        if (group == histograms.segments().size()) {
            return;
        }
        html.open("div", "class", "distributions").line();
        int drawn = 0;
        for (ColumnProfile column : segment.columns()) {
            Optional<Histograms.Row> row = histograms.rows().stream()
                    .filter(r -> r.column().equals(column.column()))
                    .findFirst();
            if (row.isPresent() && column.count() > 0 && drawn < DISTRIBUTIONS) {
                html.open("figure").open("figcaption").data(column.column()).close();
                new SmallDistribution(row.get(), group, Palette.hex(segment.label()))
                        .write(
                                html,
                                Html.cut(column.column()) + " in " + Html.cut(segment.name())
                                        + ", in front of all customers");
                html.closeLine();
                drawn++;
            }
        }
        html.closeLine();
    }
}
