package org.tessera.engine.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * What segments do not depend on, for every clusterer of an implementation, on random rows, on rows made to be difficult and
 * on very few.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class ClustererInvariants {

    /** Clusterers of every kind. */
    protected abstract Stream<Clusterer> clusterers();

    /** Clusterers that make three segments of well separated groups. */
    protected abstract Stream<Clusterer> ofThree();

    /** Clusterers that are told the number of segments. */
    protected abstract Stream<Clusterer> ofSegments(int k);

    /** Those that give every different row its own segment when more segments are asked for. */
    protected Stream<Clusterer> ofDifferentRows(int k) {
        return ofSegments(k);
    }

    /** Three groups of 40, 30 and 20 rows in a square of side 1 around places far apart. */
    private static Matrix three(int d, long seed) {
        double[] values = new double[90 * d];
        Matrix noise = Samples.groups(90, d, 1, seed);
        for (int i = 0; i < 90; i++) {
            int group = i < 40 ? 0 : i < 70 ? 1 : 2;
            for (int j = 0; j < d; j++) {
                values[i * d + j] = 100.0 * group + Math.tanh(noise.at(i, j) - noise.at(0, j)) / 2;
            }
        }
        return Matrix.wrap(90, d, values);
    }

    private static Labels expected() {
        int[] labels = new int[90];
        Arrays.setAll(labels, i -> i < 40 ? 0 : i < 70 ? 1 : 2);
        return Labels.of(labels);
    }

    /** Rows that are difficult: equal, on a line, with constant columns, nearly equal, more columns than rows. */
    private static List<Matrix> difficult() {
        Matrix grid = Samples.grid(60, 2, 2, 3);
        double[] constant = new double[40 * 3];
        double[] line = new double[40 * 2];
        double[] close = new double[40 * 2];
        for (int i = 0; i < 40; i++) {
            constant[3 * i] = 7;
            constant[3 * i + 1] = i % 5;
            constant[3 * i + 2] = -0.1;
            line[2 * i] = i;
            line[2 * i + 1] = 2 * i;
            close[2 * i] = 1 + (i % 3) * 1e-15;
            close[2 * i + 1] = 1e8 + i % 2;
        }
        return List.of(
                grid,
                Matrix.wrap(40, 3, constant),
                Matrix.wrap(40, 2, line),
                Matrix.wrap(40, 2, close),
                Samples.groups(12, 20, 3, 4));
    }

    @ParameterizedTest
    @MethodSource("clusterers")
    void order_of_rows_and_number_of_threads_change_nothing_on_difficult_rows(Clusterer clusterer) {
        for (Matrix x : difficult()) {
            Clustering one = clusterer.fit(x, RunContext.of(3).withThreads(1));
            assertEquals(x.rows(), one.labels().size());
            for (int threads : new int[] {2, 8}) {
                Clustering more = clusterer.fit(x, RunContext.of(3).withThreads(threads));
                assertEquals(one.labels(), more.labels());
                assertEquals(Texts.of(one.model()), Texts.of(more.model()));
            }
            int[] permutation = Samples.permutation(x.rows(), 5);
            Labels permuted =
                    clusterer.fit(x.select(permutation), RunContext.of(3)).labels();
            assertEquals(one.labels(), Samples.unpermuted(permuted, permutation));
        }
    }

    @ParameterizedTest
    @MethodSource("ofThree")
    void groups_far_apart_are_found_wherever_they_are(Clusterer clusterer) {
        for (int seed = 1; seed <= 5; seed++) {
            Matrix x = three(1 + seed % 3, seed);
            assertEquals(expected(), clusterer.fit(x, RunContext.of(seed)).labels(), "seed " + seed);
            double[] moved = Arrays.stream(x.values()).map(v -> v + 1e8).toArray();
            Matrix there = Matrix.wrap(90, x.columns(), moved);
            assertEquals(expected(), clusterer.fit(there, RunContext.of(seed)).labels(), "moved, seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("ofThree")
    void z_scores_do_not_know_of_units_and_origins(Clusterer clusterer) {
        Matrix x = three(2, 8);
        Matrix first = zScores(x);
        Labels labels = clusterer.fit(first, RunContext.of(2)).labels();
        for (double scale : new double[] {4, 0.125, 0x1p300, 0x1p-300}) {
            double[] scaled =
                    Arrays.stream(x.values()).map(v -> (v + 256) * scale).toArray();
            Matrix z = zScores(Matrix.wrap(90, 2, scaled));
            assertEquals(labels, clusterer.fit(z, RunContext.of(2)).labels(), "scale " + scale);
        }
    }

    /** By the square of the largest difference, so that it holds at every scale. */
    private static Matrix zScores(Matrix x) {
        double[] z = x.values().clone();
        for (int j = 0; j < x.columns(); j++) {
            double mean = 0;
            double largest = 0;
            for (int i = 0; i < x.rows(); i++) {
                mean += x.at(i, j) / x.rows();
            }
            for (int i = 0; i < x.rows(); i++) {
                largest = Math.max(largest, Math.abs(x.at(i, j) - mean));
            }
            double square = 0;
            for (int i = 0; i < x.rows(); i++) {
                double part = (x.at(i, j) - mean) / largest;
                square += part * part / x.rows();
            }
            for (int i = 0; i < x.rows(); i++) {
                z[i * x.columns() + j] = (x.at(i, j) - mean) / largest / Math.sqrt(square);
            }
        }
        return Matrix.wrap(x.rows(), x.columns(), z);
    }

    @ParameterizedTest
    @MethodSource("clusterers")
    void equal_rows_are_in_one_segment(Clusterer clusterer) {
        for (long seed = 1; seed <= 4; seed++) {
            Matrix x = Samples.groups(60, 2, 3, seed);
            int[] twice = new int[120];
            Arrays.setAll(twice, i -> i % 60);
            Labels labels = clusterer.fit(x.select(twice), RunContext.of(seed)).labels();
            for (int i = 0; i < 60; i++) {
                assertEquals(labels.at(i), labels.at(i + 60), "row " + i + ", seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ofThree")
    void a_duplicate_joins_its_row_and_changes_no_other(Clusterer clusterer) {
        Matrix x = three(2, 6);
        for (int row : new int[] {0, 45, 80}) {
            int[] more = new int[91];
            Arrays.setAll(more, i -> i < 90 ? i : row);
            Labels labels = clusterer.fit(x.select(more), RunContext.of(1)).labels();
            assertEquals(expected(), Labels.of(Arrays.copyOf(labels.toArray(), 90)));
            assertEquals(labels.at(row), labels.at(90));
        }
    }

    /** Squares of such numbers leave the range of doubles: an answer has a label per row, a refusal says what to do. */
    @ParameterizedTest
    @MethodSource("clusterers")
    void extreme_scales_are_clustered_or_refused_with_a_remedy(Clusterer clusterer) {
        for (double scale : new double[] {1e-150, 1e150}) {
            double[] values = Arrays.stream(Samples.groups(40, 2, 3, 2).values())
                    .map(v -> v * scale / 8)
                    .toArray();
            try {
                Clustering clustering = clusterer.fit(Matrix.wrap(40, 2, values), RunContext.of(1));
                assertEquals(40, clustering.labels().size());
            } catch (SegmentationException e) {
                assertTrue(e.getMessage().contains(": "), e.getMessage());
            }
        }
    }

    @Test
    void one_segment_holds_all_rows() {
        for (int n : new int[] {1, 2, 50}) {
            Matrix x = Samples.groups(n, 2, 3, n);
            ofSegments(1)
                    .forEach(c -> assertEquals(
                            Labels.of(new int[n]), c.fit(x, RunContext.of(1)).labels(), c::toString));
        }
    }

    @Test
    void as_many_segments_as_rows_are_one_for_each() {
        for (int n : new int[] {1, 2, 3, 9}) {
            Matrix x = Samples.groups(n, 2, 1, n);
            ofSegments(n).forEach(c -> {
                Clustering clustering = c.fit(x, RunContext.of(1));
                assertEquals(n, clustering.labels().segments(), c::toString);
                assertEquals(n, clustering.model().segments(), c::toString);
                assertEquals(List.of(), clustering.warnings());
            });
        }
    }

    @Test
    void more_segments_than_rows_are_refused_with_the_numbers() {
        for (int n : new int[] {1, 2, 4}) {
            Matrix x = Samples.groups(n, 2, 2, 1);
            String rows = n == 1 ? "1 row" : n + " rows";
            ofSegments(5).forEach(c -> {
                SegmentationException e =
                        assertThrows(SegmentationException.class, () -> c.fit(x, RunContext.of(1)), c::toString);
                assertTrue(
                        e.getMessage().contains("= 5, but only " + rows + " can be clustered: lower '"),
                        e.getMessage());
            });
        }
    }

    @Test
    void more_segments_than_different_rows_are_a_warning() {
        Matrix x = Samples.column(1, 1, 1, 4, 4, 9, 9, 9, 9);
        ofDifferentRows(5).forEach(c -> {
            Clustering clustering = c.fit(x, RunContext.of(1));
            assertEquals(Labels.of(1, 1, 1, 2, 2, 0, 0, 0, 0), clustering.labels(), c::toString);
            assertTrue(
                    clustering.warnings().stream().anyMatch(w -> w.contains("= 5, but only 3 different rows")),
                    clustering.warnings().toString());
        });
    }

    @ParameterizedTest
    @MethodSource("clusterers")
    void no_row_and_no_column_are_refused_with_a_remedy(Clusterer clusterer) {
        RunContext run = RunContext.of(1);
        SegmentationException noRow =
                assertThrows(SegmentationException.class, () -> clusterer.fit(Matrix.wrap(0, 2, new double[0]), run));
        assertTrue(noRow.getMessage().contains("no row to cluster: check"), noRow.getMessage());
        SegmentationException noColumn =
                assertThrows(SegmentationException.class, () -> clusterer.fit(Matrix.wrap(9, 0, new double[0]), run));
        assertTrue(noColumn.getMessage().contains("9 rows, but no feature column"), noColumn.getMessage());
    }

    @ParameterizedTest
    @MethodSource("clusterers")
    void one_and_two_rows_get_a_label_each_or_a_reason(Clusterer clusterer) {
        for (int n : new int[] {1, 2}) {
            try {
                assertEquals(
                        n,
                        clusterer
                                .fit(Samples.groups(n, 2, 1, n), RunContext.of(1))
                                .labels()
                                .size());
            } catch (SegmentationException e) {
                assertTrue(e.getMessage().contains("can be clustered: lower '"), e.getMessage());
            }
        }
    }
}
