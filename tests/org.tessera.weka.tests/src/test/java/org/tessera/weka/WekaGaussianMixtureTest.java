package org.tessera.weka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.Samples;
import org.tessera.engine.cluster.mixture.GaussianMixture;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions.Choice;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.run.RunContext;

class WekaGaussianMixtureTest {

    private static final RunContext RUN = RunContext.of(1);
    private static final GaussianMixtureOptions DIAGONAL = GaussianMixtureOptions.defaults()
            .withCovariance(Covariance.DIAGONAL)
            .withRestarts(2);

    private static MixtureModel mixture(Clustering clustering) {
        return (MixtureModel) clustering.model();
    }

    /** Three groups of 100 rows, far from each other. */
    private static Matrix groups() {
        double[] values = Samples.groups(300, 2, 1, 3).values().clone();
        for (int i = 0; i < 300; i++) {
            values[2 * i] += 15 * (i % 3);
        }
        return Matrix.wrap(300, 2, values);
    }

    @ParameterizedTest
    @EnumSource(Choice.class)
    void finds_groups_with_every_way_to_choose_their_number(Choice choice) {
        int asked = choice == Choice.FIXED ? 3 : 5;
        Clustering clustering = WekaClusterers.of(
                        Algorithms.GAUSSIAN_MIXTURE,
                        DIAGONAL.withComponents(asked).withChoice(choice),
                        true)
                .fit(groups(), RUN);
        assertArrayEquals(new int[] {100, 100, 100}, clustering.labels().sizes());
        assertEquals(3, mixture(clustering).segments());
    }

    @Test
    void likelihood_and_memberships_come_close_to_tessera_where_columns_are_continuous() {
        Clustering weka = WekaClusterers.of(Algorithms.GAUSSIAN_MIXTURE, DIAGONAL.withComponents(3), true)
                .fit(groups(), RUN);
        Clustering tessera = Algorithms.GAUSSIAN_MIXTURE
                .clusterer(DIAGONAL.withComponents(3))
                .fit(groups(), RUN);
        assertEquals(mixture(tessera).logLikelihood(), mixture(weka).logLikelihood(), 1e-3);
        assertEquals(tessera.labels(), weka.labels());
        Matrix memberships = GaussianMixture.memberships(mixture(weka), groups(), RUN);
        for (int i = 0; i < 300; i++) {
            assertTrue(memberships.at(i, weka.labels().at(i)) > 0.99);
        }
    }

    @Test
    void other_covariances_are_refused_with_a_remedy() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> WekaClusterers.of(
                        Algorithms.GAUSSIAN_MIXTURE,
                        GaussianMixtureOptions.defaults().withCovariance(Covariance.FULL),
                        true));
        assertTrue(e.getMessage().contains("choose diagonal, or set the implementation to Tessera"), e.getMessage());
    }

    @Test
    void credit_customers_with_0_and_1_columns_are_clustered_quietly() {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream heard = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setErr(heard);
        try {
            WekaClusterers.of(Algorithms.GAUSSIAN_MIXTURE, DIAGONAL.withComponents(6), true)
                    .fit(Rows.credit(), RUN);
            assertSame(heard, System.err);
        } finally {
            System.setErr(before);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void only_the_own_thread_is_quiet() throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            QuietErrors.during(() -> {
                System.err.println("own");
                Thread other = new Thread(() -> System.err.println("other"));
                other.start();
                other.join();
                return null;
            });
            System.err.println("after");
        } finally {
            System.setErr(before);
        }
        assertEquals(
                "other after", printed.toString(StandardCharsets.UTF_8).trim().replaceAll("\\s+", " "));
    }
}
