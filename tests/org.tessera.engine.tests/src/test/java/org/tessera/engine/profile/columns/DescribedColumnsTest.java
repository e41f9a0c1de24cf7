package org.tessera.engine.profile.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.ColumnOptions;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.run.RunContext;

class DescribedColumnsTest {

    private static final int N = 60;
    private static final RunContext RUN = RunContext.of(1);

    private static Column numbers(String name, IntToDoubleFunction value) {
        double[] values = new double[N];
        Arrays.setAll(values, value);
        return new NumericColumn(name, values, true);
    }

    private static Column texts(String name, IntFunction<String> value) {
        return CategoryColumn.of(name, IntStream.range(0, N).mapToObj(value).toList());
    }

    private static final CustomerTable CUSTOMERS = new CustomerTable(
            N,
            List.of(
                    texts("customer", i -> "C" + (1000 + i)),
                    texts("comment", i -> "text " + i * 7 % 53),
                    numbers("visits", i -> i % 2 * 40 + i % 7),
                    numbers("seen", i -> i % 2 * 80 + 2 * (i % 7)),
                    numbers("flag", i -> i % 3 == 0 ? 1 : 0),
                    numbers("region", i -> i % 3 + 1),
                    numbers("constant", i -> 5),
                    numbers("sales", i -> i * i % 47)));

    private static SegmentationModel model(Optional<Preparation> preparation, List<String> features) {
        return new SegmentationModel(
                new Provenance(
                        "k-means", "K-Means", Map.of(), 1, "Tessera", "", 0, 1, true, List.of(), Optional.empty()),
                "Segment",
                features,
                preparation,
                new CentroidModel(Matrix.of(new double[1][features.size()]), Distance.EUCLIDEAN, 0),
                Labels.of(new int[N]),
                0);
    }

    private static DescribedColumns prepared(CustomerTable seen, PreparationOptions options) {
        Preparation preparation = Preparer.with(options).fit(seen, Set.of(), RUN);
        return DescribedColumns.of(CUSTOMERS, model(Optional.of(preparation), preparation.featureNames()), RUN);
    }

    private static List<String> names(DescribedColumns described) {
        return described.customers().columns().stream().map(Column::name).toList();
    }

    private static final PreparationOptions REGION_IS_A_CODE = PreparationOptions.defaults()
            .withCategory(PreparationOptions.defaults().category().withCodeColumns(Set.of("region")));

    @Test
    void what_the_preparation_left_out_as_id_text_or_constant_describes_nothing() {
        CustomerTable withoutSales = new CustomerTable(N, CUSTOMERS.columns().subList(0, 7));
        DescribedColumns described = prepared(withoutSales, REGION_IS_A_CODE);
        assertEquals(List.of("visits", "seen", "flag", "region", "sales"), names(described));
        assertEquals(
                List.of("customer", "comment", "constant"),
                described.hidden().stream().map(d -> d.column()).toList());
        assertEquals(ColumnRole.FEATURE, described.role("visits"));
        assertEquals(ColumnRole.LEFT_OUT, described.role("seen"));
        assertEquals(ColumnRole.NOT_USED, described.role("sales"));
        assertEquals(ColumnRole.UNKNOWN, described.role("customer"));
    }

    @Test
    void numbers_that_the_preparation_takes_for_categories_are_categories() {
        DescribedColumns described = prepared(CUSTOMERS, REGION_IS_A_CODE);
        CategoryColumn region = assertInstanceOf(
                CategoryColumn.class, described.customers().column("region").orElseThrow());
        assertEquals(List.of("1", "2", "3"), region.levels());
    }

    @Test
    void an_id_that_was_kept_describes() {
        DescribedColumns described = prepared(
                CUSTOMERS,
                PreparationOptions.defaults()
                        .withColumns(ColumnOptions.defaults().withKeep(Set.of("customer"))));
        assertEquals(ColumnRole.FEATURE, described.role("customer"));
    }

    @Test
    void columns_that_the_preparation_never_saw_are_screened() {
        DescribedColumns described =
                prepared(new CustomerTable(N, CUSTOMERS.columns().subList(2, 6)), REGION_IS_A_CODE);
        assertEquals(List.of("visits", "seen", "flag", "region", "constant", "sales"), names(described));
    }

    @Test
    void without_a_preparation_features_describe_and_other_columns_are_screened() {
        DescribedColumns described = DescribedColumns.of(CUSTOMERS, model(Optional.empty(), List.of("visits")), RUN);
        assertEquals(List.of("visits", "seen", "flag", "region", "constant", "sales"), names(described));
        assertEquals(ColumnRole.FEATURE, described.role("visits"));
        assertEquals(ColumnRole.NOT_USED, described.role("seen"));
    }

    @Test
    void an_infinite_number_is_no_obstacle() {
        CustomerTable infinite = new CustomerTable(
                N,
                List.of(
                        numbers("visits", i -> i % 9),
                        numbers("id", i -> i == 3 ? Double.NEGATIVE_INFINITY : 700 + i)));
        DescribedColumns described = DescribedColumns.of(infinite, model(Optional.empty(), List.of("visits")), RUN);
        assertEquals(List.of("visits"), names(described));
    }
}
