package org.tessera.browser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.tessera.knime.view.web.WebPage;

/** The view in a browser, inside the host page. */
final class View implements AutoCloseable {

    /** What the browser says of this host page, as of KNIME's, and of axe-core. */
    private static final List<String> HARMLESS =
            List.of("An iframe which has both allow-scripts and allow-same-origin", "willReadFrequently");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;
    private final Pages pages = new Pages();

    private View(ChromeDriver driver) {
        this.driver = driver;
        pages.put("/host.html", Pages.resource("host.html"));
        pages.put("/view.html", WebPage.html());
    }

    static View open(int width, int height, String... arguments) {
        return new View(Browser.start(width, height, arguments));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Shows customers as KNIME would when their view is opened, and waits until they are drawn. */
    void show(Segmented data) {
        show(Map.of(), data);
    }

    void show(Map<String, Object> config, Segmented data) {
        load(config, data.json(), data.columns(), List.of());
        await(() -> has(".layout") && has(".drawing svg, .drawing canvas"));
    }

    /** Opens the host page with the view in it, for which it has data, and goes into the view. */
    void load(Map<String, Object> config, Object data, List<String> columns, List<String> mute) {
        driver.switchTo().defaultContent();
        driver.get(pages.url("/host.html"));
        driver.executeScript(
                "host.open(arguments[0], arguments[1], arguments[2], arguments[3])", config, data, columns, mute);
        driver.switchTo().frame(0);
    }

    /** A value of the host page. */
    Object host(String script, Object... arguments) {
        driver.switchTo().defaultContent();
        Object value = driver.executeScript(script, arguments);
        driver.switchTo().frame(0);
        return value;
    }

    Object script(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    /** The value with which a script calls "done". */
    Object scriptAsync(String script) {
        return ((JavascriptExecutor) driver).executeAsyncScript("const done = arguments[0]; " + script);
    }

    void await(java.util.function.BooleanSupplier condition) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
                .ignoring(StaleElementReferenceException.class)
                .until(d -> condition.getAsBoolean());
    }

    boolean has(String selector) {
        return !driver.findElements(By.cssSelector(selector)).isEmpty();
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    String text(String selector) {
        return find(selector).getText();
    }

    void click(String selector) {
        find(selector).click();
    }

    /** The tabs in their order. */
    List<String> tabs() {
        return all("[role=tab]").stream()
                .map(tab -> tab.getDomAttribute("id").substring("tab-".length()))
                .toList();
    }

    /** Opens a tab and waits for its drawing. */
    void tab(String id) {
        click("#tab-" + id);
        settle();
    }

    /** Waits until the drawing does not change any more, which it does at once without motion. */
    void settle() {
        driver.executeAsyncScript("const done = arguments[0]; let frames = 4;"
                + "const next = () => { frames -= 1; if (frames < 0) { done(); } else { setTimeout(() =>"
                + " requestAnimationFrame(next), 20); } }; next();");
    }

    void keys(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void shiftTab() {
        new Actions(driver)
                .keyDown(Keys.SHIFT)
                .sendKeys(Keys.TAB)
                .keyUp(Keys.SHIFT)
                .perform();
    }

    /** The texts of the drawing that are made of elements. */
    List<String> drawnTexts() {
        return all(".drawing svg text").stream()
                .map(e -> e.getDomProperty("textContent"))
                .toList();
    }

    void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What the browser complained about since the last question. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> HARMLESS.stream().noneMatch(message::contains))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
        pages.close();
    }
}
