package org.tessera.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;

/** Writes pictures of the view, to be looked at: {@code main(<folder>)}. */
final class Screens {

    private Screens() {}

    /**
     * Takes the pictures.
     *
     * @param args the folder
     * @throws IOException if a picture cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        shoot(folder, "2", Segmented.of(800, 2, false), 1200, 800);
        shoot(folder, "5", Segmented.of(3_000, 5, true), 1200, 800);
        shoot(folder, "40", Segmented.of(9_000, 40, true), 1200, 800);
        shoot(folder, "dark", Segmented.of(9_000, 5, true), 1200, 800, "--force-dark-mode");
        shoot(folder, "hostile", HostileTest.hostile(), 1200, 800);
        shoot(folder, "360", Segmented.of(3_000, 5, false), 500, 800);
    }

    private static void shoot(Path folder, String name, Segmented data, int width, int height, String... arguments)
            throws IOException {
        try (View view = View.open(width, height, arguments)) {
            if (name.equals("360")) {
                view.resize(360, 740);
            }
            view.show(data);
            if (name.equals("5")) {
                view.click(".card:nth-child(2) button");
            }
            for (String tab : List.of("scatter", "profile", "distribution", "silhouettes", "sizes")) {
                view.tab(tab);
                if (name.equals("5")) {
                    view.script("document.querySelector('.drawing').focus()");
                    view.keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
                    view.settle();
                }
                Files.write(
                        folder.resolve(name + "-" + tab + ".png"), view.driver().getScreenshotAs(OutputType.BYTES));
            }
        }
    }
}
