package org.tessera.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tessera.engine.data.Labels;

class PaletteTest {

    /** CIEDE2000 difference from which on two colors are said to be told apart, and that of the first five. */
    private static final double APART = 12;

    private static final double FAR_APART = 18;
    private static final int FIRST = 5;

    @ParameterizedTest
    @EnumSource
    void every_color_can_be_told_from_every_other_and_from_noise(ColorVision vision) {
        for (int a = 0; a < Palette.SEGMENTS.size(); a++) {
            for (int b = Labels.NOISE; b < a; b++) {
                double difference = vision.difference(Theme.segment(a), Theme.segment(b));
                double wanted = a < FIRST ? FAR_APART : APART;
                assertTrue(
                        difference >= wanted,
                        vision + ": " + Palette.hex(a) + " and " + Palette.hex(b) + " differ by " + difference);
            }
        }
    }

    @Test
    void colors_show_on_white() {
        for (int a = Labels.NOISE; a < Palette.SEGMENTS.size(); a++) {
            double contrast = Theme.contrast(Theme.segment(a), Color.WHITE);
            assertTrue(contrast >= 2, Palette.hex(a) + " has a contrast of " + contrast);
        }
    }

    @Test
    void color_and_mark_repeat_after_sixty_segments_and_color_and_dash_too() {
        Set<String> marks = new HashSet<>();
        Set<String> dashes = new HashSet<>();
        for (int label = Labels.NOISE; label < 60; label++) {
            marks.add(Palette.hex(label) + Mark.of(label));
            dashes.add(Palette.hex(label) + Arrays.toString(Palette.dashes(label)));
        }
        assertEquals(61, marks.size());
        assertEquals(61, dashes.size());
        assertEquals(Palette.hex(0), Palette.hex(Palette.SEGMENTS.size()));
    }

    @Test
    void text_on_any_color_can_be_read() {
        for (int rgb = 0; rgb < 1 << 24; rgb += 4099) {
            Color color = new Color(rgb);
            assertTrue(Theme.contrast(Theme.onto(color), color) >= Theme.MIN_CONTRAST, color.toString());
        }
        assertEquals(Color.WHITE, Theme.onto(Theme.segment(0)));
        assertEquals(21, Theme.contrast(Color.WHITE, Color.BLACK), 1e-9);
    }

    /** Pairs 1, 20, 17 and 34 of the test data of Sharma, Wu and Dalal (2005). */
    @ParameterizedTest
    @CsvSource({
        "50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425",
        "50, 2.5, 0, 73, 25, -18, 27.1492",
        "50, 2.5, 0, 50, 0, -2.5, 4.3065",
        "2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082"
    })
    void differences_are_those_of_the_publication(
            double l1, double a1, double b1, double l2, double a2, double b2, double expected) {
        double[] one = {l1, a1, b1};
        double[] two = {l2, a2, b2};
        assertEquals(expected, ColorVision.ciede2000(one, two), 1e-4);
        assertEquals(expected, ColorVision.ciede2000(two, one), 1e-4);
    }
}
