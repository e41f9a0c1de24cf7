package org.tessera.charts.report;

import java.util.Optional;
import org.tessera.charts.Palette;
import org.tessera.charts.report.HtmlTable.Column;
import org.tessera.charts.report.HtmlTable.Content;
import org.tessera.charts.report.HtmlTable.Data;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.profile.SegmentProfile;

/** The first page: verdict and what it means, the segments at a glance, and what to know before relying on them. */
final class BriefSection {

    private static final int SHARE_WIDTH = 60;

    private BriefSection() {}

    static void write(Html html, Report report) {
        html.open("section", "aria-labelledby", "brief").element("h2", "In brief", "id", "brief");
        html.paragraph(result(report));
        verdict(html, report);
        if (!report.warnings().isEmpty()) {
            html.open("div", "class", "warnings").element("h3", "Before you rely on it");
            html.open("ul");
            report.warnings().forEach(w -> html.element("li", w, "dir", "auto").line());
            html.close().close();
        }
        glance(html, report);
        html.closeLine();
    }

    private static String result(Report report) {
        Provenance made = report.model().provenance();
        Report.Customers customers = report.customers();
        int segments = report.model().labels().segments();
        String without = customers.segmented() < customers.rows()
                ? " of " + Numbers.count(customers.rows()) + ", the others have no segment,"
                : "";
        Optional<Report.Candidate> own = report.ownCandidate();
        String rank = own.isPresent()
                ? ", rank " + own.get().rank() + " of the "
                        + Numbers.count(report.leaderboard().size(), "segmentation") + " compared"
                : "";
        return Numbers.count(customers.segmented(), "customer") + without + " in " + Numbers.count(segments, "segment")
                + ", made by " + made.title() + rank + ".";
    }

    private static void verdict(Html html, Report report) {
        html.open("div", "class", "verdict").element("h3", title(report));
        if (report.verdict().isPresent()) {
            html.sentence(report.verdict().get().words());
            html.paragraph(meaning(report.verdict().get().title()));
        } else {
            html.paragraph(
                    "Nobody has asked yet whether these customers fall into segments by themselves, or whether any"
                            + " division of them is a choice. Auto Segmentation answers that: connect its output 'Verdict' to this"
                            + " report. Until then, read the segments as a division that is useful or not, not as a discovery.");
        }
        html.closeLine();
    }

    private static String title(Report report) {
        return "Verdict: " + report.verdict().map(Report.Verdict::title).orElse("not known");
    }

    /** What a verdict means for the work with the segments; "" for one that is not known. */
    static String meaning(String verdict) {
        return switch (verdict) {
            case "Natural segments" ->
                "What it means: there are groups of customers with few customers between them. It"
                        + " is worth giving them names and treating them differently; expect to find them again in new data.";
            case "Reproducible grouping" ->
                "What it means: the segments are a useful division, not a discovery. Customers"
                        + " near a border are much like their neighbors in the next segment. Work with the typical customers"
                        + " of each segment, and choose the number of segments by what you can act upon.";
            case "Continuum" ->
                "What it means: customers differ by degrees. The segments cut a continuum into handy parts,"
                        + " and another cut would be as good. Do not argue that there are so many types of customers; for"
                        + " decisions about single customers, use the columns themselves.";
            case "Undecided" ->
                "What it means: with so few different customers nothing can be said of groups among"
                        + " customers like these. Read the segments as a description of this table.";
            default -> "";
        };
    }

    private static void glance(Html html, Report report) {
        HtmlTable table = HtmlTable.open(
                html,
                "The segments at a glance",
                Column.text("Segment"),
                Column.number("Customers"),
                Column.number("Share"),
                Column.text("What sets it apart"));
        report.findings().profile().segments().stream()
                .limit(SegmentSection.MAX_SEGMENTS)
                .forEach(segment -> table.row(
                        (Content) cell -> name(cell, segment),
                        Numbers.count(segment.size()),
                        (Content) cell -> share(cell, segment),
                        new Data(segment.sentence())));
        table.close();
    }

    private static void name(Html html, SegmentProfile segment) {
        mark(html, segment.label());
        if (segment.label() >= 0) {
            html.open("a", "href", "#" + SegmentSection.id(segment))
                    .data(segment.name())
                    .close();
        } else {
            html.data(segment.name());
        }
    }

    /** A square in the color of a segment, as in the charts. */
    static void mark(Html html, int label) {
        html.open("svg", "viewBox", "0 0 10 10", "class", "mark", "aria-hidden", "true")
                .empty("rect", "width", "10", "height", "10", "rx", "2", "fill", Palette.hex(label))
                .close();
    }

    private static void share(Html html, SegmentProfile segment) {
        html.text(Figures.percent(segment.share()));
        int width = Math.max(1, (int) Math.round(segment.share() * SHARE_WIDTH));
        html.open("svg", "viewBox", "0 0 " + SHARE_WIDTH + " 6", "class", "share", "aria-hidden", "true")
                .empty("rect", "width", Integer.toString(SHARE_WIDTH), "height", "6", "fill", "#E8EAED")
                .empty("rect", "width", Integer.toString(width), "height", "6", "fill", Palette.hex(segment.label()))
                .close();
    }
}
