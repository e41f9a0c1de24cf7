package org.tessera.engine.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.cluster.WekaTwin;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.run.Estimate;

/** Every algorithm of the catalog is described completely; a failure says what to add. */
class AlgorithmsTest {

    private static final DataSize SIZE = new DataSize(10_000, 10, 1);

    static Stream<Algorithm<?>> algorithms() {
        return Algorithms.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void algorithms_are_described_completely(Algorithm<?> algorithm) {
        assertEquals(List.of(), missing(algorithm));
    }

    @Test
    void ids_and_titles_are_unique_and_every_constant_is_in_the_list() throws Exception {
        List<String> ids = Algorithms.ALL.stream().map(Algorithm::id).toList();
        List<String> titles = Algorithms.ALL.stream().map(Algorithm::title).toList();
        assertEquals(ids, ids.stream().distinct().toList(), "give each algorithm an id of its own");
        assertEquals(titles, titles.stream().distinct().toList(), "give each algorithm a title of its own");
        for (Field field : Algorithms.class.getFields()) {
            if (Algorithm.class.isAssignableFrom(field.getType())) {
                assertTrue(Algorithms.ALL.contains(field.get(null)), "add " + field.getName() + " to Algorithms.ALL");
            }
        }
    }

    /** What is missing in the description of an algorithm, each with an instruction. */
    private static <O extends Record> List<String> missing(Algorithm<O> algorithm) {
        String name = algorithm.getClass().getSimpleName();
        List<String> missing = new ArrayList<>();
        if (algorithm.id() == null || !algorithm.id().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            missing.add(name + ".id() is '" + algorithm.id() + "': return lower case words with hyphens, such as"
                    + " 'gaussian-mixture'; it is stored in models");
        }
        if (algorithm.title() == null || algorithm.title().isBlank()) {
            missing.add(name + ".title() is blank: return the name users see, such as 'Gaussian Mixture'");
        }
        Estimate estimate = algorithm.estimate(algorithm.defaults(), SIZE);
        if (!(estimate.seconds() > 0)
                || !(estimate.bytes() > 0)
                || estimate.work().isBlank()) {
            missing.add(name + ".estimate() is " + estimate + " for 10,000 rows with 10 features: return seconds and"
                    + " bytes above 0 by DataSize.estimate, fitted to measurements in EstimatesTest");
        }
        if (estimate.cheaper().isEmpty()) {
            missing.add(name + ".estimate() names nothing that takes less: add DataSize.SAMPLE_ROWS at least");
        }
        Clusterer clusterer = algorithm.clusterer(algorithm.defaults());
        if (clusterer.implementation() != Implementation.TESSERA) {
            missing.add(name + ".clusterer() is not Tessera's: return Implementation.TESSERA as implementation");
        }
        algorithm.weka().ifPresent(twin -> addMissing(twin, algorithm.defaults(), missing));
        return missing;
    }

    private static <O extends Record> void addMissing(WekaTwin<O> twin, O options, List<String> missing) {
        String name = twin.getClass().getSimpleName();
        if (twin.className() == null || twin.className().isBlank()) {
            missing.add(name + ".className() is blank: return the simple name of Weka's class");
        }
        WekaTwin.Demand demand = twin.demand(options, SIZE);
        if (!(demand.seconds() > 0) || !(demand.bytes() > 0)) {
            missing.add(name + ".demand() is " + demand + " for 10,000 rows with 10 features: return seconds and bytes"
                    + " above 0");
        }
    }

    @Test
    void an_incomplete_description_is_answered_with_instructions() {
        List<String> missing = missing(new Incomplete());
        assertEquals(4, missing.size(), missing::toString);
        assertTrue(missing.get(0).startsWith("Incomplete.id() is 'Spectral Clustering': return lower case words"));
        assertTrue(missing.get(1).startsWith("Incomplete.title() is blank: return the name users see"));
        assertTrue(missing.get(2).contains("return seconds and bytes above 0"));
        assertTrue(missing.get(3).contains("add DataSize.SAMPLE_ROWS"));
        for (String id : Arrays.asList(null, "", "K-Means", "k_means", "-k", "k-", "k--means")) {
            assertTrue(missing(new Incomplete(id)).get(0).startsWith("Incomplete.id()"), id);
        }
    }

    private record NoOptions() {}

    private static final class Incomplete implements Algorithm<NoOptions> {

        private final String id;

        Incomplete() {
            this("Spectral Clustering");
        }

        Incomplete(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String title() {
            return " ";
        }

        @Override
        public NoOptions defaults() {
            return new NoOptions();
        }

        @Override
        public Clusterer clusterer(NoOptions options) {
            return Algorithms.DBSCAN.clusterer(Algorithms.DBSCAN.defaults());
        }

        @Override
        public Estimate estimate(NoOptions options, DataSize size) {
            return size.estimate("Spectral clustering of", 0, 0, List.of());
        }

        @Override
        public Optional<WekaTwin<NoOptions>> weka() {
            return Optional.empty();
        }
    }
}
