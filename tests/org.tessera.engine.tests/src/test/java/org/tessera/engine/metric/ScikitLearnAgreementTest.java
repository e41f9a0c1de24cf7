package org.tessera.engine.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.reference.CreditReference;
import org.tessera.engine.run.RunContext;

/** Every metric on every run of the credit reference equals scikit-learn 1.2.1 (Dunn: scipy 1.10) to 1e-9 relative. */
@Tag("slow")
class ScikitLearnAgreementTest {

    private static final double RELATIVE = 1e-9;
    private static final RunContext RUN = RunContext.of(1);

    private static Matrix features;
    private static Map<String, Double> dunn;

    @BeforeAll
    static void read() {
        dunn = CreditReference.dunn();
        features = CreditReference.features();
    }

    static Stream<CreditReference.Run> runs() {
        return CreditReference.runs().stream();
    }

    @Test
    void the_reference_has_52_runs() {
        List<CreditReference.Run> runs = CreditReference.runs();
        assertEquals(52, runs.size());
        assertEquals(
                49, runs.stream().filter(r -> !r.name().startsWith("dbscan")).count());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void equals_scikit_learn(CreditReference.Run run) {
        Labels labels = CreditReference.labels(run.name());
        near(
                run.silhouette(),
                Silhouette.of(features, labels, NoisePolicy.LEAVE_OUT, RUN).overall());
        near(
                run.daviesBouldin(),
                DaviesBouldin.of(features, labels, NoisePolicy.LEAVE_OUT, RUN).overall());
        near(
                run.calinskiHarabasz(),
                CalinskiHarabasz.of(features, labels, NoisePolicy.LEAVE_OUT, RUN)
                        .overall());
        near(
                dunn.get(run.name()),
                Dunn.of(features, labels, NoisePolicy.LEAVE_OUT, RUN).overall());
        if (!Double.isNaN(run.inertia())) {
            near(
                    run.inertia(),
                    WithinSumOfSquares.of(features, labels, NoisePolicy.LEAVE_OUT, RUN)
                            .overall());
        }
    }

    private static void near(double expected, double actual) {
        assertEquals(expected, actual, RELATIVE * Math.abs(expected));
    }
}
