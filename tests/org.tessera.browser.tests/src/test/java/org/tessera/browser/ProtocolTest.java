package org.tessera.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.tessera.knime.view.web.ViewPart;

/** What the view and KNIME say to each other. */
final class ProtocolTest extends ViewTest {

    private static final Segmented TWO = Segmented.of(300, 2, false);

    private void awaitMessage(String text) {
        view.await(() -> view.has("#message [role=alert]"));
        assertEquals(text, view.text("#message"));
    }

    private Map<?, ?> alert() {
        view.await(() -> !((List<?>) view.host("return host.alerts")).isEmpty());
        return (Map<?, ?>) ((List<?>) view.host("return host.alerts")).get(0);
    }

    @Test
    void ready_is_said_once_after_the_configuration_was_read() {
        view.show(TWO);
        assertEquals(1L, view.host("return host.ready"));
        assertEquals(List.of("getConfig", "callNodeDataService"), view.host("return host.requests"));
    }

    @Test
    void initial_data_may_lie_in_the_configuration() {
        view.show(Map.of("initialData", true), TWO);
        assertEquals(List.of("getConfig"), view.host("return host.requests"));
    }

    @Test
    void further_columns_come_from_the_data_service() {
        Segmented wide = Segmented.of(3_000, 40, true, 300).parts(ViewPart.DISTRIBUTIONS);
        assertTrue(wide.data().distributions().size() < 304, "all of them fit");
        view.show(wide);
        view.settle();
        assertFalse(((List<?>) view.host("return host.requests")).size() > 2);
        new Select(view.find(".tools select")).selectByIndex(303);
        view.await(() -> view.text("h2[dir]")
                .startsWith(wide.summary().columns().get(303).name() + " differs"));
        assertEquals(3, ((List<?>) view.host("return host.requests")).size());
    }

    @Test
    void a_failing_data_service_is_said_on_the_page_and_to_the_host() {
        Segmented wide = Segmented.of(3_000, 40, true, 300).parts(ViewPart.DISTRIBUTIONS);
        view.load(Map.of(), wide.json(), List.of(), List.of());
        view.await(() -> view.has(".drawing svg"));
        new Select(view.find(".tools select")).selectByIndex(303);
        view.await(() -> view.text(".reading").equals("No such column: none"));
        assertEquals("No such column", alert().get("message"));
        assertEquals(Map.of("details", "none"), alert().get("data"));
    }

    @Test
    void before_execution_the_page_says_what_to_do() {
        view.load(Map.of(), Map.of("summary", "", "distributions", List.of()), List.of(), List.of());
        awaitMessage("There is nothing to show: execute the node first.");
    }

    @Test
    void data_of_another_version_are_not_shown() {
        view.load(Map.of(), Map.of("summary", "{\"version\":99}", "distributions", List.of()), List.of(), List.of());
        awaitMessage("These results are of another version: execute the node again.");
    }

    @Test
    void an_error_of_the_node_is_shown_and_reported() {
        Map<String, Object> error = Map.of(
                "message", "NullPointerException", "details", "why", "typeName", "java.lang.NullPointerException");
        view.load(Map.of("initialData", Map.of("internalError", error)), Map.of(), List.of(), List.of());
        awaitMessage("NullPointerException: why");
        assertEquals("error", alert().get("type"));
        assertEquals(-32000L, alert().get("code"));
    }

    @Test
    void an_error_of_the_user_is_shown_and_reported() {
        Map<String, Object> error = Map.of("message", "No rows", "details", "connect another table");
        view.load(Map.of("initialData", Map.of("userError", error)), Map.of(), List.of(), List.of());
        awaitMessage("No rows: connect another table");
        assertEquals(-32001L, alert().get("code"));
    }

    @Test
    void warnings_reach_the_host() {
        view.show(Map.of("initialData", Map.of("result", TWO.json(), "warningMessages", List.of("old data"))), TWO);
        assertEquals("warn", alert().get("type"));
        assertEquals(List.of(Map.of("message", "old data")), alert().get("warnings"));
    }

    @Test
    void a_host_that_does_not_answer_is_not_waited_for_forever() {
        view.load(Map.of(), TWO.json(), List.of(), List.of("callNodeDataService"));
        awaitMessage("No answer to 'callNodeDataService' within 10 seconds.");
    }

    @Test
    void an_image_is_given_as_png_or_svg() {
        for (String format : List.of("PNG", "SVG")) {
            view.load(
                    Map.of("renderingConfig", Map.of("type", "IMAGE", "imageFormat", format, "actionId", "1")),
                    TWO.json(),
                    TWO.columns(),
                    List.of());
            view.await(() -> !((List<?>) view.host("return host.images")).isEmpty());
            String image = (String) ((List<?>) view.host("return host.images")).get(0);
            assertTrue(
                    image.startsWith(format.equals("PNG") ? "data:image/png;base64," : "<svg"), image.substring(0, 80));
        }
    }

    @Test
    void a_report_holds_a_table_and_every_chart_without_scripts() {
        view.load(
                Map.of("renderingConfig", Map.of("type", "REPORT", "imageFormat", "SVG", "canBeUsedInReport", true)),
                TWO.json(),
                TWO.columns(),
                List.of());
        view.await(() -> !((List<?>) view.host("return host.reports")).isEmpty());
        String report = (String) ((List<?>) view.host("return host.reports")).get(0);
        assertEquals(8, report.split("<svg", -1).length - 1);
        assertTrue(report.contains("Segments of 300 customers"));
        assertFalse(report.contains("<script"));
        assertEquals(8, view.driver().findElements(By.tagName("svg")).size());
    }

    @Test
    void where_reports_are_not_declared_the_page_stays_a_page() {
        view.show(
                Map.of("renderingConfig", Map.of("type", "REPORT", "imageFormat", "SVG", "canBeUsedInReport", false)),
                TWO);
        assertEquals(List.of(), view.host("return host.reports"));
    }

    @Test
    void a_report_without_data_is_not_waited_for() {
        view.load(
                Map.of("renderingConfig", Map.of("type", "REPORT", "imageFormat", "SVG", "canBeUsedInReport", true)),
                Map.of("summary", "", "distributions", List.of()),
                List.of(),
                List.of());
        awaitMessage("There is nothing to show: execute the node first.");
        view.await(() -> List.of(false).equals(view.host("return host.reports")));
    }

    @Test
    void an_error_that_blocks_is_reported_as_such() {
        view.load(
                Map.of(
                        "initialData",
                        Map.of("result", TWO.parts(ViewPart.DISTRIBUTIONS).json())),
                Map.of(),
                List.of(),
                List.of());
        view.await(() -> view.has(".drawing svg"));
        view.script("tessera.model.distributions = []");
        view.host("host.error = { code: -32002, message: 'Gone', data: { details: 'the node' } }");
        new Select(view.find(".tools select")).selectByIndex(1);
        view.await(() -> view.text(".reading").equals("Gone: the node"));
        assertEquals(-32002L, alert().get("code"));
    }

    @Test
    void warnings_of_the_data_service_reach_the_host() {
        view.show(TWO.parts(ViewPart.DISTRIBUTIONS));
        view.script("tessera.model.distributions = []");
        view.host("host.warnings = ['slow']");
        new Select(view.find(".tools select")).selectByIndex(1);
        assertEquals(List.of(Map.of("message", "slow")), alert().get("warnings"));
    }

    @Test
    void events_that_the_view_does_not_know_do_no_harm() {
        view.show(TWO);
        for (String type : List.of("DataEvent", "SelectionEvent", "ApplyDataEvent", "DisplayModeEvent", "Other")) {
            view.host("host.push({ eventType: arguments[0], payload: { mode: 'small' } })", type);
        }
        view.host("page().postMessage('text', '*'); page().postMessage(null, '*')");
        view.tab("sizes");
        assertTrue(view.drawnTexts().contains("Segment 2"));
    }

    @Test
    void pictures_can_be_downloaded() {
        view.show(TWO);
        view.script("window.saved = []; HTMLAnchorElement.prototype.click = function () {"
                + " window.saved.push(this.download + ' ' + this.href.slice(0, 22)); }");
        for (String tab : TABS) {
            view.tab(tab);
            view.click("[aria-label='Download as PNG']");
            view.click("[aria-label='Download as SVG']");
            view.settle();
        }
        List<?> saved = (List<?>) view.script("return window.saved");
        assertEquals(10, saved.size());
        assertEquals("segments-scatter.png data:image/png;base64,", saved.get(0));
        assertTrue(saved.get(9).toString().startsWith("segments-sizes.svg blob:http"), saved.toString());
    }
}
