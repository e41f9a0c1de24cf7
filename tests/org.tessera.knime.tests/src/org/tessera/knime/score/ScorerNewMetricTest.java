package org.tessera.knime.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.tessera.engine.catalog.Metrics;
import org.tessera.knime.kit.AddedMetric;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.EditedSettings;
import org.tessera.knime.kit.MetricTexts;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.kit.Snapshots;
import org.tessera.knime.kit.XieBeni;

/** What a metric that is added to the catalog does to the Scorer: it is offered, and nothing that was saved changes. */
class ScorerNewMetricTest {

    private static BufferedDataTable fourCustomers() {
        return Customers.table(
                new DataTableSpec(SmallTable.number("x"), SmallTable.text("Segment")),
                new Object[] {0.0, "A"},
                new Object[] {1.0, "A"},
                new Object[] {10.0, "B"},
                new Object[] {13.0, "B"});
    }

    private static List<StringChoice> choices() {
        return new ScorerParameters.MetricChoices().computeState(null);
    }

    @Test
    void it_is_offered_and_explained() {
        List<StringChoice> before = choices();
        try (AddedMetric added = new AddedMetric(XieBeni.METRIC)) {
            assertEquals(before.size() + 1, choices().size());
            assertEquals(XieBeni.CHOICE, choices().get(before.size()));
            String description = MetricTexts.complete(NodeTexts.text("scorer"), Metrics.all());
            assertTrue(
                    description.contains(
                            "<li><b>Xie-Beni index of a test</b>: Spread within segments against the distance of the"
                                    + " two nearest centroids. From 0, lower is better. No fixed scale: compare it only"
                                    + " between segmentations of the same customers by the same features.</li>"),
                    description);
            assertTrue(
                    description.contains("Xie and Beni, A validity measure for fuzzy clustering, 1991,"
                            + " <a href=\"https://doi.org/10.1109/34.85677\">doi:10.1109/34.85677</a>."),
                    description);
        }
        assertEquals(before, choices());
    }

    /** By hand: squared distances 0.25 twice and 2.25 twice, centroids 0.5 and 11.5. */
    @Test
    void it_is_computed_when_chosen() throws InvalidSettingsException {
        try (AddedMetric added = new AddedMetric(XieBeni.METRIC)) {
            NodeRun run = NodeRun.of(ScorerNodeFactory.class, model -> model.addStringArray("metrics", "test-xie-beni"))
                    .run(fourCustomers(), null);
            assertEquals(List.of("Xie-Beni index of a test"), NodeRun.texts(run.table(0), "Metric"));
            assertEquals(5 / 4.0 / 121, NodeRun.numbers(run.table(0), "Value")[0], 1e-15);
            assertEquals(List.of("lower"), NodeRun.texts(run.table(0), "Better when"));
            assertArrayEquals(new double[] {0}, NodeRun.numbers(run.table(0), "Lowest"));
            assertArrayEquals(new double[] {0}, NodeRun.numbers(run.table(0), "Best possible"));
            assertEquals(List.of("Euclidean"), NodeRun.texts(run.table(0), "Distance"));
            assertArrayEquals(new double[] {Double.NaN}, NodeRun.numbers(run.table(0), "Highest"));
            assertArrayEquals(
                    new double[] {0.25 / 121, 2.25 / 121},
                    NodeRun.numbers(run.table(1), "Xie-Beni index of a test"),
                    1e-15);
        }
    }

    @Test
    void saved_scorers_give_the_same_tables() throws InvalidSettingsException {
        List<String> before = tables(saved());
        List<String> beforeOlder = tables(saved().without("metrics"));
        List<String> beforeNew = tables(EditedSettings.defaults(new ScorerNodeFactory()));
        try (AddedMetric added = new AddedMetric(XieBeni.METRIC)) {
            assertEquals(before, tables(saved()));
            assertEquals(beforeOlder, tables(saved().without("metrics")), "saved before there was the option");
            assertEquals(beforeNew, tables(EditedSettings.defaults(new ScorerNodeFactory())), "a new node");
            assertFalse(before.toString().contains(XieBeni.CHOICE.text()));
        }
    }

    @Test
    void a_metric_that_is_gone_is_refused_with_those_there_are() {
        EditedSettings settings = saved().with("metrics/1", "test-xie-beni");
        InvalidSettingsException e =
                assertThrows(InvalidSettingsException.class, () -> settings.load(new ScorerNodeFactory()));
        assertEquals(
                "Option 'Metrics' holds 'test-xie-beni', but has to be one of "
                        + String.join(", ", MetricTexts.ids(Metrics.all())) + ".",
                e.getMessage());
    }

    private static EditedSettings saved() {
        return EditedSettings.saved(Snapshots.kept("Scorer.settings.xml"));
    }

    private static List<String> tables(EditedSettings settings) throws InvalidSettingsException {
        NodeRun run = settings.load(new ScorerNodeFactory()).run(fourCustomers(), null);
        return IntStream.range(0, 3)
                .mapToObj(i -> NodeRun.content(run.table(i)))
                .toList();
    }
}
