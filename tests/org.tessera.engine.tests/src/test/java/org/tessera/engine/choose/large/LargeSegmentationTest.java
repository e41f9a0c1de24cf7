package org.tessera.engine.choose.large;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.drift.Baselines;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.choose.sweep.Sweep;
import org.tessera.engine.choose.sweep.SweepData;
import org.tessera.engine.choose.sweep.SweepOptions;
import org.tessera.engine.choose.sweep.SweepResult;
import org.tessera.engine.choose.verdict.Verdict;
import org.tessera.engine.choose.verdict.VerdictOptions;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.metric.CalinskiHarabasz;
import org.tessera.engine.metric.DaviesBouldin;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.metric.WithinSumOfSquares;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.model.TrainingRows;
import org.tessera.engine.pass.Customers;
import org.tessera.engine.pass.CustomersInMemory;
import org.tessera.engine.pass.PlantedCustomers;
import org.tessera.engine.pass.RowSample;
import org.tessera.engine.pass.TravelingCustomers;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.prep.numbers.ColumnStatistics;
import org.tessera.engine.run.RunCanceledException;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;
import org.tessera.engine.store.ModelStore;

class LargeSegmentationTest {

    private static final RunContext RUN = RunContext.of(1).withThreads(2);
    private static final int ROWS = 4000;
    private static final LargeOptions SAMPLED = LargeOptions.defaults().withSampleRows(800).withNullSamples(39);

    private static SweepOptions sweep(String... algorithms) {
        SweepOptions options = SweepOptions.defaults().withSegments(3, 5).withAlgorithms(algorithms);
        return new SweepOptions(
                options.algorithms(), 3, 5, 120, 0, false, SweepOptions.MIN_SAMPLE_ROWS, false, options.selection());
    }

    private static LargeResult segment(Customers customers, LargeOptions options, String... algorithms) {
        return LargeSegmentation.of(customers, PreparationOptions.defaults(), sweep(algorithms), options, RUN);
    }

    private static CustomersInMemory inMemory(CustomerTable table, int parts) {
        return CustomersInMemory.of(table, PlantedCustomers.ids(table.rows()), parts);
    }

    private static byte[] file(SegmentationModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ModelStore.write(model, zip, RUN);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"k-means", "gaussian-mixture", "hierarchical", "dbscan"})
    void same_file_for_any_parts_and_order(String algorithm) throws IOException {
        CustomerTable table = PlantedCustomers.table(ROWS, 3);
        LargeResult one = segment(inMemory(table, 1), SAMPLED, algorithm);
        byte[] file = file(one.model());
        for (int parts : new int[] {2, 16}) {
            assertArrayEquals(file, file(segment(inMemory(table, parts), SAMPLED, algorithm).model()));
        }
        LargeResult shuffled = segment(
                new TravelingCustomers(table, PlantedCustomers.ids(ROWS), 5, 9), SAMPLED, algorithm);
        assertArrayEquals(file, file(shuffled.model()));
        assertEquals(one.figures().daviesBouldin(), shuffled.figures().daviesBouldin());
        assertEquals(one.figures().segments().get(0).moments(), shuffled.figures().segments().get(0).moments());
        System.out.println(algorithm+" "+one.passes()+" "+one.figures().inertia()+" "+one.figures().silhouette()+" +- "+one.figures().silhouetteError()+" "+one.figures().segments().size()+one.model().provenance()+one.rankErrors()+ one.notes());
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            assertEquals(one.model().labels(), ModelStore.readModel(zip, RUN).labels());
        }
    }
}
