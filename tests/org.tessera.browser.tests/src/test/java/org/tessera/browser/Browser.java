package org.tessera.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Chromium without a window, as installed on this machine (on Debian: packages chromium and chromium-driver). Nothing is
 * downloaded, and the browser resolves no name.
 */
final class Browser {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> DRIVERS = List.of("chromedriver");

    private Browser() {}

    /** Why no browser can be started, or "". */
    static String missing() {
        if (find("tessera.chromium", BROWSERS).isEmpty()) {
            return "No browser: none of " + BROWSERS + " is on the PATH (-Dtessera.chromium=<file> names another)";
        }
        if (find("tessera.chromedriver", DRIVERS).isEmpty()) {
            return "No driver: chromedriver is not on the PATH (-Dtessera.chromedriver=<file> names another)";
        }
        return "";
    }

    /** Starts a browser of a size, with further options. */
    static ChromeDriver start(int width, int height, String... arguments) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(find("tessera.chromium", BROWSERS).orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
                "--lang=en-US",
                "--force-prefers-reduced-motion",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--window-size=" + width + "," + height);
        options.addArguments(arguments);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(
                        find("tessera.chromedriver", DRIVERS).orElseThrow().toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        return new ChromeDriver(service, options);
    }

    private static Optional<Path> find(String property, List<String> names) {
        String named = System.getProperty(property, "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> names.stream()
                        .flatMap(name -> Stream.of(name, name + ".exe").map(file -> Path.of(folder, file))))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
