package org.tessera.engine.choose.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

class DipOracleTest {

    @Test
    void dips_are_those_of_diptest_in_r() throws Exception {
        for (String line : Files.readAllLines(Path.of("src/test/resources/choose/dips.csv"))) {
            double[] numbers = Arrays.stream(line.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertEquals(numbers[0], Dip.of(Arrays.copyOfRange(numbers, 1, numbers.length)), 1e-9);
        }
    }

    @Test
    void two_hills_are_a_split_and_one_is_not() {
        RandomStream random = RandomStream.of(5, 0);
        double[] values = new double[2000];
        for (int i = 0; i < 1000; i++) {
            values[2 * i] = random.nextGaussian() + (i % 2 == 0 ? 4 : 0);
            values[2 * i + 1] = random.nextGaussian();
        }
        List<ColumnDip> dips = DipTest.of(
                Matrix.wrap(1000, 2, values), FeatureColumns.numbers(List.of("two", "one")), RunContext.of(1));

        assertEquals(List.of("two", "one"), dips.stream().map(ColumnDip::column).toList());
        assertTrue(dips.get(0).isSplit(), () -> "" + dips);
        assertFalse(dips.get(1).isSplit(), () -> "" + dips);
    }

    @Test
    void round_numbers_and_zeros_are_no_hills() {
        RandomStream random = RandomStream.of(6, 0);
        double[] values = new double[3000];
        Arrays.setAll(values, i -> i % 3 == 0 ? 0 : Math.rint(20 + 10 * random.nextGaussian()) / 5);
        List<ColumnDip> dips =
                DipTest.of(Matrix.wrap(3000, 1, values), FeatureColumns.numbers(List.of("spend")), RunContext.of(1));

        assertEquals(1, dips.size());
        assertFalse(dips.get(0).isSplit(), () -> "" + dips);
    }
}
