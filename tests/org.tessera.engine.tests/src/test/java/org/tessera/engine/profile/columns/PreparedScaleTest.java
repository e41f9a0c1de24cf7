package org.tessera.engine.profile.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.kmeans.KMeans;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.profile.Driver;
import org.tessera.engine.profile.NumericProfile;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.ProfileOptions;
import org.tessera.engine.profile.Profiler;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.engine.run.RunContext;

/** Skewed amounts are compared on the scale on which the segments were made, and the columns' shares add up. */
class PreparedScaleTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final int N = 300;

    /** Amounts of 1, 10 and 100 with 3 of 1,000,000 in the lowest segment; an outcome as skewed; a category; a plain number. */
    private static CustomerTable customers() {
        double[] amounts = new double[N];
        double[] outcomes = new double[N];
        double[] plain = new double[N];
        int[] codes = new int[N];
        for (int i = 0; i < N; i++) {
            amounts[i] = i > 0 && i % 99 == 0 ? 1e6 : Math.pow(10, i % 3) * (1 + i % 7 * 0.05);
            outcomes[i] = Math.exp(i % 3 * 2 + i % 11 * 0.1);
            plain[i] = i * 7 % 13;
            codes[i] = i % 5 < 3 ? 0 : 1;
        }
        return new CustomerTable(
                N,
                List.of(
                        new NumericColumn("Amount", amounts, false),
                        new NumericColumn("Plain", plain, false),
                        new CategoryColumn("Kind", codes, List.of("a", "b")),
                        new NumericColumn("Outcome", outcomes, false)));
    }

    private record Segmented(CustomerTable customers, SegmentationModel model) {

        static Segmented make() {
            CustomerTable all = PreparedScaleTest.customers();
            CustomerTable features = new CustomerTable(N, all.columns().subList(0, 3));
            Preparation preparation =
                    Preparer.with(PreparationOptions.defaults()).fit(features, Set.of(), RUN);
            Matrix x = preparation.apply(features, RUN).features();
            Clustering clustering = new KMeans(KMeansOptions.defaults().withK(3)).fit(x, RUN);
            return new Segmented(
                    all,
                    new SegmentationModel(
                            new Provenance(
                                    "k-means",
                                    "K-Means",
                                    Map.of(),
                                    1,
                                    "Tessera",
                                    "",
                                    0,
                                    1,
                                    true,
                                    List.of(),
                                    Optional.empty()),
                            "Segment",
                            preparation.featureNames(),
                            Optional.of(preparation),
                            clustering.model(),
                            clustering.labels(),
                            0));
        }

        DescribedColumns described() {
            return DescribedColumns.of(customers, model, RUN);
        }
    }

    private static Driver driver(Profile profile, String column) {
        return profile.drivers().stream()
                .filter(d -> d.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_feature_has_the_scale_of_its_preparation_and_an_outcome_one_of_its_own() {
        DescribedColumns described = Segmented.make().described();
        assertEquals("Yeo-Johnson", described.scale("Amount").name());
        assertEquals("Yeo-Johnson", described.scale("Outcome").name());
        assertEquals(PreparedScale.OWN, described.scale("Plain"));
        assertEquals(ColumnRole.NOT_USED, described.role("Outcome"));
        assertEquals(PreparedScale.OWN, DescribedColumns.all(customers()).scale("Amount"));
    }

    @Test
    void a_few_huge_amounts_hide_no_difference() {
        Segmented segmented = Segmented.make();
        Labels labels = Labels.of(IntStream.range(0, N).map(i -> i % 3).toArray());
        Profile profile =
                Profiler.profile(segmented.described(), SegmentedRows.all(labels), ProfileOptions.defaults(), RUN);
        Profile raw =
                Profiler.profile(segmented.customers(), SegmentedRows.all(labels), ProfileOptions.defaults(), RUN);
        assertEquals("eta squared, Yeo-Johnson", driver(profile, "Amount").measure());
        assertTrue(driver(raw, "Amount").effect() < 0.05);
        assertTrue(driver(profile, "Amount").effect() > 0.6, () -> "" + driver(profile, "Amount"));
        // The mean of the first segment is above that of all because of three amounts, its median is far below.
        NumericProfile first = (NumericProfile) profile.segments().get(0).columns().stream()
                .filter(c -> c.column().equals("Amount"))
                .findFirst()
                .orElseThrow();
        assertTrue(first.effect() < -0.5, () -> "" + first.effect());
        assertTrue(first.difference() > 0);
        String sentence = profile.segments().get(0).description();
        assertTrue(sentence.matches(".*lower Amount \\(.* vs .* in the median.*"), sentence);
        assertTrue(first.effectInterval().low() < first.effect()
                && first.effect() < first.effectInterval().high());
    }

    /** By hand: the sums of squares between the segments of the features of a column, of those of all features. */
    @Test
    void shares_of_separation_are_those_of_the_sums_of_squares_and_add_up() {
        Segmented segmented = Segmented.make();
        Map<String, Double> shares = Separation.of(segmented.model());
        Preparation preparation = segmented.model().preparation().orElseThrow();
        Matrix x = preparation.apply(segmented.customers(), RUN).features();
        Labels labels = segmented.model().labels();
        double[] between = new double[x.columns()];
        for (int f = 0; f < between.length; f++) {
            double all = 0;
            double[] sums = new double[labels.segments()];
            for (int i = 0; i < N; i++) {
                sums[labels.at(i)] += x.at(i, f);
                all += x.at(i, f);
            }
            for (int s = 0; s < sums.length; s++) {
                between[f] += labels.sizeOf(s) * Math.pow(sums[s] / labels.sizeOf(s) - all / N, 2);
            }
        }
        double total =
                IntStream.range(0, between.length).mapToDouble(f -> between[f]).sum();
        for (String column : List.of("Amount", "Plain", "Kind")) {
            double own = IntStream.range(0, between.length)
                    .filter(f -> preparation.features().get(f).source().equals(column))
                    .mapToDouble(f -> between[f])
                    .sum();
            assertEquals(own / total, shares.get(column), 1e-9, column);
        }
        assertEquals(1, shares.values().stream().mapToDouble(s -> s).sum(), 1e-12);
        assertTrue(Double.isNaN(segmented.described().separation("Outcome")));
    }
}
