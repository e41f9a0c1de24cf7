package org.tessera.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;

class RawDataTest {
    @TempDir
    Path folder;

    @Test
    void a_matrix_is_written_column_by_column_and_read_again() throws IOException {
        Matrix x = Matrix.of(new double[][] {{1, 2}, {3, 4}, {5, Double.NaN}});
        Path file = folder.resolve("x");
        RawFile.write(file, x);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        double[] columns = new double[6];
        bytes.asDoubleBuffer().get(columns);
        assertArrayEquals(new double[] {1, 3, 5, 2, 4, Double.NaN}, columns);
        assertEquals(x, RawFile.matrix(file, 3, 2));
    }

    @Test
    void arrays_longer_than_a_chunk_come_back() throws IOException {
        int[] labels = new int[70_000];
        Arrays.setAll(labels, i -> i % 11 - 1);
        RawFile.write(folder.resolve("l"), labels);
        assertArrayEquals(labels, RawFile.ints(folder.resolve("l")));
        double[] heights = Arrays.stream(labels).mapToDouble(l -> l / 3.0).toArray();
        RawFile.write(folder.resolve("h"), heights);
        assertArrayEquals(heights, RawFile.doubles(folder.resolve("h")));
    }

    @Test
    void clouds_are_standardized_and_the_same_for_the_same_seed() {
        Clouds clouds = Clouds.of(3_000, 4, 5);
        assertEquals(clouds.matrix(), Clouds.of(3_000, 4, 5).matrix());
        for (int j = 0; j < 4; j++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < 3_000; i++) {
                sum += clouds.matrix().at(i, j);
                squares += clouds.matrix().at(i, j) * clouds.matrix().at(i, j);
            }
            assertEquals(0, sum / 3_000, 1e-12);
            assertEquals(1, squares / 3_000, 1e-12);
        }
        assertEquals(Clouds.COUNT, Arrays.stream(clouds.groups()).distinct().count());
    }

    @Test
    void mixed_columns_have_gaps_and_their_levels() {
        CustomerTable table = MixedTable.customers(MixedTable.of(5_000, 5, 2, 3), 2);
        assertEquals(0.02, table.columns().get(0).missing() / 5_000.0, 0.008);
        assertEquals(0.02, table.columns().get(4).missing() / 5_000.0, 0.008);
        assertEquals(
                4,
                ((org.tessera.engine.data.CategoryColumn) table.columns().get(4))
                        .levels()
                        .size());
    }

    @Test
    void labels_are_compared_up_to_their_numbers_but_noise_is_noise() {
        int[] a = {0, 0, 1, 1, -1, -1};
        assertEquals(0, Equality.different(a, new int[] {4, 4, 2, 2, -1, -1}, null));
        assertEquals(1, Equality.different(a, new int[] {4, 4, 2, 4, -1, -1}, null));
        assertEquals(2, Equality.different(a, new int[] {4, 4, 2, 2, 5, 5}, null));
        assertEquals(0, Equality.different(a, new int[] {4, 4, 2, 4, -1, -1}, new boolean[] {
            true, true, true, false, true, true
        }));
        assertEquals(2, Equality.different(a, new int[] {0, 0, 0, 0, -1, -1}, null));
    }
}
