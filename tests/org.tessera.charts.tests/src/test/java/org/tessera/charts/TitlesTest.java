package org.tessera.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.data.Labels;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.Silhouette;

/** Titles say what is seen. */
class TitlesTest {

    @ParameterizedTest
    @CsvSource({
        "0.6 0.3 -0.1, 0.3, Segment 3 does not hold together",
        "-0.2 0.6 -0.1, 0.3, Segment 1 and Segment 3 do not hold together",
        "-0.1 -0.2 -0.1 -0.1 -0.1 0.7, 0.3, 'Segment 1, Segment 2, Segment 3 and 2 more do not hold together'",
        "0.6 0, 0.3, 'All segments hold together, but overlap'",
        "0.6 0.51, 0.55, The segments are apart from each other",
        "0.1 0.1, 0.1, 'All segments hold together, but blend into each other'"
    })
    void silhouettes_name_the_segments_that_do_not_hold_together(String means, double overall, String title) {
        double[] perSegment =
                Arrays.stream(means.split(" ")).mapToDouble(Double::parseDouble).toArray();
        int[] labels = new int[perSegment.length];
        Arrays.setAll(labels, i -> i);
        Silhouette.Result result = new Silhouette.Result(overall, perSegment, perSegment, 0, Double.NaN, "");
        assertEquals(
                title,
                SilhouettePlot.spec(result, Labels.of(labels), Distance.EUCLIDEAN, Samples.RUN)
                        .title());
    }

    @Test
    void segments_without_customers_do_not_shift_the_names() {
        double[] silhouettes = {0.5, -0.5};
        Silhouette.Result result = new Silhouette.Result(0, silhouettes, silhouettes, 0, Double.NaN, "");
        assertEquals(
                "Segment 3 does not hold together",
                SilhouettePlot.spec(result, Labels.ofPart(3, 0, 2), Distance.EUCLIDEAN, Samples.RUN)
                        .title());
    }

    @Test
    void sizes_name_the_largest_and_the_smallest() {
        assertEquals(
                "Segment 1 holds 60 % of the customers, Segment 2 holds 20 %",
                SegmentSizes.spec(Labels.of(0, 0, 0, 1, -1)).title());
        assertEquals(
                "Segment 1 holds 100 % of the customers",
                SegmentSizes.spec(Labels.of(0)).title());
        assertEquals(
                "All segments are of the same size",
                SegmentSizes.spec(Labels.of(0, 1)).title());
        assertEquals("All customers are noise", SegmentSizes.spec(Labels.of(-1)).title());
        assertEquals("There are no customers", SegmentSizes.spec(Labels.of()).title());
    }

    @Test
    void choice_of_k_names_the_best_silhouette_and_the_heat_map_the_largest_difference() {
        assertEquals(
                "Silhouette is highest at 4 segments (Algorithm 0)",
                ChoiceOfK.spec(Samples.search(2)).title());
        String title = ProfileHeatMap.spec(Samples.profile(Samples.labels(600, 2, false)), 16)
                .title();
        assertTrue(title.startsWith("Segment 2 stands out most: Answer = yes \u2212"), title);
    }

    @Test
    void lists_are_short() {
        assertEquals("A", Subtitles.listed(List.of("A"), 2));
        assertEquals("A and B", Subtitles.listed(List.of("A", "B"), 2));
        assertEquals("A, B and C", Subtitles.listed(List.of("A", "B", "C"), 3));
        assertEquals("A, B and 2 more", Subtitles.listed(List.of("A", "B", "C", "D"), 3));
        assertEquals(
                "A name that is much\u2026is is so", Subtitles.shortName("A name that is much longer than this is so"));
    }
}
