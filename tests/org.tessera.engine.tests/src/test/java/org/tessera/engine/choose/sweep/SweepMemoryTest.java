package org.tessera.engine.choose.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.Budget;
import org.tessera.engine.run.RunContext;

@Isolated("sets the memory that computations may use")
class SweepMemoryTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final SweepOptions OPTIONS = SweepOptions.defaults()
            .withStability(false)
            .withAlgorithms(Algorithms.K_MEANS.id())
            .withSampleRows(500);

    @Test
    void winner_is_extended_to_all_rows_where_the_memory_is_short() {
        Matrix x = Samples.groups(1_500, 4, 3, 5);
        List<String> names = IntStream.range(0, 4).mapToObj(j -> "x" + j).toList();
        SweepData data = new SweepData(x, FeatureColumns.numbers(names), List.of());
        Sweep sweep = Sweep.of(data, OPTIONS, RUN);
        System.setProperty(Budget.MEMORY_PROPERTY, "0");
        try {
            SweepResult result = sweep.run(() -> false, RUN);
            assertEquals(1_500, result.clustering().labels().size());
            assertEquals(
                    "The search looked at a sample of 500 of 1,500 customers; its segments were extended to all, because"
                            + " fitting K-Means, k = 3 to all would need more memory than is free: give Java more memory"
                            + " (-Xmx) to fit it.",
                    result.notes().get(0));
        } finally {
            System.clearProperty(Budget.MEMORY_PROPERTY);
        }
    }
}
