package org.tessera.engine.cluster.hierarchical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.model.MergeTree;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/** The kernels of all linkages compared with {@link LinkageReplay}, on rows that are difficult for one of them. */
class LinkageKernelsTest {

    private static final RunContext RUN = RunContext.of(1);

    private static final List<Distance> BOTH = List.of(Distance.EUCLIDEAN, Distance.MANHATTAN);

    private static MergeTree tree(Matrix x, Linkage linkage, Distance distance, RunContext run) {
        HierarchicalOptions options = HierarchicalOptions.defaults()
                .withLinkage(linkage)
                .withDistance(distance)
                .withSegments(1);
        return ((TreeModel) new Hierarchical(options).fit(x, run).model()).tree();
    }

    private static Map<String, Matrix> samples() {
        Map<String, Matrix> samples = new LinkedHashMap<>();
        samples.put("one row", Samples.column(3));
        samples.put("two rows", Samples.column(3, 1));
        samples.put("groups", Samples.groups(150, 3, 4, 1));
        samples.put("more features than the loops take at once", Samples.groups(90, 11, 3, 2));
        samples.put("duplicates and ties", Samples.grid(150, 2, 5, 3));
        samples.put("ties without duplicates", lattice());
        samples.put("nothing but one row", Samples.grid(100, 2, 1, 4));
        samples.put("a chain in which one merge waits for another", powers());
        samples.put("a hub that all others are nearest to", star());
        samples.put("numbers at the limit", Samples.column(1e150, -1e150, 9e149, 2, 3));
        return samples;
    }

    /** All points of a lattice: each has up to six nearest ones. */
    private static Matrix lattice() {
        double[] values = new double[3 * 125];
        Arrays.setAll(values, at -> at / 3 / (int) Math.pow(5, at % 3) % 5);
        return Matrix.wrap(125, 3, values);
    }

    /** Each row is nearest to the one before it, so that a round merges two. */
    private static Matrix powers() {
        double[] values = new double[110];
        Arrays.setAll(values, i -> Math.pow(1.7, i));
        return Samples.column(values);
    }

    /** Spokes of equal length around a group that shrinks to its middle merge by merge. */
    private static Matrix star() {
        RandomStream random = RandomStream.of(6, 0);
        double[] values = new double[2 * 120];
        for (int i = 0; i < 120; i++) {
            double angle = 2 * Math.PI * random.nextDouble();
            double radius = i < 60 ? Math.pow(0.8, i) : 20;
            values[2 * i] = radius * Math.cos(angle);
            values[2 * i + 1] = radius * Math.sin(angle);
        }
        return Matrix.wrap(120, 2, values);
    }

    static Stream<Arguments> samplesAndLinkages() {
        return samples().entrySet().stream()
                .flatMap(sample -> Arrays.stream(Linkage.values())
                        .map(linkage -> Arguments.of(sample.getKey(), linkage, sample.getValue())));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("samplesAndLinkages")
    void every_merge_is_one_of_the_closest_two(String name, Linkage linkage, Matrix x) {
        for (Distance distance : linkage.needsEuclidean() ? List.of(Distance.EUCLIDEAN) : BOTH) {
            LinkageReplay.check(x, linkage, distance, tree(x, linkage, distance, RUN));
        }
    }

    /** Rows that are equal in single precision, by which pairs are filtered before exact distances are computed. */
    @ParameterizedTest
    @EnumSource(
            value = Linkage.class,
            names = {"AVERAGE", "COMPLETE", "SINGLE"})
    void offsets_and_outliers_cost_distances_no_digits(Linkage linkage) {
        Matrix near = Samples.groups(120, 2, 3, 5);
        double[] far = Arrays.stream(near.values()).map(value -> value + 1e8).toArray();
        double[] outlier = near.values().clone();
        outlier[7] = 1e9;
        for (double[] values : List.of(far, outlier)) {
            Matrix x = Matrix.wrap(120, 2, values);
            for (Distance distance : BOTH) {
                LinkageReplay.check(x, linkage, distance, tree(x, linkage, distance, RUN));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void many_tiles_and_blocks_give_the_tree_of_the_textbook(Linkage linkage) {
        for (Matrix x : List.of(Samples.groups(700, 3, 5, 7), Samples.grid(900, 3, 8, 8))) {
            LinkageReplay.check(x, linkage, Distance.EUCLIDEAN, tree(x, linkage, Distance.EUCLIDEAN, RUN));
        }
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void threads_change_no_bit(Linkage linkage) {
        for (Matrix x : List.of(Samples.groups(2000, 5, 5, 9), Samples.grid(2000, 4, 6, 10))) {
            MergeTree one = tree(x, linkage, Distance.EUCLIDEAN, RUN.withThreads(1));
            for (int threads : new int[] {2, 8}) {
                MergeTree more = tree(x, linkage, Distance.EUCLIDEAN, RUN.withThreads(threads));
                assertArrayEquals(one.left(), more.left());
                assertArrayEquals(one.right(), more.right());
                assertArrayEquals(one.heights(), more.heights());
            }
            assertEquals(x.rows() - 1, one.heights().length);
        }
    }
}
