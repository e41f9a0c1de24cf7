package org.tessera.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.profile.ProfileOptions;
import org.tessera.engine.profile.Profiler;
import org.tessera.engine.profile.SegmentedRows;

/** What is in the pictures, by their elements. */
class PictureTest {

    static Stream<ChartSpec> specs() {
        return Stream.of(
                        Samples.specs(400, 2, false),
                        Samples.specs(1000, 5, true),
                        Samples.specs(1500, 12, true),
                        Samples.specs(2000, 40, true))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void every_text_can_be_read_on_what_is_behind_it(ChartSpec spec) {
        for (Picture.Text text : Picture.of(spec, 900, 650).texts()) {
            assertTrue(
                    text.contrast() >= Theme.MIN_CONTRAST,
                    "'" + text.text() + "' at " + text.box() + " has a contrast of " + text.contrast());
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void minus_signs_are_not_hyphens_and_only_names_are_cut(ChartSpec spec) {
        List<String> words = new ArrayList<>(Picture.of(spec, 900, 650).words());
        assertTrue(words.stream().noneMatch(t -> t.matches(".*(^|[ (])-[0-9.].*")), words::toString);
        words.removeIf(t -> !t.contains("…"));
        for (String text : words) {
            String start = text.substring(0, Math.min(5, text.indexOf('…')));
            assertTrue(
                    spec.title().contains(text) || spec.names().stream().anyMatch(name -> name.contains(start)),
                    "'" + text + "' is cut");
        }
    }

    @Test
    void each_segment_has_its_elements() {
        for (int k : new int[] {2, 12}) {
            List<ChartSpec> specs = Samples.specs(1200, k, true);
            for (int label = 0; label < k; label++) {
                assertEquals(1, picture(specs, SilhouettePlot.Spec.class).filled(label), "silhouettes of " + label);
                assertEquals(1, picture(specs, SegmentSizes.Spec.class).filled(label), "bar of " + label);
                assertEquals(1, picture(specs, ProfileHeatMap.Spec.class).filled(label), "heading of " + label);
                assertEquals(2, picture(specs, Migration.Spec.class).filled(label), "headings of " + label);
                Picture parallel = picture(specs, ParallelCoordinates.Spec.class);
                assertEquals(2, parallel.lines(label), "line of " + label + " and in the legend");
                assertTrue(parallel.filled(label) >= 6, "marks of " + label);
                Picture dendrogram = picture(specs, Dendrogram.Spec.class);
                assertTrue(dendrogram.lines(label) >= 1, "branches of " + label);
                assertEquals(1, dendrogram.filled(label), "strip of " + label);
                assertTrue(picture(specs, PcaScatter.Spec.class).filled(label) > 2, "points of " + label);
            }
            assertEquals(1, picture(specs, SegmentSizes.Spec.class).filled(Labels.NOISE));
        }
    }

    private static Picture picture(List<ChartSpec> specs, Class<?> type) {
        return Picture.of(specs.stream().filter(type::isInstance).findFirst().orElseThrow(), 900, 650);
    }

    @Test
    void bars_of_categories_have_their_names_and_histograms_their_scales() {
        CustomerTable table = new CustomerTable(
                8,
                List.of(
                        CategoryColumn.of("Town", List.of("A", "A", "A", "B", "B", "C", "C", "C")),
                        new NumericColumn("Age", new double[] {1, 2, 2, 3, 1, 2, 3, 3}, true)));
        Histograms.Spec spec = Histograms.spec(
                table, SegmentedRows.all(Labels.of(0, 0, 0, 0, 1, 1, 1, 1)), List.of("Town", "Age"), Samples.RUN);
        List<String> words = Picture.of(spec, 900, 650).words();
        assertTrue(words.containsAll(List.of("A", "B", "C")), words::toString);
        assertEquals(3, words.stream().filter("0 %"::equals).count(), "a scale per cell of categories, one of numbers");
        assertEquals(2, words.stream().filter("75 %"::equals).count());
        assertEquals(1, words.stream().filter("50 %"::equals).count());
    }

    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script> & \"quotes\" 'single'",
            "\uD83D\uDE42".repeat(60),
            "half \uD83D of a pair \uDE42",
            "line\nbreak\ttab\u0000null\u001Bescape\u2028separator",
            "\u202Eturned around\u202C and \u2066isolated",
            "x".repeat(20_000),
            "not a character \uFFFE \uFFFF");

    private static final List<String> SCRIPTS = List.of(
            "\u05DE\u05D7\u05D6\u05D5\u05E8 \u05E9\u05E0\u05EA\u05D9 2024 (EUR)",
            "\u0627\u0644\u0625\u064A\u0631\u0627\u062F\u0627\u062A \u0627\u0644\u0633\u0646\u0648\u064A\u0629",
            "\u6771\u4EAC\u306E\u9867\u5BA2\u306E\u5E74\u9593\u58F2\u4E0A\u9AD8\u3068\u30AB\u30C6\u30B4\u30EA");

    static Stream<ChartSpec> of_strange_names() {
        return Stream.of(HOSTILE, SCRIPTS).flatMap(PictureTest::named);
    }

    /** Every chart that shows names of columns or categories. */
    private static Stream<ChartSpec> named(List<String> names) {
        int n = 120;
        int d = names.size();
        double[] values = new double[n * d];
        Arrays.setAll(values, i -> (i * 7919L % 1000) / 100.0 + (i / d < n / 2 && i % d == i / d % 2 ? 9 : 0));
        Matrix features = Matrix.wrap(n, d, values);
        int[] label = new int[n];
        Arrays.setAll(label, i -> i < n / 2 ? 0 : 1);
        Labels labels = Labels.of(label);
        List<String> cells =
                IntStream.range(0, n).mapToObj(i -> names.get(i % d)).toList();
        CustomerTable table = new CustomerTable(
                n,
                names.stream()
                        .map(name -> (Column) CategoryColumn.of(name, cells))
                        .toList());
        SegmentedRows rows = SegmentedRows.all(labels);
        return Stream.of(
                Histograms.spec(table, rows, names, Samples.RUN),
                ProfileHeatMap.spec(Profiler.profile(table, rows, ProfileOptions.defaults(), Samples.RUN), 16),
                Loadings.spec(features, names, Optional.empty(), Samples.RUN),
                ParallelCoordinates.spec(features, names, Optional.empty(), labels, 8, Samples.RUN),
                Migration.spec(names, names, new int[d][d]));
    }

    @ParameterizedTest
    @MethodSource("of_strange_names")
    void strange_names_are_text_inside_the_picture(ChartSpec spec) {
        assertTimely(() -> {
            String svg = Charts.svg(spec, 900, 650, Samples.RUN);
            SvgText.parse(svg);
            assertFalse(svg.contains("<script"));
            assertTrue(svg.codePoints().noneMatch(c -> c >= 0x202A && c <= 0x202E));
        });
        for (Picture.Text text : Picture.of(spec, 900, 650).texts()) {
            assertTrue(text.box().getMinX() >= 0 && text.box().getMaxX() <= 900, text::toString);
            assertTrue(text.box().getMinY() >= 0 && text.box().getMaxY() <= 650, text::toString);
        }
        assertFalse(spec.title().contains("\n"));
    }

    private static void assertTimely(Runnable drawing) {
        assertTimeout(Duration.ofSeconds(20), drawing::run);
    }

    /** Hebrew is read from right to left: of "alef bet 12 (EUR)" the end is seen at the left, with its brackets turned. */
    @Test
    void names_from_right_to_left_are_in_the_order_in_which_they_are_seen() {
        Font font = Theme.of(800, 600).textFont();
        List<String> parts = TextParts.of("\u05D0\u05D1 12 (EUR)", font).stream()
                .map(TextParts.Part::text)
                .toList();
        assertEquals("(EUR) 12 \u05D0\u05D1", String.join("", parts));
        assertEquals("\u05D0\u05D1", parts.get(parts.size() - 1));
        assertEquals(1, TextParts.of("Segment 1", font).size());
    }
}
