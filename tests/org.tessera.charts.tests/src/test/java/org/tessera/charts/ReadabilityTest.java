package org.tessera.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With ten segments, noise and long names at 800 x 600, every text is inside the image and none overlaps another. */
class ReadabilityTest {

    static Stream<ChartSpec> specs() {
        return Stream.of(Samples.specs(2000, 10, true), Samples.specs(400, 2, false), Samples.specs(500, 14, true))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void texts_are_inside_and_do_not_overlap(ChartSpec spec) {
        List<SvgText> texts = SvgText.of(Charts.svg(spec, 800, 600, Samples.RUN));
        assertTrue(texts.size() > 5);
        Rectangle2D picture = new Rectangle2D.Double(0, 0, 800, 600);
        for (int a = 0; a < texts.size(); a++) {
            SvgText text = texts.get(a);
            assertTrue(picture.contains(text.box()), "'" + text.text() + "' leaves the picture: " + text.box());
            for (int b = 0; b < a; b++) {
                SvgText other = texts.get(b);
                assertTrue(
                        !text.box().intersects(other.box()),
                        "'" + text.text() + "' " + text.box() + " lies on '" + other.text() + "' " + other.box());
            }
        }
    }

    @Test
    void long_names_keep_both_ends_around_an_ellipsis() {
        String svg = Charts.svg(
                ProfileHeatMap.spec(Samples.profile(Samples.labels(500, 3, false)), 16), 800, 600, Samples.RUN);
        assertTrue(svg.matches("(?s).*>AverageRev[A-Za-z]*…[A-Za-z]*Years<.*"), svg);
    }

    @Test
    void colors_are_different_and_show_on_white() {
        for (int a = 0; a < Palette.SEGMENTS.size(); a++) {
            Color color = Theme.segment(a);
            assertTrue(contrast(color) >= 1.9, Palette.hex(a) + " is too light: " + contrast(color));
            for (int b = -1; b < a; b++) {
                Color other = Theme.segment(b);
                double distance = Math.hypot(
                        Math.hypot(color.getRed() - other.getRed(), color.getGreen() - other.getGreen()),
                        color.getBlue() - other.getBlue());
                assertTrue(distance > 40, Palette.hex(a) + " and " + Palette.hex(b));
            }
        }
        assertEquals(Palette.hex(0), Palette.hex(Palette.SEGMENTS.size()));
    }

    private static double contrast(Color color) {
        double luminance =
                0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(int channel) {
        return Math.pow(channel / 255.0, 2.2);
    }
}
