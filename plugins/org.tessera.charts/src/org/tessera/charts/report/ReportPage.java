package org.tessera.charts.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.tessera.engine.run.RunContext;

/**
 * The report as an HTML file that needs nothing else: no script, no network, drawings and style inside. It prints on A4 and
 * Letter, and is well-formed XML. The same report gives the same bytes on the same machine.
 *
 * <p>Charts summarize, names are cut, and long lists end, so that the size has a bound for any number of customers: about
 * 1.5 MB with 40 segments, at most 4 MB.
 */
public final class ReportPage {

    private static final String[][] CONTENTS = {
        {"brief", "In brief"},
        {"pictures", "Side by side"},
        {"segments", "One by one"},
        {"data", "Customers and columns"},
        {"choice", "Why this segmentation"},
        {"stability", "Stability"},
        {"use", "New customers"},
        {"reproduce", "To make it again"}
    };

    private ReportPage() {}

    /**
     * Writes the report.
     *
     * @param report what it says
     * @param run progress, cancel
     * @return an HTML document; every text of the data in it is text, never markup
     * @throws org.tessera.charts.ChartException if the machine lacks fonts or a graphics environment
     * @throws org.tessera.engine.run.RunCanceledException if the user has canceled
     */
    public static String html(Report report, RunContext run) {
        Html html = new Html();
        html.markup("<!DOCTYPE html>\n").open("html", "lang", "en").line();
        head(html, report.cover());
        html.open("body").line();
        header(html, report.cover());
        html.open("main").line();
        BriefSection.write(html, report);
        run.progress(0.1, "Drawing the segments side by side");
        PictureSection.write(html, report, run);
        run.progress(0.5, "Writing the segments one by one");
        SegmentSection.write(html, report);
        DataSection.write(html, report);
        run.progress(0.7, "Drawing curves and silhouettes");
        ChoiceSection.write(html, report, run);
        UseSection.write(html, report);
        html.closeLine();
        html.open("footer").paragraph("Made by Tessera Customer Segmentation.").closeLine();
        html.closeLine().closeLine();
        return html.toString();
    }

    private static void head(Html html, Report.Cover cover) {
        html.open("head")
                .line()
                .empty("meta", "charset", "utf-8")
                .line()
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line()
                .empty("meta", "name", "color-scheme", "content", "light")
                .line()
                .element("title", Html.cut(cover.title()))
                .line()
                .markup("<style>\n" + style() + "</style>\n")
                .closeLine();
    }

    private static void header(Html html, Report.Cover cover) {
        html.open("header")
                .element("h1", Html.cut(cover.title()), "dir", "auto")
                .line();
        if (!cover.note().isBlank()) {
            html.open("p", "class", "note", "dir", "auto")
                    .text(Html.cut(cover.note()))
                    .closeLine();
        }
        html.open("nav", "aria-label", "Contents").open("ul");
        for (String[] entry : CONTENTS) {
            html.open("li").element("a", entry[1], "href", "#" + entry[0]).close();
        }
        html.close().close().closeLine();
    }

    /** The style sheet of the bundle, which holds neither {@code <} nor {@code &}. */
    private static String style() {
        try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is not in the bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.css can't be read", e);
        }
    }
}
