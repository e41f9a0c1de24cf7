package org.tessera.bench.segments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.bench.segments.MadeUpCustomers.Design;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;

class SegmentQualityTest {

    @Test
    void two_distant_groups_are_stable_and_have_a_silhouette_near_one() {
        double[] values = new double[60];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 3 == 0 ? 100 + i / 60.0 : i / 60.0;
        }
        CustomerTable table = new CustomerTable(60, List.of(new NumericColumn("spend", values, false)));

        SegmentQuality quality = SegmentQuality.of(table, Preparations.plain(), 2);

        assertArrayEquals(new int[] {40, 20}, quality.sizes());
        assertEquals(1, quality.stability());
        assertEquals(20 / 60.0, quality.smallestShare());
        assertTrue(quality.silhouette() > 0.99 && quality.worst() > 0.99, () -> "" + quality);
    }

    @Test
    void three_segments_of_two_groups_are_not_stable() {
        double[] values = new double[200];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i % 2 == 0 ? 0 : 50) + (i * 37 % 200) / 200.0;
        }
        CustomerTable table = new CustomerTable(200, List.of(new NumericColumn("spend", values, false)));

        assertTrue(SegmentQuality.of(table, Preparations.plain(), 3).stability() < 0.9);
    }

    @Test
    void the_same_seed_gives_the_same_customers() {
        for (Design design : Design.values()) {
            MadeUpCustomers first = design.draw(3);
            MadeUpCustomers second = design.draw(3);
            assertArrayEquals(first.truth(), second.truth(), design.title());
            assertEquals(
                    SegmentQuality.agreement(first, Preparations.plain(), design.segments()),
                    SegmentQuality.agreement(second, Preparations.plain(), design.segments()),
                    design.title());
        }
    }

    @Test
    void a_column_of_numbers_alone_is_numeric(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("customers.csv");
        Files.writeString(file, "id,home,income,out\n1,rent,1.5,x\n2,,-2e3,y\n3,\"own, free\",,z\n");

        CustomerTable table = CustomerFile.read(file, Set.of("out"));

        assertEquals(3, table.columns().size());
        assertTrue(table.columns().get(0) instanceof NumericColumn ids && ids.integral());
        assertTrue(table.columns().get(1) instanceof CategoryColumn home
                && home.isMissing(1)
                && home.levels().equals(List.of("rent", "own, free")));
        assertTrue(table.columns().get(2) instanceof NumericColumn income
                && !income.integral()
                && income.values()[1] == -2000
                && income.isMissing(2));
    }
}
