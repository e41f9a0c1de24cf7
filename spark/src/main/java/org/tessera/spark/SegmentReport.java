package org.tessera.spark;

import java.util.List;
import org.tessera.engine.choose.large.LargeFigures;
import org.tessera.engine.choose.large.LargeResult;
import org.tessera.engine.choose.large.SegmentFigures;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.profile.Rule;
import org.tessera.engine.profile.SegmentProfile;
import org.tessera.engine.select.Leaderboard;

/** The result of a segmentation as a page to read: HTML without scripts and pictures. */
final class SegmentReport {

    private static final int DIGITS = 3;

    private final LargeResult result;
    private final StringBuilder page = new StringBuilder();

    SegmentReport(LargeResult result) {
        this.result = result;
    }

    /** The page. */
    String html() {
        LargeFigures figures = result.figures();
        String title = result.model().provenance().title() + " of " + Numbers.count(figures.customers(), "customer");
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"UTF-8\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<style>body { font-family: sans-serif; max-width: 60em; margin: 2em auto; }")
                .append(" table { border-collapse: collapse; } td, th { padding: 0.2em 0.8em; text-align: left;")
                .append(" border-bottom: 1px solid #ccc; }</style>\n</head>\n<body>\n");
        element("h1", title);
        element("p", result.verdict().sentence());
        element("h2", "Segments");
        result.profile().segments().forEach(this::segment);
        element("h2", "Quality");
        figures(figures);
        element("h2", "Segmentations that were tried");
        leaderboard();
        if (!result.notes().isEmpty()) {
            element("h2", "Notes");
            result.notes().forEach(note -> element("p", note));
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private void segment(SegmentProfile segment) {
        LargeFigures figures = result.figures();
        boolean noise = segment.label() < 0;
        long size = noise
                ? figures.noise()
                : figures.segments().get(segment.label()).size();
        String share = noise ? "" : ", " + percent(figures.segments().get(segment.label())) + " of those with features";
        boolean named = segment.suggestedName().equals(segment.name());
        element("h3", segment.name() + (named ? "" : ": " + segment.suggestedName()));
        element("p", Numbers.count(size, "customer") + share + ".");
        element("p", segment.sentence());
        segment.rule().map(Rule::text).ifPresent(rule -> element("p", "Rule: " + rule));
    }

    private static String percent(SegmentFigures segment) {
        return Numbers.value(100 * segment.share(), DIGITS) + " %";
    }

    private void figures(LargeFigures figures) {
        page.append("<table>\n");
        row("td", "Davies-Bouldin index, of all customers", number(figures.daviesBouldin()));
        row("td", "Calinski-Harabasz index, of all customers", number(figures.calinskiHarabasz()));
        row("td", "Inertia, of all customers", number(figures.inertia()));
        row(
                "td",
                "Silhouette, of " + Numbers.count(result.sampled(), "customer"),
                number(figures.silhouette())
                        + (figures.silhouetteError() > 0
                                ? " with a standard error of " + number(figures.silhouetteError())
                                : ""));
        row("td", "Customers without a segment", Numbers.count(figures.withoutFeatures()));
        row("td", "Passes over all customers", Numbers.count(result.passes()));
        page.append("</table>\n");
    }

    private void leaderboard() {
        page.append("<table>\n");
        row("th", "Rank", "Segmentation", "Reason");
        for (Leaderboard.Entry entry : result.board().entries()) {
            row("td", Integer.toString(entry.rank()), entry.candidate().name(), entry.reason());
        }
        page.append("</table>\n");
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "not defined" : Numbers.value(value, DIGITS);
    }

    private void element(String tag, String text) {
        page.append('<')
                .append(tag)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(tag)
                .append(">\n");
    }

    private void row(String tag, String... cells) {
        page.append("<tr>");
        for (String cell : List.of(cells)) {
            page.append('<')
                    .append(tag)
                    .append('>')
                    .append(escaped(cell))
                    .append("</")
                    .append(tag)
                    .append('>');
        }
        page.append("</tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
