package org.tessera.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.data.Labels;

/** With few or many segments, noise and long names, every text is inside the image and none overlaps another. */
class ReadabilityTest {

    static Stream<ChartSpec> specs() {
        return Stream.of(Samples.specs(2000, 10, true), Samples.specs(400, 2, false), Samples.specs(500, 14, true))
                .flatMap(List::stream);
    }

    static Stream<ChartSpec> of_forty_segments() {
        List<Class<?>> withoutNames =
                List.of(ChoiceOfK.Spec.class, Dendrogram.Spec.class, KDistancePlot.Spec.class, Loadings.Spec.class);
        return Samples.specs(4000, 40, true).stream().filter(spec -> !withoutNames.contains(spec.getClass()));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void texts_are_inside_and_do_not_overlap(ChartSpec spec) {
        assertReadable(spec, 800, 600);
        assertReadable(spec, 400, 300);
    }

    @ParameterizedTest
    @MethodSource("of_forty_segments")
    void forty_segments_are_named_and_counted_in_full(ChartSpec spec) {
        List<SvgText> texts = assertReadable(spec, 900, 650);
        List<String> shown = texts.stream().map(SvgText::text).toList();
        String all = String.join("|", shown);
        boolean badges = spec instanceof PcaScatter.Spec;
        for (int s = 1; s <= 40; s++) {
            String name = "Segment " + s;
            assertTrue(shown.stream().anyMatch(t -> t.equals(name) || t.startsWith(name + " (")), name + ": " + all);
            String number = Integer.toString(s);
            assertTrue(!badges || shown.contains(number), "badge " + s);
        }
        assertTrue(shown.stream().noneMatch(t -> t.matches(".*[0-9+−].*…") || t.matches("S?…")), all);
    }

    private static List<SvgText> assertReadable(ChartSpec spec, int width, int height) {
        List<SvgText> texts = SvgText.of(Charts.svg(spec, width, height, Samples.RUN));
        assertTrue(texts.size() > 5);
        Rectangle2D picture = new Rectangle2D.Double(0, 0, width, height);
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
        return texts;
    }

    @Test
    void numbers_of_a_heat_map_are_all_there_or_all_left_out_with_a_note() {
        ProfileHeatMap.Spec spec = ProfileHeatMap.spec(Samples.profile(Samples.labels(900, 12, true)), 10);
        int cells = spec.rows().size() * spec.segments().size();
        int without = 0;
        for (int width = 300; width <= 1200; width += 50) {
            boolean note = texts(spec, width, 400).stream().anyMatch(t -> t.startsWith("Cells too small"));
            assertEquals(note ? 0 : cells, numbers(spec, width, 400), width + " wide");
            without += note ? 1 : 0;
        }
        assertTrue(without >= 2 && without <= 12, without + " of 19 widths without numbers");
    }

    @Test
    void numbers_stand_upright_in_narrow_cells_that_are_high_enough() {
        ProfileHeatMap.Spec spec = ProfileHeatMap.spec(Samples.profile(Samples.labels(4000, 40, true)), 3);
        assertEquals(spec.rows().size() * 41, numbers(spec, 900, 650));
        assertReadable(spec, 900, 650);
    }

    private static long numbers(ChartSpec spec, int width, int height) {
        return texts(spec, width, height).stream()
                .filter(t -> t.matches("0[.]0|[+−][0-9]+([.][0-9])?"))
                .count();
    }

    @Test
    void headings_are_numbers_before_they_are_cut() {
        ChartSpec spec = ProfileHeatMap.spec(Samples.profile(Samples.labels(900, 5, false)), 6);
        List<String> wide = texts(spec, 800, 600);
        assertTrue(wide.contains("Segment 5"), wide.toString());
        List<String> small = texts(spec, 300, 250);
        assertTrue(small.contains("5") && !small.contains("Segment 5"), small.toString());
    }

    private static List<String> texts(ChartSpec spec, int width, int height) {
        return SvgText.of(Charts.svg(spec, width, height, Samples.RUN)).stream()
                .map(SvgText::text)
                .toList();
    }

    @Test
    void rows_that_need_more_height_are_counted() {
        ChartSpec map = ProfileHeatMap.spec(Samples.profile(Samples.labels(900, 5, false)), 16);
        List<String> texts = texts(map, 500, 250);
        assertTrue(
                texts.stream().anyMatch(t -> t.matches("[0-9]+ more rows need a greater height[.].*")),
                texts::toString);
    }

    @Test
    void legend_counts_the_entries_that_do_not_fit() {
        Labels labels = Samples.labels(4000, 90, false);
        List<String> texts = texts(PcaScatter.spec(Samples.features(labels), labels, 500, Samples.RUN), 600, 400);
        String last = texts.stream()
                .filter(t -> t.matches("and [0-9]+ more"))
                .findFirst()
                .orElseThrow();
        long named = texts.stream()
                .filter(t -> t.startsWith("Segment ") && t.contains("("))
                .count();
        assertEquals("and " + (90 - named) + " more", last);
    }

    @Test
    void long_names_keep_both_ends_around_an_ellipsis() {
        String svg = Charts.svg(
                ProfileHeatMap.spec(Samples.profile(Samples.labels(500, 3, false)), 16), 800, 600, Samples.RUN);
        assertTrue(svg.matches("(?s).*>AverageRev[A-Za-z]*…[A-Za-z]*Years<.*"), svg);
    }
}
