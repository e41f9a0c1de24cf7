package org.tessera.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.tessera.knime.view.web.ViewPart;

/** Every tab draws what it says. */
final class TabsTest extends ViewTest {

    private static final Segmented FIVE = Segmented.of(2_000, 5, true);

    @Test
    void cards_show_name_size_sentence_and_rule() {
        view.show(FIVE);
        List<WebElement> cards = view.all(".card");
        assertEquals(6, cards.size());
        String first = cards.get(0).getText();
        assertTrue(
                first.startsWith(
                        "Segment 1\n" + FIVE.summary().segments().get(0).size() + " customers, "),
                first);
        assertTrue(first.contains(FIVE.summary().segments().get(0).sentence()), first);
        assertTrue(first.contains("Rule: " + FIVE.summary().segments().get(0).rule()), first);
        assertEquals("2,000 customers in 5 segments and noise", view.text("h1"));
        assertTrue(
                cards.get(5).getText().startsWith("Noise\n100 customers, 5 %"),
                cards.get(5).getText());
    }

    @Test
    void scatter_marks_the_centers_and_names_features_at_arrows() {
        view.show(FIVE);
        view.settle();
        List<String> texts = view.drawnTexts();
        assertTrue(texts.containsAll(List.of("1", "2", "3", "4", "5", "N")), texts.toString());
        assertTrue(texts.containsAll(List.of("Income", "Age", "Orders")), texts.toString());
        assertTrue(texts.stream().anyMatch(text -> text.matches("\u2212[0-9]+")), texts.toString());
        assertTrue(texts.stream().noneMatch(text -> text.matches("-[0-9.]+")), texts.toString());
        assertTrue(view.text(".reading").startsWith("All 2,000 customers."), view.text(".reading"));
    }

    @Test
    void axes_can_be_chosen_and_never_are_the_same() {
        view.show(FIVE);
        List<WebElement> axes = view.all(".tools select");
        new Select(axes.get(0)).selectByValue("2");
        view.settle();
        assertTrue(view.drawnTexts().stream().anyMatch(text -> text.startsWith("Component 3 (")));
        new Select(view.all(".tools select").get(1)).selectByValue("2");
        view.settle();
        assertEquals("1", view.all(".tools select").get(0).getDomProperty("value"));
        assertEquals("2", view.all(".tools select").get(1).getDomProperty("value"));
    }

    @Test
    void arrows_can_be_switched_off() {
        view.show(FIVE);
        view.click(".tools input");
        view.settle();
        assertFalse(view.drawnTexts().contains("Income"));
    }

    @Test
    void profile_shows_values_in_the_units_of_the_columns() {
        view.show(FIVE);
        view.tab("profile");
        List<String> texts = view.drawnTexts();
        assertTrue(texts.containsAll(List.of("Income", "Age", "Customer since", "Home = owner")), texts.toString());
        assertTrue(texts.stream().anyMatch(text -> text.matches("20[12][0-9]-[01][0-9]-[0-3][0-9]")), texts.toString());
        assertTrue(texts.stream().anyMatch(text -> text.matches("[1-9][0-9],[0-9]{3}")), texts.toString());
        assertTrue(texts.stream().anyMatch(text -> text.endsWith(" %")), texts.toString());
    }

    @Test
    void every_column_can_be_chosen_for_the_distributions() {
        view.show(FIVE);
        view.tab("distribution");
        for (String column : List.of("Income", "Age", "Customer since", "Home")) {
            new Select(view.find(".tools select")).selectByVisibleText(column);
            view.await(() -> view.text("h2[dir]").matches(column + " differs [a-z]+ between the segments"));
        }
        view.settle();
        List<String> texts = view.drawnTexts();
        assertTrue(
                texts.containsAll(List.of("owner", "rented", "with parents", "Segment 5", "Noise")), texts.toString());
    }

    @Test
    void next_column_keeps_the_focus_and_ends_at_the_last() {
        view.show(FIVE);
        view.tab("distribution");
        for (int i = 0; i < 3; i++) {
            view.find(".tools")
                    .findElements(org.openqa.selenium.By.tagName("button"))
                    .get(1)
                    .click();
            view.settle();
        }
        assertFalse(view.all(".tools button").get(1).isEnabled());
        assertTrue((Boolean) view.script("return document.querySelector('.tools').contains(document.activeElement)"));
    }

    @Test
    void silhouettes_have_a_band_per_segment_and_none_for_noise() {
        view.show(FIVE);
        view.tab("silhouettes");
        List<String> texts = view.drawnTexts();
        assertTrue(texts.containsAll(List.of("Segment 1", "Segment 5", "mean")), texts.toString());
        assertFalse(texts.contains("Noise"), texts.toString());
        assertTrue(view.text(".reading").startsWith("Mean +0."), view.text(".reading"));
        assertEquals("All segments hold together, but overlap", view.text("h2[dir]"));
    }

    @Test
    void sizes_are_written_at_the_bars() {
        view.show(FIVE);
        view.tab("sizes");
        assertTrue(view.drawnTexts().contains("100 (5 %)"), view.drawnTexts().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SCATTER", "PROFILE", "DISTRIBUTIONS", "SILHOUETTES", "SIZES"})
    void the_first_part_of_the_settings_is_open(String part) {
        view.show(FIVE.parts(ViewPart.valueOf(part)));
        assertEquals(1, view.all("[role=tab]").size());
        assertEquals("true", view.find("[role=tab]").getDomAttribute("aria-selected"));
    }

    @Test
    void mouse_shows_the_values_of_a_point_in_the_customers_units() {
        view.show(FIVE);
        view.click(".tools input");
        view.settle();
        view.script("const chart = echarts.getInstanceByDom(document.querySelector('.drawing > div'));"
                + "chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: 0 })");
        view.await(() -> view.has(".tip"));
        String tip = view.text(".tip");
        assertTrue(tip.matches("(?s)Segment 1\n.*(Age|Income|Customer since|Home): .+"), tip);
    }

    @Test
    void zoom_changes_the_range_and_back() {
        view.show(FIVE);
        view.settle();
        String before = String.join(" ", view.drawnTexts());
        view.click("[aria-label='Zoom in']");
        view.settle();
        String near = String.join(" ", view.drawnTexts());
        view.click("[aria-label='Whole picture']");
        view.settle();
        assertFalse(before.equals(near));
        assertEquals(before, String.join(" ", view.drawnTexts()));
    }

    @Test
    void tables_behind_the_charts_are_there_and_can_be_opened() {
        view.show(FIVE);
        for (String tab : TABS) {
            view.tab(tab);
            assertTrue(view.all(".numbers tbody tr").size() >= 4, tab);
        }
        assertEquals(6, view.all(".numbers tbody tr").size());
        WebElement button = view.all(".tools button").get(0);
        assertEquals("false", button.getDomAttribute("aria-expanded"));
        button.click();
        assertEquals("true", button.getDomAttribute("aria-expanded"));
        assertTrue(view.text(".numbers").contains("Noise 100 5 %"), view.text(".numbers"));
    }

    @Test
    void large_small_and_negative_numbers_are_short_at_axes_and_exact_in_tooltips() {
        view.show(FIVE);
        assertEquals(
                List.of(
                        "0",
                        "\u22123",
                        "0.25",
                        "1,250",
                        "999,999",
                        "1 million",
                        "\u22122.5 million",
                        "2.5 billion",
                        "1.234 trillion",
                        "2.5\u00d710\u00b9\u2078",
                        "1\u00d710\u207b\u2074"),
                view.script("return [0, -3, 0.25, 1250, 999999, 1e6, -2.5e6, 2.5e9, 1.2344e12, 2.5e18, 1e-4]"
                        + ".map(tessera.theme.figure)"));
    }

    @Test
    void long_numbers_are_not_cut_at_the_axes_of_distributions() {
        view.show(HostileTest.rich().parts(ViewPart.DISTRIBUTIONS, ViewPart.PROFILE));
        view.settle();
        List<String> texts = view.drawnTexts();
        assertTrue(texts.stream().anyMatch(text -> text.matches("[0-9.]+ billion")), texts.toString());
        assertTrue(texts.stream().noneMatch(text -> text.contains("\u2026")), texts.toString());
        view.script("document.querySelector('.drawing').focus()");
        view.keys(Keys.ARROW_RIGHT);
        String said = view.find("#live").getDomProperty("textContent");
        assertTrue(said.matches("Worth: [\u22120-9,]+ \u2013 [\u22120-9,]+\\. .*"), said);
        assertTrue(said.contains(",000,000"), said);
        view.tab("profile");
        texts = view.drawnTexts();
        assertTrue(texts.stream().noneMatch(text -> text.contains("\u2026")), texts.toString());
    }

    @Test
    void a_plane_that_shows_little_says_so() {
        view.show(FIVE);
        assertFalse(view.find(".caution").isDisplayed());
        view.show(HostileTest.round());
        assertTrue(
                view.text(".caution")
                        .matches("Two components show only [123][0-9.]+ % of the variance: segments that"
                                + " overlap in their plane may be apart\\."),
                view.text(".caution"));
        String picture = (String) view.scriptAsync("tessera.export.image('SVG').then(done)");
        assertTrue(picture.contains("Two components show only"), picture);
    }

    @Test
    void titles_say_what_is_seen_with_the_names_of_the_segments() {
        view.show(HostileTest.round().named(List.of("Loyal", "New", "العملاء")));
        view.tab("silhouettes");
        assertEquals("Loyal, New and \u2068العملاء\u2069 do not hold together", view.text("h2[dir]"));
        view.tab("sizes");
        assertTrue(view.text("h2[dir]")
                .matches("Loyal holds [0-9.]+ % of the customers, \u2068العملاء\u2069 holds [0-9.]+ %"));
        view.tab("profile");
        assertTrue(view.text("h2[dir]")
                .matches(".*(Loyal|New|العملاء).* stands out most: .* standard deviations"
                        + "|No segment differs much from all customers"));
    }

    @Test
    void few_or_many_segments_fit() {
        for (int segments : new int[] {1, 2, 40}) {
            view.show(Segmented.of(1_500, segments, segments == 40));
            for (String tab : TABS) {
                view.tab(tab);
                assertTrue(view.has(".drawing svg"), segments + " " + tab);
            }
            view.keys(Keys.ESCAPE);
        }
        assertEquals(41, view.all(".card").size());
    }
}
