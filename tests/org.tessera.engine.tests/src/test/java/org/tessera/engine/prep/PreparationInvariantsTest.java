package org.tessera.engine.prep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.prep.ScalingOptions.CategoryScale;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.store.ModelStore;

/** Invariants of every preparation, on a table with all edge cases of columns. */
@Tag("slow")
class PreparationInvariantsTest {

    private static final RunContext RUN = RunContext.of(3).withThreads(2);
    private static final String[] ODD_LEVELS = {
        "",
        " ",
        "a",
        "a ",
        "A",
        "\u0000",
        "line\nbreak",
        "\u2028",
        "\"quoted\"",
        "(other)",
        "(missing)",
        "\uD83D\uDE00",
        "half \uD83D",
        "x".repeat(5000),
        "10",
        "9",
        "1e3",
        null
    };

    private static CustomerTable awkward(int n, int seed) {
        RandomStream random = RandomStream.of(seed, 0);
        double[][] numbers = new double[6][n];
        List<String> odd = new ArrayList<>();
        List<String> many = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            numbers[0][i] = random.nextDouble() < 0.1 ? Double.NaN : random.nextInt(7);
            numbers[1][i] = Math.exp(6 * random.nextDouble());
            numbers[2][i] = 1e15 + random.nextInt(50);
            numbers[3][i] = random.nextDouble() < 0.5 ? -0.0 : 1e-160 * random.nextDouble();
            numbers[4][i] = 1e150 * (random.nextDouble() - 0.5);
            numbers[5][i] = random.nextDouble() < 0.9 ? Double.NaN : 4;
            odd.add(ODD_LEVELS[random.nextInt(ODD_LEVELS.length)]);
            many.add("level " + (int) (80 * random.nextDouble() * random.nextDouble()));
        }
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < numbers.length; c++) {
            columns.add(new NumericColumn("number " + c, numbers[c], c % 2 == 0));
        }
        columns.add(CategoryColumn.of("odd", odd));
        columns.add(CategoryColumn.of(" many\u0000\uD83D", many));
        return new CustomerTable(n, columns);
    }

    private static Stream<PreparationOptions> options() {
        List<PreparationOptions> all = new ArrayList<>();
        for (Scaling scaling : Scaling.values()) {
            for (NumericMissing missing : NumericMissing.values()) {
                for (Encoding encoding : Encoding.values()) {
                    int number = all.size();
                    CategoryMissing fill = CategoryMissing.values()[number % 2];
                    all.add(new PreparationOptions(
                            new NumericOptions(missing, -0.1, number % 3 == 0, Transformation.values()[number % 5 % 3]),
                            new CategoryOptions(
                                    fill, encoding, number % 4 == 1, number % 7 / 100.0, 12, Set.of("number 0")),
                            new ScalingOptions(
                                    scaling, CategoryScale.values()[number / 2 % 2], Map.of("number 1", 2.5)),
                            ColumnOptions.defaults()));
                }
            }
        }
        return all.stream();
    }

    private static Preparation stored(Preparation preparation) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ModelStore.write(preparation, zip);
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return ModelStore.readPreparation(zip);
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void any_customers_in_any_order_get_the_features_of_training_again(PreparationOptions options) throws IOException {
        CustomerTable table = awkward(300, 1);
        Preparation preparation = Preparer.with(options).fit(table, Set.of(), RUN);
        Matrix all = preparation.apply(table, RUN).features();
        Preparation back = stored(preparation);
        assertEquals(preparation.features(), back.features());
        for (int seed = 0; seed < 5; seed++) {
            int[] order = RandomStream.of(seed, 2).permutation(table.rows());
            int[] rows = Arrays.copyOf(order, new int[] {300, 1, 2, 150, 299}[seed]);
            Matrix some = back.apply(CreditCustomers.select(table, rows), RUN.withThreads(1))
                    .features();
            for (int i = 0; i < rows.length; i++) {
                assertArrayEquals(all.row(rows[i]), some.row(i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void permuted_customers_permute_the_features_bit_for_bit(PreparationOptions options) {
        CustomerTable table = awkward(257, 2);
        Preparation preparation = Preparer.with(options).fit(table, Set.of(), RUN);
        int[] order = RandomStream.of(8, 2).permutation(table.rows());
        CustomerTable permuted = CreditCustomers.select(table, order);
        Preparation other = Preparer.with(options).fit(permuted, Set.of(), RUN.withThreads(8));
        assertEquals(preparation.features(), other.features());
        assertEquals(preparation.dropped(), other.dropped());
        Matrix expected = preparation.apply(table, RUN).features().select(order);
        assertArrayEquals(
                expected.values(),
                other.apply(permuted, RUN.withThreads(8)).features().values());
    }

    private static CustomerTable changed(double[][] columns, DoubleUnaryOperator change) {
        return new CustomerTable(
                columns[0].length,
                IntStream.range(0, columns.length)
                        .<Column>mapToObj(c -> new NumericColumn(
                                "x" + c, Arrays.stream(columns[c]).map(change).toArray(), false))
                        .toList());
    }

    @Test
    void translated_and_scaled_columns_give_the_same_z_scores_and_segments() {
        RandomStream random = RandomStream.of(4, 0);
        double[][] columns = new double[3][400];
        for (int i = 0; i < 400; i++) {
            for (double[] column : columns) {
                column[i] = 20 * "0000111223".charAt(i % 10) + random.nextInt(16);
            }
        }
        CustomerTable table = changed(columns, v -> v);
        Matrix z = zScores(table);
        int[] segments = segments(z);
        for (double scale : new double[] {1, -1, 0x1p-300, 0x1p300, 3, 1e-150, 1e140}) {
            Matrix scaled = zScores(changed(columns, v -> v * scale));
            for (int i = 0; i < z.values().length; i++) {
                assertEquals(Math.signum(scale) * z.values()[i], scaled.values()[i], 1e-13);
            }
            assertArrayEquals(segments, segments(scaled));
        }
        for (double offset : new double[] {1, -1000, 1e8, -1e12}) {
            Matrix moved = zScores(changed(columns, v -> v + offset));
            for (int i = 0; i < z.values().length; i++) {
                assertEquals(z.values()[i], moved.values()[i], Math.ulp(offset) + 1e-14);
            }
            assertArrayEquals(segments, segments(moved));
        }
        assertArrayEquals(
                z.values(), zScores(changed(columns, v -> v * 0x1p300)).values());
    }

    private static Matrix zScores(CustomerTable table) {
        return Preparer.with(PlainZScores.OPTIONS)
                .fit(table, Set.of(), RUN)
                .apply(table, RUN)
                .features();
    }

    private static int[] segments(Matrix x) {
        return Algorithms.K_MEANS
                .clusterer(KMeansOptions.defaults().withK(4))
                .fit(x, RUN)
                .labels()
                .toArray();
    }
}
