package org.tessera.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.tessera.knime.view.web.ViewPart;

/** Writes pictures of the view, to be looked at: {@code main(<folder>)}. */
final class Screens {

    private static final Segmented SEARCH = Segmented.of(3_000, 5, true)
            .searched()
            .parts(
                    ViewPart.CHOICE_OF_K,
                    ViewPart.LEADERBOARD,
                    ViewPart.PROFILE,
                    ViewPart.DISTRIBUTIONS,
                    ViewPart.SIZES);

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
        shoot(folder, "tree", Segmented.hierarchical(1_500, 6), 1200, 800);
        shoot(folder, "search", SEARCH, 1200, 800);
        Segmented migrated =
                MigrationTest.migrated(Segmented.of(3_000, 5, true)).parts(ViewPart.MIGRATION);
        shoot(folder, "migration", migrated, 1200, 800);
        shoot(folder, "migration-dark", migrated, 1200, 800, "--force-dark-mode");
        shoot(folder, "migration-360", migrated, 500, 800);
        shoot(folder, "search-dark", SEARCH, 1200, 800, "--force-dark-mode");
        shoot(folder, "search-360", SEARCH, 500, 800);
    }

    private static void shoot(Path folder, String name, Segmented data, int width, int height, String... arguments)
            throws IOException {
        try (View view = View.open(width, height, arguments)) {
            if (name.endsWith("360")) {
                view.resize(360, 740);
            }
            view.show(data);
            if (name.equals("5")) {
                view.click(".card:nth-child(2) button");
            }
            for (String tab : view.tabs()) {
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
