package org.tessera.knime.report;

import org.tessera.knime.kit.NodeTexts;

/** The page of the view: a frame without scripts and rights, into which the report is put. */
public final class ReportView {

    private static final String FOLDER = "/org/tessera/knime/report/page/";

    /** Parts of the Segment View's page: elements, and KNIME's protocol. */
    private static final String VIEW_FOLDER = "/org/tessera/knime/view/web/page/";

    private ReportView() {}

    /**
     * The page.
     *
     * @return an HTML document that loads nothing
     */
    public static String html() {
        String scripts =
                script(VIEW_FOLDER + "dom.js") + script(VIEW_FOLDER + "host.js") + script(FOLDER + "report.js");
        return NodeTexts.resource(FOLDER + "index.html").replace("<!-- scripts -->", scripts);
    }

    private static String script(String path) {
        return "<script>\n" + NodeTexts.resource(path) + "\n</script>\n";
    }
}
