package org.tessera.charts.report;

import org.tessera.charts.ChartCatalog;
import org.tessera.charts.ChartSpec;
import org.tessera.charts.Charts;
import org.tessera.engine.run.RunContext;

/** A chart in the report: its drawing, with title and reading for those who do not see it. */
final class Picture {

    /** Width of the charts in units of their layout: of the text on paper, at 96 units per inch. */
    static final int WIDTH = 680;

    private Picture() {}

    /**
     * Draws a chart.
     *
     * @param html where it is written
     * @param spec the chart, of a type that is nowhere else on the page, as types have identifiers
     * @param height its height in units of the layout
     * @param run cancel
     */
    static void write(Html html, ChartSpec spec, int height, RunContext run) {
        String id = "chart-" + ChartCatalog.of(spec).id();
        String svg = Charts.svg(spec, WIDTH, height, run).strip();
        int end = svg.indexOf('>');
        html.open("figure", "class", "chart")
                .markup("<svg role=\"img\" aria-labelledby=\"" + id + "\"" + characters(svg.substring(4, end)) + ">")
                .element("title", spec.title() + ". " + spec.subtitle(), "id", id)
                .markup(characters(svg.substring(end + 1)))
                .closeLine();
    }

    /** The drawing without characters that XML does not allow, which names of the data may hold. */
    private static String characters(String svg) {
        return svg.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\uFFFE\\uFFFF]", "\uFFFD");
    }
}
