package org.tessera.pmml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tessera.pmml.Segmented.RUN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.cluster.hierarchical.Hierarchical;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
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

    private static void assertSameSegments(SegmentationModel model, CustomerTable... customers) {
        String document = PmmlDocument.of(model, "1.0", RUN);
        Schemas.assertValid(document);
        Pmml4s reader = new Pmml4s(document, model.segmentColumn());
        for (CustomerTable table : customers) {
            assertArrayEquals(Segmented.segments(model, table), reader.segments(table));
        }
    }

    @ParameterizedTest
    @CsvSource({"credit_customers.csv.gz, 5", "credit_customers.csv.gz, 2"})
    void credit_customers(String file, int k) {
        CustomerTable customers = Customers.bundled(file);
        assertSameSegments(Segmented.kMeans(customers, DEFAULTS, K_MEANS.withK(k)), customers);
    }

    @ParameterizedTest
    @CsvSource({"wholesale_customers.csv", "online_retail_customers.csv"})
    void other_customers(String file) {
        CustomerTable customers = Customers.shared(file);
        assertSameSegments(Segmented.kMeans(customers, DEFAULTS, K_MEANS.withK(4)), customers);
        assertSameSegments(
                Segmented.kMeans(
                        customers, DEFAULTS, K_MEANS.withK(6).withDistance(Distance.MANHATTAN)),
                customers);
    }

    /** Customers of two kinds with gaps, skewed and negative numbers, dates, flags and codes. */
    private static CustomerTable planted(long seed, int rows) {
        RandomStream random = org.tessera.engine.run.RunContext.of(seed).random(0);
        double[] spend = new double[rows];
        double[] balance = new double[rows];
        double[] shop = new double[rows];
        double[] flag = new double[rows];
        double[] since = new double[rows];
        List<String> city = new ArrayList<>();
        List<String> member = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            boolean rich = random.nextDouble() < 0.4;
            spend[i] = gap(random, Math.exp((rich ? 5 : 3) + random.nextGaussian()));
            balance[i] = gap(random, Math.pow(random.nextGaussian(), 3) * 100 - (rich ? 0 : 200));
            shop[i] = gap(random, 101 + random.nextInt(rich ? 3 : 6));
            flag[i] = gap(random, random.nextDouble() < (rich ? 0.8 : 0.2) ? 1 : 0);
            since[i] = gap(random, 18000 + random.nextInt(rich ? 500 : 2000));
            double draw = random.nextDouble();
            city.add(draw < 0.1 ? null : draw < 0.5 ? "R&B <\"Bonn\"> " : draw < 0.8 ? "K\u00F6ln" : draw < 0.9 ? "n/a" : "x" + i % 7);
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
                        new NumericColumn("Since", since, true, Quantity.DATE),
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
                                        "Rome", "n/a", "(other)", "(missing)", "k\u00F6ln", null, " N/A ",
                                        "\u00A0\uFF35nknown\u200B", "none")),
                        new NumericColumn("Balance", new double[] {-1e9, 1e9, 0, -0.5, none, none, none, none, none}, false),
                        new NumericColumn("Shop", new double[] {101, 999, 102.5, -3, none, none, none, none, none}, false),
                        new NumericColumn("Flag", new double[] {2, 0, 1, 0.5, -1, none, none, none, none}, false),
                        new NumericColumn(
                                "Since",
                                new double[] {-30000, 0, 19000, 60000, none, none, none, none, none},
                                true,
                                Quantity.DATE),
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
    void nobody_of_whom_nothing_is_known_gets_a_segment() {
        SegmentationModel model = Segmented.kMeans(planted(1, 200), DEFAULTS, K_MEANS.withK(3));
        String[] segments = new Pmml4s(PmmlDocument.of(model, "1.0", RUN), "Segment").segments(unusual());
        assertNull(segments[5]);
        assertNull(segments[6]);
        assertNull(segments[7]);
        assertTrue(segments[8] != null, "'none' may be an answer");
    }
}
