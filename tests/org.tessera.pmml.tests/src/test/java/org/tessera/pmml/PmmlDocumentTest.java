package org.tessera.pmml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.pmml.Segmented.RUN;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.dbscan.Dbscan;
import org.tessera.engine.cluster.dbscan.DbscanOptions;
import org.tessera.engine.cluster.kmeans.KMeans;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.cluster.mixture.GaussianMixture;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.run.RunCanceledException;
import org.tessera.engine.run.SegmentationException;

class PmmlDocumentTest {

    private static final Matrix X = Matrix.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {9, 9}, {9, 8}, {8, 9}});
    private static final int ROWS = 30;

    private static SegmentationModel own(Clustering clustering) {
        return Segmented.model(List.of("x", "y"), Optional.empty(), clustering);
    }

    private static SegmentationModel prepared(Column column) {
        return Segmented.kMeans(
                new CustomerTable(ROWS, List.of(column)),
                PreparationOptions.defaults(),
                KMeansOptions.defaults().withK(2));
    }

    private static NumericColumn numbers(Quantity quantity) {
        return new NumericColumn(
                "Seen", IntStream.range(0, ROWS).mapToDouble(i -> i * 0.7).toArray(), false, quantity);
    }

    private static CategoryColumn texts(String odd, String even) {
        return CategoryColumn.of(
                "Seen",
                IntStream.range(0, ROWS)
                        .mapToObj(i -> i % 2 == 1 ? odd + i / 10 : even + i / 10)
                        .toList());
    }

    private static void assertRefused(SegmentationModel model, String problem, String remedy) {
        SegmentationException e = assertThrows(SegmentationException.class, () -> PmmlDocument.of(model, "1.0", RUN));
        assertTrue(e.getMessage().contains(problem), e.getMessage());
        assertTrue(
                e.remedies().stream().anyMatch(r -> r.contains(remedy)),
                () -> e.remedies().toString());
    }

    @Test
    void centers_segments_and_sizes_stand_in_the_document() {
        KMeansOptions options = KMeansOptions.defaults().withK(2);
        SegmentationModel model = own(new KMeans(options).fit(X, RUN)).withNames(List.of("Savers & co", "Spenders"));
        String document = PmmlDocument.of(model, "1.0", RUN);
        Schemas.assertValid(document);
        assertTrue(document.contains("<Cluster id=\"Savers &amp; co\" name=\"Savers &amp; co\" size=\"3\">"), document);
        assertTrue(
                document.contains("<OutputField name=\"Segment\" optype=\"categorical\" dataType=\"string\""),
                document);
        assertTrue(document.contains("<squaredEuclidean/>"), document);
        assertEquals(document, PmmlDocument.of(model, "1.0", RUN));
    }

    @Test
    void models_without_centers_are_refused() {
        assertRefused(
                own(new GaussianMixture(GaussianMixtureOptions.defaults().withComponents(2)).fit(X, RUN)),
                "Gaussian mixture",
                "K-Means");
        DbscanOptions dbscan = DbscanOptions.defaults().withEps(2).withMinPoints(2);
        assertRefused(own(new Dbscan(dbscan).fit(X, RUN)), "DBSCAN", "K-Means");
        assertRefused(own(new Dbscan(dbscan.withMinPoints(7)).fit(X, RUN)), "no segment", "has segments");
    }

    @ParameterizedTest
    @EnumSource(
            value = Quantity.class,
            names = {"DATE_TIME", "TIME", "DURATION"})
    void times_are_refused(Quantity quantity) {
        assertRefused(prepared(numbers(quantity)), "'Seen' holds ", "dates or numbers");
    }

    @Test
    void numbers_read_from_texts_are_refused() {
        List<String> amounts =
                IntStream.range(0, ROWS).mapToObj(i -> (3 + i * 37) + ".50 EUR").toList();
        assertRefused(
                prepared(CategoryColumn.of("Seen", amounts)), "'Seen' is read from texts", "before the Preprocessor");
    }

    @Test
    void control_characters_are_refused() {
        assertRefused(prepared(texts("a\u0001", "b")), "a\\u0001", "remove");
        assertRefused(prepared(texts("a\uD800", "b")), "a\\uD800", "remove");
        Schemas.assertValid(PmmlDocument.of(prepared(texts("a\uD83D\uDE00\t\r\n\u0085\uFFFD", "b")), "1.0", RUN));
    }

    @Test
    void writing_can_be_canceled() {
        SegmentationModel model = prepared(texts("a", "b"));
        assertThrows(RunCanceledException.class, () -> PmmlDocument.of(model, "1.0", RUN.withCancel(() -> true)));
    }
}
