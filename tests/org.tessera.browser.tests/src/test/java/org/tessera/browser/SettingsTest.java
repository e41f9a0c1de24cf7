package org.tessera.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.tessera.knime.view.web.ViewPart;
import org.tessera.knime.view.web.ViewSettings;

/** The settings of the view: when it opens, and when they change in the dialog while it is open. */
final class SettingsTest extends ViewTest {

    private static final Segmented FIVE = Segmented.of(2_000, 5, true);

    private static ViewSettings settings(
            String title, boolean cards, List<String> columns, List<String> hidden, ViewPart... parts) {
        return new ViewSettings(
                title,
                cards,
                Arrays.stream(parts).map(ViewSettings.Part::new).toList(),
                new ViewSettings.Columns(columns),
                hidden,
                1,
                2);
    }

    private static ViewSettings axes(int horizontal, int vertical) {
        return new ViewSettings(
                "",
                true,
                List.of(new ViewSettings.Part(ViewPart.SCATTER)),
                new ViewSettings.Columns(null),
                List.of(),
                horizontal,
                vertical);
    }

    private void push(ViewSettings settings) {
        view.host("host.push(arguments[0])", Segmented.event(settings));
        view.settle();
    }

    private String axis(int index) {
        return view.all(".tools select").get(index).getDomProperty("value");
    }

    private List<String> names() {
        return view.all(".card h3").stream().map(WebElement::getText).toList();
    }

    @Test
    void parts_are_shown_in_their_order_once_and_only_with_data() {
        view.show(FIVE.parts(
                ViewPart.SIZES, ViewPart.DENDROGRAM, ViewPart.PROFILE, ViewPart.SIZES, ViewPart.CHOICE_OF_K));
        assertEquals(List.of("sizes", "profile"), view.tabs());
        assertEquals("true", view.find("#tab-sizes").getDomAttribute("aria-selected"));
    }

    @Test
    void without_parts_the_page_says_what_to_do() {
        view.load(Map.of(), FIVE.parts().json(), FIVE.columns(), List.of());
        view.await(() -> view.has(".empty"));
        assertEquals("No part of the view is chosen: add one in the dialog of the node.", view.text(".empty"));
        push(Segmented.ALL);
        assertEquals(TABS, view.tabs());
    }

    @Test
    void title_and_cards() {
        view.show(FIVE.shown(settings("Our <b>customers</b>", false, null, List.of(), ViewPart.SIZES)));
        assertEquals("Our <b>customers</b>", view.text("h1"));
        assertTrue(view.text(".head").contains("2,000 customers in 5 segments and noise"), view.text(".head"));
        assertFalse(view.has(".card"));
        assertTrue((Long) view.script("return document.querySelector('.drawing').clientWidth") > 1_100);
    }

    @Test
    void columns_left_out_are_in_no_chart_list_table_or_tooltip() {
        view.show(FIVE.shown(settings(
                "",
                true,
                List.of("Age", "Home", "No such column"),
                List.of(),
                ViewPart.PROFILE,
                ViewPart.DISTRIBUTIONS,
                ViewPart.SCATTER)));
        view.settle();
        assertTrue(view.drawnTexts().contains("Age"));
        assertFalse(view.drawnTexts().contains("Income"), view.drawnTexts().toString());
        assertFalse(view.find(".numbers").getDomProperty("textContent").contains("Income"));
        view.tab("distribution");
        List<String> choices = new Select(view.find(".tools select"))
                .getOptions().stream().map(WebElement::getText).sorted().toList();
        assertEquals(List.of("Age", "Home"), choices);
        view.find(".tools button:nth-of-type(2)").click();
        view.settle();
        assertFalse(view.all(".tools button").get(1).isEnabled());
        view.tab("scatter");
        view.script("const chart = echarts.getInstanceByDom(document.querySelector('.drawing > div'));"
                + "chart.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: 0 })");
        view.await(() -> view.has(".tip"));
        assertTrue(view.text(".tip").contains("Age: "), view.text(".tip"));
        assertFalse(view.text(".tip").contains("Income: "), view.text(".tip"));
    }

    @Test
    void segments_left_out_are_nowhere_and_said() {
        view.show(FIVE.shown(settings("", true, null, List.of("2", "noise", "77"), ViewPart.SIZES, ViewPart.PROFILE)));
        assertEquals(List.of("Segment 1", "Segment 3", "Segment 4", "Segment 5"), names());
        assertEquals(4, view.all(".legend li").size());
        assertTrue(view.text(".head").contains("Left out by the settings: Segment 2 and Noise."), view.text(".head"));
        for (String tab : view.tabs()) {
            view.tab(tab);
            assertFalse(view.drawnTexts().contains("Segment 2"), tab);
            assertFalse(view.drawnTexts().contains("Noise"), tab);
            assertTrue(view.drawnTexts().contains("Segment 3"), tab);
        }
        assertTrue(view.has(".numbers tbody tr"));
    }

    @Test
    void axes_at_the_start() {
        view.show(FIVE.shown(axes(3, 1)));
        assertEquals("2 0", axis(0) + " " + axis(1));
        assertTrue(view.drawnTexts().stream().anyMatch(text -> text.startsWith("Component 3 (")));
    }

    @Test
    void axes_that_there_are_not_are_the_first_two() {
        view.show(Segmented.ordered(new int[] {0, 1, 2, 3, 4, 5}, 1).shown(axes(4, 1)));
        assertEquals("0 1", axis(0) + " " + axis(1));
    }

    @Test
    void a_change_in_the_dialog_shows_at_once_and_keeps_what_the_user_did() {
        view.show(FIVE);
        view.tab("sizes");
        view.click(".card:nth-child(3) button");
        long requests = ((List<?>) view.host("return host.requests")).size();
        push(settings("Spring", true, null, List.of("1"), ViewPart.PROFILE, ViewPart.SIZES));
        assertEquals("Spring", view.text("h1"));
        assertEquals(List.of("profile", "sizes"), view.tabs());
        assertEquals("true", view.find("#tab-sizes").getDomAttribute("aria-selected"));
        assertEquals("true", view.find(".card:nth-child(2) button").getDomAttribute("aria-pressed"));
        assertEquals("Segment 2", names().get(0));
        assertEquals(requests, ((List<?>) view.host("return host.requests")).size());
        push(settings("", true, null, List.of(), ViewPart.PROFILE));
        assertEquals("true", view.find("#tab-profile").getDomAttribute("aria-selected"));
        assertEquals(6, names().size());
    }

    @Test
    void the_users_axes_stay_when_another_setting_changes() {
        view.show(FIVE.shown(axes(1, 2)));
        new Select(view.all(".tools select").get(0)).selectByValue("3");
        view.settle();
        push(axes(1, 2));
        assertEquals("3 1", axis(0) + " " + axis(1));
        push(axes(2, 3));
        assertEquals("1 2", axis(0) + " " + axis(1));
    }

    @Test
    void nothing_is_drawn_twice_after_many_changes() {
        view.show(FIVE);
        for (int i = 0; i < 10; i++) {
            push(settings("Title " + i, true, null, List.of(), ViewPart.SIZES));
        }
        assertEquals(1, view.all(".drawing svg").size());
        view.script(
                "window.draws = 0; const describe = tessera.sizes.describe;"
                        + "const option = echarts.getInstanceByDom(document.querySelector('.drawing > div'));"
                        + "const set = option.setOption; option.setOption = (...all) => { window.draws += 1; set.apply(option, all); }");
        view.click(".card:nth-child(2) button");
        view.settle();
        assertEquals(1L, view.script("return window.draws"));
    }

    @Test
    void settings_that_come_before_the_data_are_not_lost() {
        view.load(Map.of(), FIVE.json(), FIVE.columns(), List.of("callNodeDataService"));
        view.await(() -> Long.valueOf(1).equals(view.host("return host.ready")));
        view.host(
                "host.push(arguments[0]); host.answer()",
                Segmented.event(settings("Early", true, null, List.of(), ViewPart.SIZES)));
        view.await(() -> view.has("h1") && view.text("h1").equals("Early"));
    }

    @Test
    void settings_shared_before_the_view_was_opened_count() {
        Object shared =
                ((Map<?, ?>) Segmented.event(settings("Shared", true, null, List.of(), ViewPart.SIZES))).get("payload");
        view.show(Map.of("initialSharedData", shared), FIVE);
        view.await(() -> view.text("h1").equals("Shared"));
        assertEquals(List.of("sizes"), view.tabs());
    }

    @Test
    void unfinished_settings_do_no_harm() {
        view.show(FIVE);
        for (String payload : List.of(
                "null",
                "{}",
                "{ data: {} }",
                "{ data: { model: {} } }",
                "{ data: { view: null } }",
                "{ data: { view: {} } }",
                "{ data: { view: { horizontal: 2, vertical: 2, columns: {}, title: null } } }",
                "{ data: { view: { horizontal: 9, vertical: 1, parts: [{ part: 'NO_SUCH', _id: 1 }, { part: 'SIZES' }],"
                        + " columns: { selected: null, mode: 'REGEX' } } } }")) {
            view.host("host.push({ eventType: 'DataEvent', payload: " + payload + " })");
            view.settle();
            assertTrue(view.has(".drawing svg"), payload);
        }
        assertEquals(List.of("sizes"), view.tabs());
    }

    @Test
    void an_image_is_of_the_first_part_and_a_report_of_the_parts_shown() {
        Segmented sizes = FIVE.shown(settings(
                "Title of the report", true, List.of("Age"), List.of("3"), ViewPart.SIZES, ViewPart.DISTRIBUTIONS));
        view.load(
                Map.of("renderingConfig", Map.of("type", "IMAGE", "imageFormat", "SVG", "actionId", "1")),
                sizes.json(),
                sizes.columns(),
                List.of());
        view.await(() -> !((List<?>) view.host("return host.images")).isEmpty());
        String image = (String) ((List<?>) view.host("return host.images")).get(0);
        assertTrue(image.contains("Segment 1 holds"), image);
        view.load(
                Map.of("renderingConfig", Map.of("type", "REPORT", "imageFormat", "SVG", "canBeUsedInReport", true)),
                sizes.json(),
                sizes.columns(),
                List.of());
        view.await(() -> !((List<?>) view.host("return host.reports")).isEmpty());
        String report = (String) ((List<?>) view.host("return host.reports")).get(0);
        assertEquals(2, report.split("<svg", -1).length - 1);
        assertTrue(report.contains("<h1 dir=\"auto\">Title of the report</h1>"), report);
        assertFalse(report.contains("Segment 3"), report);
    }
}
