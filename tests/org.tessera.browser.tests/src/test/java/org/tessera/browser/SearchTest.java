package org.tessera.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.tessera.knime.view.web.ViewPart;

/** The parts of a search and of a hierarchical segmentation: verdict, choice of k, leaderboard, dendrogram. */
final class SearchTest extends ViewTest {

    private static final Segmented SEARCH = Segmented.of(1_000, 5, true)
            .searched()
            .parts(
                    ViewPart.CHOICE_OF_K,
                    ViewPart.LEADERBOARD,
                    ViewPart.PROFILE,
                    ViewPart.DISTRIBUTIONS,
                    ViewPart.SIZES);

    private static final Segmented TREE = Segmented.hierarchical(900, 6).parts(ViewPart.DENDROGRAM, ViewPart.SIZES);

    private String said() {
        return view.find("#live").getDomProperty("textContent");
    }

    @Test
    void the_verdict_stands_on_top() {
        view.show(SEARCH);
        assertEquals("There are natural segments: five of them.", view.text(".verdict"));
        assertEquals(List.of("choice-of-k", "leaderboard", "profile", "distribution", "sizes"), view.tabs());
    }

    @Test
    void choice_of_k_draws_a_panel_per_measure_and_a_line_per_algorithm() {
        view.show(SEARCH);
        view.settle();
        List<String> texts = view.drawnTexts();
        assertTrue(
                texts.containsAll(List.of("Silhouette", "Inertia, as share of the first", "Stability", "found")),
                texts.toString());
        assertEquals(6, view.all(".numbers tbody tr").size());
        assertTrue(view.text(".reading").endsWith("5 segments were found."), view.text(".reading"));
        assertFalse(view.find(".legend").isDisplayed());
        long lines = lines();
        view.all(".tools input").get(1).click();
        view.settle();
        assertTrue(lines() < lines, lines() + " of " + lines);
    }

    private long lines() {
        return (Long) view.script("return echarts.getInstanceByDom(document.querySelector('.drawing > div'))"
                + ".getOption().series.filter((series) => series.type === 'line').length");
    }

    @Test
    void keyboard_reads_the_points_of_the_curves() {
        view.show(SEARCH);
        view.settle();
        view.script("document.querySelector('.drawing').focus()");
        view.keys(Keys.ARROW_RIGHT);
        assertEquals("K-Means, k = 2. Silhouette: +0.21", said());
        view.keys(Keys.END);
        assertEquals("Gaussian Mixture, k = 5. Stability: +0.90. Without segments: +0.40 to +0.50", said());
        view.keys(Keys.HOME, Keys.ENTER);
        assertEquals(0, view.all(".card.selected").size());
    }

    @Test
    void the_leaderboard_is_a_table_with_reasons() {
        view.show(SEARCH);
        view.tab("leaderboard");
        assertTrue(view.find(".numbers").isDisplayed());
        assertFalse(view.find(".drawing").isDisplayed());
        assertFalse(view.find(".legend").isDisplayed());
        assertEquals(2, view.all(".numbers tbody tr").size());
        String first = view.text(".numbers tbody tr:first-child");
        assertTrue(first.startsWith("1 K-Means, k = 5 yes 0."), first);
        assertTrue(first.contains(" 0.93 "), first);
        assertTrue(view.text(".numbers tbody tr:last-child").contains("one segment only"));
        view.tab("sizes");
        assertFalse((Long) view.script("return document.querySelector('.numbers').clientHeight") > 1);
        assertTrue(view.find(".drawing").isDisplayed());
    }

    @Test
    void the_dendrogram_has_branches_a_cut_and_sizes() {
        view.show(TREE);
        view.settle();
        List<String> texts = view.drawnTexts();
        assertTrue(texts.contains("cut"), texts.toString());
        int rows = view.all(".numbers tbody tr").size();
        assertEquals(2 * 30 - 1, rows);
        int customers = view.all(".numbers tbody tr td:nth-child(2)").stream()
                .limit(30)
                .mapToInt(cell -> Integer.parseInt(cell.getDomProperty("textContent")))
                .sum();
        assertEquals(900, customers);
        assertTrue(view.find(".numbers").getDomProperty("textContent").contains("Merge 29900"));
    }

    @Test
    void a_branch_highlights_its_segment_by_keyboard() {
        view.show(TREE);
        view.settle();
        view.script("document.querySelector('.drawing').focus()");
        view.keys(Keys.ARROW_RIGHT);
        assertTrue(said().matches("Segment [1-6]\\. [0-9]+ customers?\\. Merged up to height [0-9.]+"), said());
        view.keys(Keys.ENTER);
        assertEquals(1, view.all(".card.selected").size());
        assertEquals(said().substring(0, 9), view.text(".card.selected h3"));
        view.keys(Keys.END);
        assertTrue(said().startsWith("Several segments. 900 customers. Merged at height "), said());
    }

    @Test
    void few_and_many_segments_fit() {
        for (int segments : new int[] {2, 40}) {
            view.show(Segmented.hierarchical(600, segments).parts(ViewPart.DENDROGRAM));
            view.settle();
            assertTrue(view.all(".drawing svg path").size() >= 2 * segments, segments + "");
        }
    }

    @Test
    void the_parts_are_in_reports_and_pictures() {
        view.show(SEARCH);
        String report = (String) view.scriptAsync("tessera.export.report().then((e) => done(e.outerHTML))");
        assertEquals(7, report.split("<svg", -1).length - 1);
        assertTrue(report.contains("Leaderboard"), report);
        assertTrue(report.contains("There are natural segments"), report);
        view.show(TREE);
        String picture = (String) view.scriptAsync("tessera.export.image('SVG').then(done)");
        assertTrue(picture.contains("cut</text>"), picture);
    }
}
