package org.tessera.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.tessera.knime.report.ReportView;

/** The report as it is read on a screen, printed on paper, and shown by the node. */
final class ReportTest {

    private static final String AXE = Pages.resource("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");
    private static final double MILLIMETERS_PER_INCH = 25.4;

    /** Margins of the pages in millimeters, as in the report's style. */
    private static final int SIDES = 30;

    private static final int TOP_AND_BOTTOM = 35;

    /** What the browser says of a page without an icon, of axe-core, and of this host page, as of KNIME's. */
    private static final List<String> HARMLESS =
            List.of("favicon", "willReadFrequently", "An iframe which has both allow-scripts and allow-same-origin");

    private static final String FIVE = "/five.html";
    private static final String FORTY = "/forty.html";

    private static ChromeDriver driver;
    private static Pages pages;

    @BeforeAll
    static void open() {
        Assumptions.assumeTrue(Browser.missing().isEmpty(), Browser.missing());
        pages = new Pages();
        pages.put(FIVE, Reported.html(1_000, 5));
        pages.put(FORTY, Reported.html(2_000, 40));
        driver = Browser.start(1_000, 900);
    }

    @AfterAll
    static void close() {
        if (driver != null) {
            driver.quit();
            pages.close();
        }
    }

    @AfterEach
    void nothing_was_complained_about() {
        assertEquals(
                List.of(),
                driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                        .map(entry -> entry.getMessage())
                        .filter(message -> HARMLESS.stream().noneMatch(message::contains))
                        .toList());
    }

    private static void show(String page, int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        driver.get(pages.url(page));
    }

    @ParameterizedTest
    @CsvSource({FIVE + ", 210, 297", FIVE + ", 216, 279", FORTY + ", 210, 297", FORTY + ", 216, 279"})
    void nothing_is_higher_than_the_paper_that_keeps_it_whole(String page, int width, int height) {
        show(page, (int) ((width - SIDES) * 96 / MILLIMETERS_PER_INCH));
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        List<?> higher = (List<?>) driver.executeScript(
                "return [...document.querySelectorAll('figure, article, .verdict, .whole, tr')]"
                        + ".filter((e) => getComputedStyle(e).breakInside !== 'avoid'"
                        + " || e.getBoundingClientRect().height > arguments[0])"
                        + ".map((e) => e.tagName + ' ' + e.className + ' ' + e.getBoundingClientRect().height)",
                (height - TOP_AND_BOTTOM) * 96 / MILLIMETERS_PER_INCH);
        assertEquals(List.of(), higher);
        assertEquals(
                List.of(),
                driver.executeScript(
                        "return [...document.querySelectorAll('article')].map((e) => e.getBoundingClientRect().height)"
                                + ".filter((height) => height > arguments[0])",
                        (height - TOP_AND_BOTTOM) * 48 / MILLIMETERS_PER_INCH),
                "segments higher than half a page");
        assertEquals(true, driver.executeScript("return document.documentElement.scrollWidth <= innerWidth"));
    }

    @ParameterizedTest
    @CsvSource({"210, 297, 8, 12", "216, 279, 8, 12"})
    void prints_on_paper(int width, int height, int fewest, int most) {
        show(FIVE, 1_000);
        Map<String, Object> printed = driver.executeCdpCommand(
                "Page.printToPDF",
                Map.of(
                        "paperWidth",
                        width / MILLIMETERS_PER_INCH,
                        "paperHeight",
                        height / MILLIMETERS_PER_INCH,
                        "preferCSSPageSize",
                        true));
        String pdf = new String(Base64.getDecoder().decode((String) printed.get("data")), StandardCharsets.ISO_8859_1);
        long sheets =
                Pattern.compile("/Type\\s*/Page\\b").matcher(pdf).results().count();
        assertTrue(sheets >= fewest && sheets <= most, sheets + " pages");
    }

    @Test
    void nothing_serious_is_found_by_axe() {
        for (int width : new int[] {1_000, 360}) {
            show(FIVE, width);
            driver.executeScript(AXE);
            assertEquals(
                    List.of(),
                    driver.executeAsyncScript(
                            "const done = arguments[0]; axe.run(document).then((found) => done(found.passes.length < 10"
                                    + " ? ['axe-core looked at nothing'] : found.violations"
                                    + ".filter((v) => ['serious', 'critical'].includes(v.impact))"
                                    + ".map((v) => v.id + ' ' + v.nodes.slice(0, 3).map((n) => n.html).join(' | '))))"));
        }
    }

    @Test
    void loads_nothing_and_runs_nothing() {
        show(FIVE, 1_000);
        assertEquals(
                List.of(),
                driver.executeScript("return performance.getEntriesByType('resource').map((e) => e.name)"
                        + ".filter((name) => !name.endsWith('favicon.ico'))"));
        assertEquals(0L, driver.executeScript("return document.querySelectorAll('script, img').length"));
        assertTrue((Boolean) driver.executeScript(
                "return [...document.querySelectorAll('bdi')].some((e) => e.textContent === arguments[0])",
                Reported.HOSTILE));
    }

    @Test
    void nothing_overflows_from_360_pixels_on() {
        for (int width : new int[] {360, 480, 700, 1_280}) {
            show(FORTY, width);
            assertTrue((Long) driver.executeScript("return document.documentElement.scrollWidth") <= width, width + "");
        }
    }

    @Test
    void no_text_leaves_its_drawing() {
        for (String page : List.of(FIVE, FORTY)) {
            show(page, 1_000);
            assertEquals(
                    List.of(),
                    driver.executeScript("return [...document.querySelectorAll('svg text')].filter((text) => {"
                            + " const box = text.getBoundingClientRect();"
                            + " const of = text.ownerSVGElement.getBoundingClientRect();"
                            + " return box.left < of.left - 1 || box.right > of.right + 1 || box.top < of.top - 1"
                            + " || box.bottom > of.bottom + 1; }).map((text) => text.textContent)"));
        }
    }

    @Test
    void the_view_shows_it_in_a_frame_without_rights() {
        pages.put("/host.html", Pages.resource("host.html"));
        pages.put("/view.html", ReportView.html());
        String report = Reported.html(200, 3);
        view(report);
        assertEquals("", driver.findElement(By.tagName("iframe")).getDomAttribute("sandbox"));
        assertEquals(report, driver.findElement(By.tagName("iframe")).getDomAttribute("srcdoc"));
        view("");
        assertTrue(driver.findElement(By.cssSelector("[role=alert]")).getText().contains("execute the node"));
        driver.switchTo().defaultContent();
    }

    private static void view(String html) {
        driver.switchTo().defaultContent();
        driver.get(pages.url("/host.html"));
        driver.executeScript(
                "host.open(arguments[0], arguments[1], arguments[2], arguments[3])",
                Map.of(),
                Map.of("html", html),
                List.of(),
                List.of());
        driver.switchTo().frame(0);
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .until(d ->
                        !d.findElements(By.cssSelector("iframe, [role=alert]")).isEmpty());
    }
}
