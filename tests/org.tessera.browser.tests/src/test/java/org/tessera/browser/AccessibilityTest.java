package org.tessera.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.JavascriptExecutor;
import org.tessera.knime.view.web.ViewPart;

/** axe-core finds nothing serious, light and dark, wide and narrow; no part of the page is cut off. */
final class AccessibilityTest extends ViewTest {

    private static final Segmented FIVE = Segmented.of(1_000, 5, true);
    private static final String AXE = Pages.resource("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");

    private List<?> findings() {
        view.script(AXE);
        return (List<?>) ((JavascriptExecutor) view.driver())
                .executeAsyncScript(
                        "const done = arguments[0]; axe.run(document).then((found) => done(found.passes.length < 10"
                                + " ? ['axe-core looked at nothing'] : found.violations"
                                + ".filter((v) => ['serious', 'critical'].includes(v.impact))"
                                + ".map((v) => v.id + ' ' + v.nodes.slice(0, 3).map((n) => n.html).join(' | '))))");
    }

    private void check() {
        view.show(FIVE);
        view.click(".card:nth-child(2) button");
        for (String tab : TABS) {
            view.tab(tab);
            assertEquals(List.of(), findings(), tab);
        }
        view.click(".tools button");
        assertEquals(List.of(), findings());
    }

    @Test
    void nothing_serious_on_a_wide_page() {
        check();
    }

    @Test
    void nothing_serious_on_a_narrow_page() {
        view.resize(360, 740);
        check();
    }

    @Test
    void nothing_serious_in_the_parts_of_a_search_and_of_a_tree() {
        Segmented search = FIVE.searched().parts(ViewPart.CHOICE_OF_K, ViewPart.LEADERBOARD);
        for (int width : new int[] {1200, 360}) {
            view.resize(width, 740);
            for (Segmented data : List.of(search, Segmented.hierarchical(400, 4).parts(ViewPart.DENDROGRAM))) {
                view.show(data);
                for (String tab : view.tabs()) {
                    view.tab(tab);
                    assertEquals(List.of(), findings(), tab);
                    assertTrue((Long) view.script("return document.documentElement.scrollWidth") <= width, tab);
                }
            }
        }
        media("prefers-color-scheme", "dark");
        view.show(search);
        for (String tab : view.tabs()) {
            view.tab(tab);
            assertEquals(List.of(), findings(), tab);
        }
        media("prefers-color-scheme", "light");
    }

    @Test
    void nothing_overflows_from_360_pixels_on() {
        for (int width : new int[] {360, 480, 700, 761, 1024, 1920}) {
            view.resize(width, 740);
            view.show(Segmented.of(400, 12, true));
            for (String tab : TABS) {
                view.tab(tab);
                assertTrue(
                        (Long) view.script("return document.documentElement.scrollWidth") <= width, width + " " + tab);
                assertTrue(
                        (Long) view.script("return document.querySelector('.drawing svg').clientHeight") >= 250, tab);
            }
        }
    }

    @Test
    void the_drawing_follows_the_window() {
        view.show(FIVE);
        view.settle();
        long wide = (Long) view.script("return document.querySelector('.drawing svg').clientWidth");
        view.resize(800, 600);
        view.settle();
        long narrow = (Long) view.script("return document.querySelector('.drawing svg').clientWidth");
        assertTrue(narrow <= wide - 350, wide + " to " + narrow);
    }

    @Test
    void colors_follow_the_host_while_the_view_is_open() {
        view.show(FIVE);
        view.settle();
        media("prefers-color-scheme", "dark");
        view.settle();
        assertEquals(
                "rgb(27, 31, 36)",
                view.find("body")
                        .getCssValue("background-color")
                        .replace("rgba", "rgb")
                        .replace(", 1)", ")"));
        assertTrue(view.has(".drawing svg text[fill='#eceff2']"));
        for (String tab : TABS) {
            view.tab(tab);
            assertEquals(List.of(), findings(), tab);
        }
        media("prefers-color-scheme", "light");
        view.settle();
        assertFalse(view.has(".drawing svg text[fill='#eceff2']"));
    }

    @Test
    void reduced_motion_is_respected() {
        String animation =
                "return echarts.getInstanceByDom(document.querySelector('.drawing > div')).getOption().animation";
        for (boolean moves : new boolean[] {true, false}) {
            media("prefers-reduced-motion", moves ? "no-preference" : "reduce");
            view.show(FIVE);
            assertEquals(moves, view.script(animation));
        }
    }

    private void media(String feature, String value) {
        view.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }
}
