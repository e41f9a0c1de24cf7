package org.tessera.charts.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tessera.charts.report.HtmlTable.Column;
import org.tessera.charts.report.HtmlTable.Data;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.Preparation;

/** How to use the segments for new customers, and what it takes to make them again. */
final class UseSection {

    private UseSection() {}

    static void write(Html html, Report report) {
        html.open("section", "aria-labelledby", "use").element("h2", "How to use it for new customers", "id", "use");
        html.open("ol");
        step(
                html,
                "Keep the Segmentation Model: connect it to a Model Writer, which writes one file. It holds everything that"
                        + " assigning takes, and none of the customers' names.");
        step(
                html,
                "Read it with a Model Reader, read the new customers, and connect both to a Segment Assigner. The table"
                        + " needs the columns named below, in any order and with any others beside them.");
        step(
                html,
                "The Segment Assigner appends the segment of each customer, how certain it is, and the runner-up."
                        + " Customers unlike those of this report are marked: look at them before you treat them like the others.");
        step(
                html,
                "Look at its second output every time: it compares the shares of the segments with those of this report and"
                        + " says when customers have changed so much that the segments should be made anew.");
        html.closeLine();
        List<String> needed = columns(report.model());
        html.sentence("Columns needed: "
                + needed.stream().limit(DataSection.MAX_COLUMNS).map(Html::cut).collect(Collectors.joining(", "))
                + (needed.size() > DataSection.MAX_COLUMNS
                        ? " and " + Numbers.count(needed.size() - DataSection.MAX_COLUMNS) + " more."
                        : "."));
        html.paragraph(
                "Without KNIME, the rules of the segments are an approximation by hand: each names the share of its"
                        + " segment that it covers, and how often it is right.");
        html.closeLine();
        reproduce(html, report);
    }

    /** The value of an option; of a choice in lower case and with blanks, as its name in the dialog. */
    private static String words(String value) {
        if (!value.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")) {
            return value;
        }
        return value.charAt(0) + value.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void step(Html html, String text) {
        html.element("li", text).line();
    }

    private static List<String> columns(SegmentationModel model) {
        return model.preparation().map(Preparation::sourceColumns).orElse(model.features());
    }

    private static void reproduce(Html html, Report report) {
        Provenance made = report.model().provenance();
        html.open("section", "aria-labelledby", "reproduce", "class", "whole")
                .element("h2", "To make it again", "id", "reproduce");
        html.paragraph(
                "The same customers, columns, settings and seed give the same segments, in any order of the customers"
                        + " and on any number of processors.");
        HtmlTable table =
                HtmlTable.open(html, "Settings, seed and versions", Column.text("What"), Column.text("Value"));
        table.row("Segmentation", new Data(made.title()));
        for (Map.Entry<String, String> option : made.options().entrySet()) {
            table.row(new Data(option.getKey()), new Data(words(option.getValue())));
        }
        table.row("Seed", Long.toString(made.seed()));
        table.row("Implementation", new Data(made.implementation() + ". " + made.reason()));
        if (made.iterations() > 0) {
            table.row(
                    "Iterations",
                    Numbers.count(made.iterations()) + (made.converged() ? ", converged" : ", stopped at the limit"));
        }
        table.row("Segment column", new Data(report.model().segmentColumn()));
        table.row(
                "Customers",
                Numbers.count(report.model().labels().size())
                        + (made.leftOut() > 0 ? ", and " + Numbers.count(made.leftOut()) + " left out" : ""));
        table.row(
                "Fingerprint of the features",
                String.format(Locale.ROOT, "%016x", report.model().fingerprint()));
        report.cover().versions().forEach((name, version) -> table.row(name, new Data(version)));
        table.close();
        html.closeLine();
    }
}
