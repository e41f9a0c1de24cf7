package org.tessera.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/gallery shows every chart. */
class GalleryTest {

    private static final Path GALLERY = Path.of("../../docs/gallery");
    private static final long MAX_BYTES = 250_000;

    @Test
    void every_chart_has_a_small_picture_and_a_place() throws IOException {
        String page = Files.readString(GALLERY.resolve("README.md"));
        for (ChartType<?> type : ChartCatalog.all()) {
            String picture = type.id() + ".png";
            assertTrue(page.contains("](" + picture + ")"), "docs/gallery/README.md does not show " + picture);
            assertTrue(
                    Files.exists(GALLERY.resolve(picture)),
                    "No docs/gallery/" + picture + ": draw the gallery (CONTRIBUTING.md)");
            assertTrue(Files.size(GALLERY.resolve(picture)) < MAX_BYTES, picture);
        }
        assertEquals(1, page.split("\\]\\(page[.]png\\)", -1).length - 1);
    }
}
