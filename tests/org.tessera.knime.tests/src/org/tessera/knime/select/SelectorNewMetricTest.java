package org.tessera.knime.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.tessera.engine.catalog.Metrics;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.AddedMetric;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.EditedSettings;
import org.tessera.knime.kit.MetricTexts;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.Snapshots;
import org.tessera.knime.kit.XieBeni;

/** What a metric that is added to the catalog does to the Selector: it is offered, and nothing that was saved changes. */
class SelectorNewMetricTest {

    private static PortObject kMeans(BufferedDataTable table, int k) throws InvalidSettingsException {
        return NodeRun.of(KMeansNodeFactory.class, model -> model.addInt("numberOfSegments", k))
                .run(table, null)
                .object(1);
    }

    private static NodeRun run(NodeRun node) throws InvalidSettingsException {
        BufferedDataTable table = Customers.twoGroups();
        return node.run(table, kMeans(table, 3), kMeans(table, 2));
    }

    private static List<StringChoice> choices() {
        return new SelectorParameters.MetricChoices().computeState(null);
    }

    @Test
    void it_is_offered_and_explained() {
        List<StringChoice> before = choices();
        try (AddedMetric added = new AddedMetric(XieBeni.METRIC)) {
            assertEquals(before.size() + 1, choices().size());
            assertEquals(XieBeni.CHOICE, choices().get(before.size()));
            String description = MetricTexts.complete(NodeTexts.text("selector"), Metrics.forSelection());
            assertTrue(description.contains("<li><b>Xie-Beni index of a test</b>: Spread within"), description);
        }
        assertEquals(before, choices());
    }

    @Test
    void it_can_decide_and_then_has_a_column_and_a_reason() throws InvalidSettingsException {
        try (AddedMetric added = new AddedMetric(XieBeni.METRIC)) {
            BufferedDataTable leaderboard = run(NodeRun.of(
                            SelectorNodeFactory.class, model -> model.addString("metric", "test-xie-beni")))
                    .table(2);
            double[] values = NodeRun.numbers(leaderboard, "Xie-Beni index of a test (without noise)");
            assertTrue(values[0] < values[1]);
            assertEquals(List.of("K-Means, k = 2", "K-Means, k = 3"), NodeRun.texts(leaderboard, "Segmentation"));
            String reason = NodeRun.texts(leaderboard, "Reason").get(0);
            assertTrue(reason.startsWith("Chosen: lowest Xie-Beni index of a test "), reason);
            assertEquals(
                    11,
                    leaderboard.getDataTableSpec().findColumnIndex("Xie-Beni index of a test (without noise)"),
                    "behind those of the setting");
        }
    }

    @Test
    void it_can_be_in_the_leaderboard_without_deciding() throws InvalidSettingsException {
        try (AddedMetric added = new AddedMetric(XieBeni.METRIC)) {
            BufferedDataTable leaderboard = run(NodeRun.of(
                            SelectorNodeFactory.class,
                            model -> model.addStringArray("leaderboardMetrics", "test-xie-beni", "silhouette")))
                    .table(2);
            assertEquals(8, leaderboard.getDataTableSpec().findColumnIndex("Xie-Beni index of a test (without noise)"));
            assertEquals(9, leaderboard.getDataTableSpec().findColumnIndex("Silhouette (noise as 0)"));
            assertEquals(-1, leaderboard.getDataTableSpec().findColumnIndex("Davies-Bouldin index (without noise)"));
        }
    }

    @Test
    void saved_selectors_give_the_same_tables() throws InvalidSettingsException {
        List<String> before = tables(saved());
        List<String> beforeOlder = tables(saved().without("leaderboardMetrics"));
        List<String> beforeDunn = tables(saved().with("metric", "dunn"));
        try (AddedMetric added = new AddedMetric(XieBeni.METRIC)) {
            assertEquals(before, tables(saved()));
            assertEquals(
                    beforeOlder, tables(saved().without("leaderboardMetrics")), "saved before there was the option");
            assertEquals(beforeDunn, tables(saved().with("metric", "dunn")), "another metric decides");
            assertEquals(before, tables(EditedSettings.defaults(new SelectorNodeFactory())), "a new node");
            assertFalse(before.toString().contains(XieBeni.CHOICE.text()));
        }
    }

    @Test
    void a_metric_that_is_gone_is_refused_with_those_there_are() {
        String known = ", but has to be one of " + String.join(", ", MetricTexts.ids(Metrics.forSelection())) + ".";
        assertRefused("Option 'Metric' is 'test-xie-beni'" + known, saved().with("metric", "test-xie-beni"));
        assertRefused(
                "Option 'Metrics in the leaderboard' holds 'test-xie-beni'" + known,
                saved().with("leaderboardMetrics/0", "test-xie-beni"));
    }

    private static void assertRefused(String message, EditedSettings settings) {
        assertEquals(
                message,
                assertThrows(InvalidSettingsException.class, () -> settings.load(new SelectorNodeFactory()))
                        .getMessage());
    }

    private static EditedSettings saved() {
        return EditedSettings.saved(Snapshots.kept("Selector.settings.xml"));
    }

    private static List<String> tables(EditedSettings settings) throws InvalidSettingsException {
        NodeRun run = run(settings.load(new SelectorNodeFactory()));
        return List.of(NodeRun.content(run.table(0)), NodeRun.content(run.table(2)));
    }
}
