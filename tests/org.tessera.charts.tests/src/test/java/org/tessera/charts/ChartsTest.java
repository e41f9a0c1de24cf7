package org.tessera.charts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.data.Labels;

class ChartsTest {

    static Stream<ChartSpec> specs() {
        return Samples.specs(600, 5, true).stream();
    }

    @Test
    void every_chart_is_in_the_catalog_and_has_a_sample() {
        List<? extends ChartType<?>> drawn = specs().map(ChartCatalog::of).toList();
        assertEquals(ChartCatalog.all(), drawn);
        assertEquals(drawn.size(), drawn.stream().map(ChartType::id).distinct().count());
        assertTrue(drawn.stream().allMatch(type -> type.id().matches("[a-z]+(-[a-z]+)*")));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void png_has_the_size_in_pixels_and_the_colors_of_the_segments(ChartSpec spec) throws IOException {
        byte[] png = Charts.png(spec, 640, 480, 1.5, Samples.RUN);
        BufferedImage image = read(png);
        assertEquals(960, image.getWidth());
        assertEquals(720, image.getHeight());
        assertEquals(0xFFFFFF, image.getRGB(0, 0) & 0xFFFFFF);
        boolean bySegment = !(spec instanceof KDistancePlot.Spec) && !(spec instanceof Loadings.Spec);
        for (int label = 0; bySegment && label < 5; label++) {
            int color = Integer.parseInt(Palette.hex(label).substring(1), 16);
            assertTrue(count(image, color) > 20, spec.title() + " has no " + Palette.hex(label));
        }
        assertArrayEquals(png, Charts.png(spec, 640, 480, 1.5, Samples.RUN));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void svg_is_the_same_every_time_with_identifiers_of_its_own(ChartSpec spec) {
        String svg = Charts.svg(spec, 800, 600, Samples.RUN);
        assertEquals(svg, Charts.svg(spec, 800, 600, Samples.RUN));
        SvgText.parse(svg);
        assertTrue(svg.startsWith("<svg ") && svg.contains("viewBox='0 0 800 600'"));
        String texts = SvgText.of(svg).stream().map(SvgText::text).collect(Collectors.joining(" "));
        assertTrue(texts.startsWith(spec.title()), texts);
        String id = ChartCatalog.of(spec).id();
        assertFalse(svg.replace("id='" + id + "-", "").contains(" id='"), "an identifier without the chart's prefix");
    }

    @ParameterizedTest
    @MethodSource("specs")
    void same_specification_from_other_threads_gives_the_same_bytes(ChartSpec spec) {
        List<String> drawn = Stream.of(1, 2, 3, 4)
                .parallel()
                .map(i -> Charts.svg(spec, 500, 400, Samples.RUN))
                .distinct()
                .toList();
        assertEquals(1, drawn.size());
    }

    @Test
    void extreme_sizes_can_be_drawn() {
        for (ChartSpec spec : Samples.specs(300, 10, true)) {
            assertTrue(Charts.png(spec, Charts.MIN_SIZE, Charts.MIN_SIZE, 0.5, Samples.RUN).length > 100);
            assertTrue(Charts.svg(spec, 3000, 200, Samples.RUN).length() > 100);
            assertTrue(Charts.svg(spec, 200, 3000, Samples.RUN).length() > 100);
        }
    }

    @Test
    void one_customer_and_one_segment_can_be_drawn() {
        for (int n : new int[] {1, 2, 40}) {
            for (ChartSpec spec : Samples.specs(n, 1, false)) {
                assertTrue(Charts.png(spec, 400, 300, 1, Samples.RUN).length > 100, spec.title());
            }
        }
    }

    @Test
    void all_noise_can_be_drawn() {
        Labels labels = Labels.of(-1, -1, -1);
        assertTrue(Charts.svg(SegmentSizes.spec(labels), 400, 300, Samples.RUN).contains("3 (100 %)"));
        assertTrue(Charts.svg(PcaScatter.spec(Samples.features(labels), labels, 10, Samples.RUN), 400, 300, Samples.RUN)
                .contains("Noise"));
        assertTrue(Charts.svg(ProfileHeatMap.spec(Samples.profile(labels), 5), 400, 300, Samples.RUN)
                .contains("Noise"));
    }

    @Test
    void page_is_a_grid_of_the_charts_and_less_sharp_where_it_would_be_too_large() throws IOException {
        List<ChartSpec> specs = Samples.specs(300, 3, true).subList(3, 6);
        BufferedImage page = read(Charts.page(specs, new ChartPage(2, 400, 300), 1.5, Samples.RUN));
        assertEquals(1200, page.getWidth());
        assertEquals(900, page.getHeight());
        for (int c = 0; c < 3; c++) {
            BufferedImage alone = read(Charts.png(specs.get(c), 400, 300, 1.5, Samples.RUN));
            int left = c % 2 * 600;
            int top = c / 2 * 450;
            for (int at = 0; at < 600 * 450; at++) {
                int x = at % 600;
                int y = at / 600;
                assertEquals(alone.getRGB(x, y), page.getRGB(left + x, top + y), "chart " + c + ": " + x + ", " + y);
            }
        }
        assertEquals(0xFFFFFFFF, page.getRGB(900, 700));
        BufferedImage large = read(Charts.page(specs, new ChartPage(1, 200, 4000), 2, Samples.RUN));
        assertEquals(10_000, large.getHeight());
        assertEquals(167, large.getWidth());
        assertThrows(
                IllegalArgumentException.class, () -> Charts.page(specs, new ChartPage(1, 200, 7000), 2, Samples.RUN));
        assertThrows(
                IllegalArgumentException.class,
                () -> Charts.page(List.of(), new ChartPage(1, 400, 300), 2, Samples.RUN));
        assertTrue(new ChartPage(2, 400, 10_000).fits(4) && !new ChartPage(2, 400, 10_000).fits(5));
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void wrong_sizes_are_named() {
        ChartSpec spec = SegmentSizes.spec(Labels.of(0, 1));
        IllegalArgumentException small =
                assertThrows(IllegalArgumentException.class, () -> Charts.svg(spec, 100, 600, Samples.RUN));
        assertEquals("A chart of 100 x 600: width and height must be 200 to 10,000", small.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Charts.png(spec, 800, 20_000, 1, Samples.RUN));
        IllegalArgumentException large =
                assertThrows(IllegalArgumentException.class, () -> Charts.png(spec, 8000, 600, 2, Samples.RUN));
        assertTrue(large.getMessage().contains("at most 10,000 pixels"), large.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Charts.png(spec, 800, 600, Double.NaN, Samples.RUN));
    }

    @Test
    void unknown_specification_says_where_to_enter_it() {
        ChartSpec unknown = new ChartSpec() {
            @Override
            public String title() {
                return "";
            }

            @Override
            public String subtitle() {
                return "";
            }
        };
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Charts.svg(unknown, 400, 300, Samples.RUN));
        assertTrue(e.getMessage().endsWith("enter it in ChartCatalog"), e.getMessage());
    }

    @Test
    void missing_fonts_are_recognized_and_other_failures_are_not() {
        RuntimeException head =
                new RuntimeException("Fontconfig head is null, check your fonts or fonts configuration");
        assertTrue(Fonts.areMissing(new InternalError(head)));
        assertTrue(Fonts.areMissing(new UnsatisfiedLinkError("libfontmanager.so: libfreetype.so.6: cannot open")));
        assertTrue(Fonts.areMissing(new NoClassDefFoundError("Could not initialize class sun.font.SunFontManager")));
        NullPointerException inside = new NullPointerException();
        inside.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("sun.awt.FontConfiguration", "head", null, 1)});
        assertTrue(Fonts.areMissing(inside));
        assertFalse(Fonts.areMissing(new NullPointerException()));
        assertFalse(Fonts.areMissing(new NoClassDefFoundError("org/jfree/chart/JFreeChart")));
        assertSame(head, new ChartException("", "", head).getCause());
    }

    private static int count(BufferedImage image, int color) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == color ? 1 : 0;
            }
        }
        return count;
    }
}
