package org.tessera.charts.report;

import java.util.List;
import java.util.Optional;
import org.tessera.charts.ChartSpec;
import org.tessera.charts.ChoiceOfK;
import org.tessera.charts.SilhouettePlot;
import org.tessera.charts.report.HtmlTable.Column;
import org.tessera.charts.report.HtmlTable.Data;
import org.tessera.charts.report.Report.Candidate;
import org.tessera.charts.report.Report.Stability;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.metric.SegmentSilhouette;
import org.tessera.engine.run.RunContext;

/** Why this segmentation: the leaderboard with its reasons, the choice of the number of segments, and stability. */
final class ChoiceSection {

    private static final int MAX_CANDIDATES = 15;
    private static final int CURVES_HEIGHT = 560;

    private ChoiceSection() {}

    static void write(Html html, Report report, RunContext run) {
        html.open("section", "aria-labelledby", "choice").element("h2", "Why this segmentation", "id", "choice");
        leaderboard(html, report);
        for (ChartSpec chart : report.findings().charts()) {
            if (chart instanceof ChoiceOfK.Spec curves) {
                html.element("h3", "How many segments").line();
                Picture.write(html, curves, CURVES_HEIGHT, run);
            }
        }
        html.closeLine();
        html.open("section", "aria-labelledby", "stability").element("h2", "Stability", "id", "stability");
        html.element("h3", "Are the segments found again?").line();
        html.paragraph(stability(report));
        cohesion(html, report, run);
        html.closeLine();
    }

    private static void leaderboard(Html html, Report report) {
        List<Candidate> board = report.leaderboard();
        if (board.isEmpty()) {
            html.paragraph(
                    "With what this segmentation was compared is not known. Connect the leaderboard of the Best"
                            + " Segmentation Selector or of Auto Segmentation to this report to see it here, with the reasons.");
            return;
        }
        Optional<Candidate> own = report.ownCandidate();
        html.sentence(
                own.isPresent()
                        ? own.get().name() + ". " + own.get().reason() + "."
                        : "The segmentation of this report, "
                                + report.model().provenance().title()
                                + ", is not in the leaderboard: it was made by other means, or the leaderboard belongs to another"
                                + " one.");
        HtmlTable table = HtmlTable.open(
                html,
                "Leaderboard",
                Column.number("Rank"),
                Column.text("Segmentation"),
                Column.number("Segments"),
                Column.number("Smallest"),
                Column.number("Silhouette"),
                Column.text("Guards"),
                Column.text("Reason"));
        board.stream()
                .limit(MAX_CANDIDATES)
                .forEach(c -> table.row(
                        Numbers.count(c.rank()),
                        new Data(c.name()),
                        Numbers.count(c.segments()),
                        Figures.percent(c.smallestShare()),
                        Figures.number(c.silhouette()),
                        c.passes().map(p -> p ? "passed" : "failed").orElse("–"),
                        new Data(c.reason())));
        table.close();
        if (board.size() > MAX_CANDIDATES) {
            html.paragraph("The best " + MAX_CANDIDATES + " of " + Numbers.count(board.size()) + " are shown.");
        }
    }

    private static String stability(Report report) {
        Stability stability = report.ownCandidate().map(Candidate::stability).orElse(Stability.UNKNOWN);
        if (!stability.isKnown()) {
            return "That was not measured for this segmentation. Auto Segmentation measures it with its option 'Measure"
                    + " stability'; connect its leaderboard to this report.";
        }
        StringBuilder text = new StringBuilder();
        if (!Double.isNaN(stability.halves())) {
            text.append("Made from random halves of the customers, the segments agree to ")
                    .append(Figures.twoDecimals(stability.halves()))
                    .append(" (adjusted Rand index: 1 is the same, 0 is chance");
            text.append(
                    Double.isNaN(stability.nullHalves())
                            ? "). "
                            : "); without any segments in the data the same method reaches "
                                    + Figures.twoDecimals(stability.nullHalves()) + ", so the agreement is "
                                    + (stability.halves() > stability.nullHalves()
                                            ? "more than the method alone gives. "
                                            : "no more than the method alone gives. "));
        }
        if (!Double.isNaN(stability.jaccard())) {
            text.append("Made again from customers drawn at random, a segment shares on average ")
                    .append(Figures.twoDecimals(stability.jaccard()))
                    .append(
                            " of its customers with the segment most like it (Jaccard index: 0.75 and more is usually called"
                                    + " stable)");
            text.append(
                    Double.isNaN(stability.worstJaccard())
                            ? ""
                            : ", the worst one " + Figures.twoDecimals(stability.worstJaccard()));
            text.append(
                    Double.isNaN(stability.nullJaccard())
                            ? "."
                            : "; without segments in the data it is " + Figures.twoDecimals(stability.nullJaccard())
                                    + ".");
        }
        return text.toString().strip();
    }

    private static void cohesion(Html html, Report report, RunContext run) {
        List<SegmentSilhouette> silhouettes = report.findings().silhouettes();
        if (silhouettes.isEmpty()) {
            return;
        }
        html.element("h3", "Do the segments hold together?").line();
        html.paragraph(
                "The silhouette compares a customer's distance to the own segment with that to the next one: near 1 the"
                        + " customer clearly belongs, about 0 lies between two segments, below 0 is nearer to another one.");
        for (ChartSpec chart : report.findings().charts()) {
            if (chart instanceof SilhouettePlot.Spec plot) {
                Picture.write(html, plot, PictureSection.height(silhouettes.size(), 16), run);
            }
        }
    }
}
