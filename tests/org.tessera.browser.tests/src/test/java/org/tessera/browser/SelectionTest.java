package org.tessera.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Cards highlight and filter every chart, and the legend hides. */
final class SelectionTest extends ViewTest {

    private static final Segmented FIVE = Segmented.of(1_000, 5, false);

    @BeforeEach
    void show() {
        view.show(FIVE);
        view.tab("sizes");
    }

    private List<String> segmentsDrawn() {
        return view.drawnTexts().stream()
                .filter(text -> text.startsWith("Segment "))
                .sorted()
                .distinct()
                .toList();
    }

    @Test
    void a_card_highlights_its_segment_in_every_chart() {
        view.click(".card:nth-child(2) button");
        assertEquals("true", view.find(".card:nth-child(2) button").getDomAttribute("aria-pressed"));
        view.settle();
        for (String tab : List.of("sizes", "profile", "distribution", "silhouettes")) {
            view.tab(tab);
            assertTrue(
                    view.all(".drawing svg path[fill-opacity='0.25'], .drawing svg path[opacity='0.25']")
                                    .size()
                            >= 4,
                    tab);
        }
    }

    @Test
    void highlighted_segments_alone_stay_with_the_filter() {
        view.click(".card:nth-child(2) button");
        view.click(".card:nth-child(4) button");
        view.click(".head input");
        for (String tab : List.of("sizes", "distribution", "silhouettes", "profile")) {
            view.tab(tab);
            assertEquals(List.of("Segment 2", "Segment 4"), segmentsDrawn(), tab);
        }
        view.tab("scatter");
        assertFalse(view.drawnTexts().contains("1"), view.drawnTexts().toString());
        view.click(".head button");
        view.settle();
        assertTrue(view.drawnTexts().contains("1"), view.drawnTexts().toString());
    }

    @Test
    void the_legend_hides_and_shows_again() {
        view.click(".legend li:nth-child(3) button");
        view.settle();
        assertEquals(List.of("Segment 1", "Segment 2", "Segment 4", "Segment 5"), segmentsDrawn());
        assertEquals("false", view.find(".legend li:nth-child(3) button").getDomAttribute("aria-pressed"));
        view.click(".legend li:nth-child(3) button");
        view.settle();
        assertEquals(5, segmentsDrawn().size());
    }

    @Test
    void nothing_is_drawn_and_said_when_all_are_hidden() {
        for (int i = 1; i <= 5; i++) {
            view.click(".legend li:nth-child(" + i + ") button");
        }
        for (String tab : TABS) {
            view.tab(tab);
            assertEquals(List.of(), segmentsDrawn(), tab);
        }
    }

    @Test
    void a_bar_highlights_its_segment_by_mouse() {
        view.find(
                        ".drawing svg path[fill='#0072B2'], .drawing svg path[fill='#0072b2'], .drawing svg path[fill='rgb(0,114,178)']")
                .click();
        view.await(() -> "true".equals(view.find(".card:nth-child(1) button").getDomAttribute("aria-pressed")));
    }

    @Test
    void keyboard_goes_through_tabs_marks_and_selection() {
        view.find("#tab-sizes").sendKeys(Keys.ARROW_RIGHT);
        view.settle();
        assertEquals("tab-scatter", view.script("return document.activeElement.id"));
        view.keys(Keys.END);
        view.settle();
        assertEquals("true", view.find("#tab-sizes").getDomAttribute("aria-selected"));
        assertEquals(1, view.all("[role=tab][tabindex='0']").size());
        view.script("document.querySelector('.drawing').focus()");
        view.keys(Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        view.await(() -> view.find("#live").getDomProperty("textContent").startsWith("Segment 2. "));
        assertTrue(view.text(".tip").startsWith("Segment 2\n"), view.text(".tip"));
        view.keys(Keys.ENTER);
        assertEquals("true", view.find(".card:nth-child(2) button").getDomAttribute("aria-pressed"));
        view.keys(Keys.ESCAPE);
        assertEquals(0L, view.host("return host.escapes"));
        view.keys(Keys.ESCAPE);
        view.await(() -> Long.valueOf(1).equals(view.host("return host.escapes")));
    }

    @Test
    void arrow_keys_move_by_row_and_column_in_the_profile() {
        view.tab("profile");
        view.script("document.querySelector('.drawing').focus()");
        view.keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        String first = view.find("#live").getDomProperty("textContent");
        view.keys(Keys.ARROW_DOWN);
        String below = view.find("#live").getDomProperty("textContent");
        assertTrue(first.contains("Segment 1: ") && below.contains("Segment 1: "), first + " / " + below);
        assertFalse(first.equals(below));
    }

    @Test
    void focus_is_visible_on_everything_that_takes_it() {
        for (int i = 0; i < 40; i++) {
            view.keys(Keys.TAB);
            Object outline = view.script("const e = document.activeElement;"
                    + "return e === document.body ? 'solid' : getComputedStyle(e).outlineStyle");
            assertEquals(
                    "solid",
                    outline,
                    () -> view.script("return document.activeElement.outerHTML").toString());
        }
    }
}
