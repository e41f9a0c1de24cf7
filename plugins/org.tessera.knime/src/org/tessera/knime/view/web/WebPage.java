package org.tessera.knime.view.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The page of the view: its parts and Apache ECharts in one document, as KNIME knows no content type of style sheets and
 * opens pages in a frame that may have no origin from which to load modules.
 */
public final class WebPage {

    private static final String FOLDER = "/org/tessera/knime/view/web/page/";
    private static final String CHARTS = "/lib/echarts.min.js";

    /** The scripts in the order in which they are run. */
    private static final List<String> SCRIPTS = List.of(
            "dom.js",
            "host.js",
            "model.js",
            "theme.js",
            "table.js",
            "chart.js",
            "scatter.js",
            "heat-map.js",
            "distribution.js",
            "silhouettes.js",
            "sizes.js",
            "choice-of-k.js",
            "dendrogram.js",
            "leaderboard.js",
            "migration.js",
            "cards.js",
            "tabs.js",
            "export.js",
            "main.js");

    private WebPage() {}

    /**
     * The page.
     *
     * @return an HTML document that loads nothing
     */
    public static String html() {
        StringBuilder scripts = new StringBuilder(script(text(CHARTS)));
        SCRIPTS.forEach(name -> scripts.append(script(text(FOLDER + name))));
        return text(FOLDER + "index.html")
                .replace("/* style.css */", text(FOLDER + "style.css"))
                .replace("<!-- scripts -->", scripts);
    }

    private static String script(String text) {
        return "<script>\n" + text + "\n</script>\n";
    }

    private static String text(String path) {
        try (InputStream in = WebPage.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not in the bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " can't be read", e);
        }
    }
}
