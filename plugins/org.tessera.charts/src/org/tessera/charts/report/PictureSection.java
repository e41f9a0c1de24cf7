package org.tessera.charts.report;

import org.tessera.charts.ChartSpec;
import org.tessera.charts.PcaScatter;
import org.tessera.charts.ProfileHeatMap;
import org.tessera.engine.run.RunContext;

/** The segments side by side: how they differ, and where they lie. */
final class PictureSection {

    /** Height of a sheet of paper that a chart may fill. */
    private static final int MAX_HEIGHT = 880;

    private static final int SCATTER_HEIGHT = 400;

    private PictureSection() {}

    static void write(Html html, Report report, RunContext run) {
        html.open("section", "aria-labelledby", "pictures")
                .element("h2", "The segments side by side", "id", "pictures");
        for (ChartSpec chart : report.findings().charts()) {
            if (chart instanceof ProfileHeatMap.Spec map) {
                Picture.write(html, map, height(map.rows().size(), 15), run);
            } else if (chart instanceof PcaScatter.Spec scatter) {
                Picture.write(html, scatter, SCATTER_HEIGHT, run);
            }
        }
        html.closeLine();
    }

    /** The height of a chart of rows, from a third of a sheet to a whole one. */
    static int height(int rows, int perRow) {
        return Math.max(260, Math.min(MAX_HEIGHT, 140 + rows * perRow));
    }
}
