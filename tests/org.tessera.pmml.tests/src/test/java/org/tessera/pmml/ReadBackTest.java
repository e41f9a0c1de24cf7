package org.tessera.pmml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.tessera.pmml.Segmented.RUN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.cluster.hierarchical.Hierarchical;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.cluster.kmeans.KMeans;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.run.RandomStream;

/** Documents give the segments of the Assigner when another library reads them. */
class ReadBackTest {

    private static final KMeansOptions K_MEANS = KMeansOptions.defaults();
    private static final PreparationOptions DEFAULTS = PreparationOptions.defaults();

    private static final List<String> CITIES =
            List.of("R&B <\"Bonn\">", "K\u00F6ln", "n/a", "\uD83D\uDE00", "5", "x1", "x2", "x3");

    private static void assertSameSegments(SegmentationModel model, CustomerTable... customers) {
        String document = PmmlDocument.of(model, "1.0", RUN);
        Schemas.assertValid(document);
        Jpmml jpmml = new Jpmml(document, model.segmentColumn());
        Pmml4s pmml4s = new Pmml4s(document, model.segmentColumn());
        for (CustomerTable table : customers) {
            String[] segments = Segmented.segments(model, table);
            assertArrayEquals(segments, jpmml.segments(table));
            assertArrayEquals(segments, pmml4s.segments(table));
        }
    }

    @ParameterizedTest
    @EnumSource
    void credit_customers(Distance distance) {
        CustomerTable customers = Customers.credit();
        assertSameSegments(
                Segmented.kMeans(customers, DEFAULTS, K_MEANS.withK(5).withDistance(distance)), customers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wholesale_customers.csv", "online_retail_customers.csv"})
    void other_customers(String file) {
        CustomerTable customers = Customers.shared(file);
        for (Distance distance : Distance.values()) {
            assertSameSegments(
                    Segmented.kMeans(customers, DEFAULTS, K_MEANS.withK(6).withDistance(distance)), customers);
        }
    }

    @Test
    void hierarchical_segments_are_those_of_the_nearest_mean() {
        CustomerTable customers = planted(1, 200);
        Preparation preparation = Preparer.with(DEFAULTS).fit(customers, Set.of(), RUN);
        Matrix features = Segmented.complete(preparation.apply(customers, RUN).features());
        SegmentationModel model = Segmented.model(
                preparation.featureNames(),
                Optional.of(preparation),
                new Hierarchical(HierarchicalOptions.defaults().withSegments(4)).fit(features, RUN));
        assertSameSegments(model, customers);
    }

    @Test
    void features_without_a_preparation_are_the_fields() {
        Matrix x = Matrix.of(new double[][] {{0, 0}, {0, 1}, {9, 9}, {9, 8}});
        SegmentationModel model =
                Segmented.model(List.of("x", "Segment"), Optional.empty(), new KMeans(K_MEANS.withK(2)).fit(x, RUN));
        String document = PmmlDocument.of(model, "1.0", RUN);
        Schemas.assertValid(document);
        CustomerTable customers = new CustomerTable(
                3,
                List.of(
                        new NumericColumn("x", new double[] {1, 7, Double.NaN}, false),
                        new NumericColumn("Segment", new double[] {1, 7, 0}, false)));
        String[] segments = new Pmml4s(document, "Segment (#1)").segments(customers);
        assertArrayEquals(new String[] {"Segment 1", "Segment 2", null}, segments);
    }

    /** Customers of two kinds with gaps, skewed and negative numbers, flags and codes. */
    private static CustomerTable planted(long seed, int rows) {
        RandomStream random = RandomStream.of(seed, 0);
        double[] spend = new double[rows];
        double[] balance = new double[rows];
        double[] shop = new double[rows];
        double[] flag = new double[rows];
        List<String> city = new ArrayList<>();
        List<String> member = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            boolean rich = random.nextDouble() < 0.4;
            spend[i] = gap(random, Math.exp((rich ? 5 : 3) + random.nextGaussian()));
            balance[i] = gap(random, Math.pow(random.nextGaussian(), 3) * 100 - (rich ? 0 : 200));
            shop[i] = gap(random, 101 + random.nextInt(rich ? 3 : 6));
            flag[i] = gap(random, random.nextDouble() < (rich ? 0.8 : 0.2) ? 1 : 0);
            double draw = random.nextDouble();
            city.add(draw < 0.1 ? null : CITIES.get((int) (CITIES.size() * draw * draw)));
            member.add(random.nextDouble() < 0.1 ? null : rich ? "true" : "False");
        }
        return new CustomerTable(
                rows,
                List.of(
                        new NumericColumn("Spend", spend, false),
                        CategoryColumn.of("City", city),
                        new NumericColumn("Balance", balance, false),
                        new NumericColumn("Shop", shop, true),
                        new NumericColumn("Flag", flag, true),
                        CategoryColumn.of("Member", member)));
    }

    private static double gap(RandomStream random, double value) {
        return random.nextDouble() < 0.1 ? Double.NaN : value;
    }

    /** New customers with unseen categories, other spellings, extreme numbers, and some of whom nothing is known. */
    private static CustomerTable unusual() {
        double none = Double.NaN;
        return new CustomerTable(
                9,
                List.of(
                        new NumericColumn("Spend", new double[] {1, -5, -1, 0, 1e6, none, none, none, 20}, false),
                        CategoryColumn.of(
                                "City",
                                Arrays.asList(
                                        "Rome",
                                        "n/a",
                                        "(other)",
                                        "(missing)",
                                        "k\u00F6ln",
                                        null,
                                        " N/A ",
                                        "\u00A0\uFF35nknown\u200B",
                                        "none")),
                        new NumericColumn(
                                "Balance", new double[] {-1e9, 1e9, 0, -0.5, none, none, none, none, none}, false),
                        new NumericColumn(
                                "Shop", new double[] {101, 999, 102.5, -3, none, none, none, none, none}, false),
                        new NumericColumn("Flag", new double[] {2, 0, 1, 0.5, -1, none, none, none, none}, false),
                        CategoryColumn.of(
                                "Member",
                                Arrays.asList("TRUE", "true", "tRuE", "FALSE", "false", null, "-", null, "yes"))));
    }

    private static PreparationOptions withCodes(PreparationOptions options) {
        return options.withCategory(options.category().withCodeColumns(Set.of("Shop")));
    }

    private static Stream<PreparationOptions> preparations() {
        PreparationOptions codes = withCodes(DEFAULTS);
        NumericOptions log = new NumericOptions(NumericMissing.MEAN, 0, true, Transformation.LOG);
        NumericOptions leaveOut = new NumericOptions(NumericMissing.LEAVE_OUT, 0, false, Transformation.LOG);
        NumericOptions constant = new NumericOptions(NumericMissing.CONSTANT, -1, true, Transformation.NONE);
        return Stream.of(
                DEFAULTS,
                codes,
                codes.withNumeric(log),
                codes.withNumeric(leaveOut),
                codes.withNumeric(constant).withScaling(Scaling.ROBUST),
                codes.withScaling(Scaling.MIN_MAX),
                codes.withScaling(DEFAULTS.scaling().withWeights(Map.of("City", 3.0, "Spend", 0.2))),
                withCodes(DEFAULTS.withCategory(
                        new CategoryOptions(CategoryMissing.MOST_FREQUENT, Encoding.ONE_HOT, true, 0.1, 50))),
                withCodes(DEFAULTS.withCategory(
                        new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.ORDINAL, false, 0.1, 3))),
                withCodes(DEFAULTS.withCategory(
                        new CategoryOptions(CategoryMissing.OWN_CATEGORY, Encoding.FREQUENCY, false, 0.05, 50))),
                codes.withColumns(DEFAULTS.columns().withClusterUnknown(true)));
    }

    @ParameterizedTest
    @MethodSource("preparations")
    void planted_customers_and_unusual_ones(PreparationOptions options) {
        CustomerTable training = planted(1, 400);
        for (Distance distance : Distance.values()) {
            SegmentationModel model =
                    Segmented.kMeans(training, options, K_MEANS.withK(4).withDistance(distance));
            assertSameSegments(model, training, planted(2, 300), unusual());
        }
    }

    @Test
    void dates_and_texts_of_any_signs() {
        int rows = 60;
        List<String> texts = List.of("", " a ", "a", "line\r\nbreak", "\ttab", "\u00A0", "]]>", "&#13;");
        CustomerTable customers = new CustomerTable(
                rows,
                List.of(
                        CategoryColumn.of(
                                "Text & \"name\"",
                                IntStream.range(0, rows)
                                        .mapToObj(i -> texts.get(i % texts.size()))
                                        .toList()),
                        new NumericColumn(
                                "Since",
                                IntStream.range(0, rows)
                                        .mapToDouble(i -> i == 7 ? Double.NaN : -400 + 97 * i % 41 * 1000)
                                        .toArray(),
                                true,
                                Quantity.DATE)));
        SegmentationModel model = Segmented.kMeans(
                customers, DEFAULTS.withColumns(DEFAULTS.columns().withReadTexts(false)), K_MEANS.withK(12));
        String document = PmmlDocument.of(model, "1.0", RUN);
        Schemas.assertValid(document);
        assertArrayEquals(Segmented.segments(model, customers), new Jpmml(document, "Segment").segments(customers));
    }

    @Test
    void nobody_of_whom_nothing_is_known_gets_a_segment() {
        SegmentationModel model = Segmented.kMeans(planted(1, 200), DEFAULTS, K_MEANS.withK(3));
        String[] segments = new Jpmml(PmmlDocument.of(model, "1.0", RUN), "Segment").segments(unusual());
        assertNull(segments[5]);
        assertNull(segments[6]);
        assertNull(segments[7]);
        assertNotNull(segments[8]);
    }
}
