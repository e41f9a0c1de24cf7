package org.tessera.knime.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.image.ImagePortObject;
import org.tessera.charts.ChartType;
import org.tessera.knime.cluster.DbscanNodeFactory;
import org.tessera.knime.cluster.HierarchicalNodeFactory;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;
import org.tessera.workbench.ui.NodeViews;

class SegmentViewNodeTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private static NodeRun clustered() throws InvalidSettingsException {
        return NodeRun.of(KMeansNodeFactory.class, model -> model.addInt("numberOfSegments", 2))
                .run(Customers.twoGroups(), null);
    }

    private static NodeRun run(String... charts) throws InvalidSettingsException {
        NodeRun clustered = clustered();
        return NodeRun.of(SegmentViewNodeFactory.class, model -> {
                    model.addStringArray("charts", charts);
                    model.addInt("width", 400);
                    model.addInt("height", 300);
                })
                .run(clustered.table(0), clustered.object(1));
    }

    /** The bytes of the image and its size in pixels. */
    private record Image(byte[] bytes, int width, int height) {}

    private static Image image(NodeRun run) {
        ImagePortObject image = (ImagePortObject) run.object(0);
        PNGImageContent content = ((PNGImageValue) image.toDataCell()).getImageContent();
        byte[] bytes = content.getByteArray();
        assertArrayEquals(PNG, Arrays.copyOf(bytes, 4));
        return new Image(bytes, bytes[18] << 8 & 0xFF00 | bytes[19] & 0xFF, bytes[22] << 8 & 0xFF00 | bytes[23] & 0xFF);
    }

    static Stream<String> charts() {
        return SegmentCharts.CHOICES.stream().map(ChartType::id);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void each_chart_is_a_png_of_twice_the_pixels(String chart) throws InvalidSettingsException {
        Image image = image(run(chart));
        assertEquals(800, image.width());
        assertEquals(600, image.height());
    }

    @Test
    void several_charts_are_one_image_in_the_order_of_their_choice() throws InvalidSettingsException {
        Image page = image(run("segment-sizes", "pca-scatter", "loadings"));
        assertEquals(1600, page.width());
        assertEquals(1200, page.height());
        assertFalse(Arrays.equals(
                page.bytes(),
                image(run("pca-scatter", "segment-sizes", "loadings")).bytes()));
    }

    @ParameterizedTest
    @CsvSource({
        "dendrogram, Dendrogram, which merges nothing: take a model of Hierarchical Segmentation.",
        "k-distance, K-distance, which has no radius: take a model of DBSCAN Segmentation."
    })
    void chart_that_the_model_cannot_give_says_what_to_do(String id, String title, String reason)
            throws InvalidSettingsException {
        String message = run(id).message();
        assertTrue(message.startsWith("The chart '" + title + "' is empty. The segments are of K-Means"), message);
        assertTrue(message.contains(reason), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dendrogram", "k-distance"})
    void models_of_hierarchical_clustering_and_dbscan_have_their_charts(String id) throws InvalidSettingsException {
        NodeRun segments = "dendrogram".equals(id)
                ? NodeRun.of(new HierarchicalNodeFactory()).run(Customers.twoGroups(), null)
                : NodeRun.of(new DbscanNodeFactory()).run(Customers.twoGroups(), null);
        NodeRun view = NodeRun.of(SegmentViewNodeFactory.class, model -> model.addStringArray("charts", id))
                .run(segments.table(0), segments.object(1));
        assertFalse(view.message().contains("is empty"), view.message());
    }

    private static String column(NodeRun run, int index) {
        String request = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"column\",\"params\":[" + index + "]}";
        return NodeViews.data(run.node(), request).orElseThrow();
    }

    @Test
    void view_answers_for_each_column_and_for_no_other() throws InvalidSettingsException {
        NodeRun run = run("histograms");
        assertTrue(
                column(run, 0).startsWith("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":\"{\\\"column\\\":"),
                column(run, 0));
        assertEquals("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":\"\"}", column(run, 99));
    }

    @Test
    void view_has_no_data_before_the_execution() throws InvalidSettingsException {
        try (var node = NodeRun.of(new SegmentViewNodeFactory()).node()) {
            assertEquals(
                    "{\"result\":{\"summary\":\"\",\"distributions\":[],\"settings\":{\"title\":\"\",\"cards\":true,"
                            + "\"parts\":[],\"columns\":{\"selected\":null},\"hiddenSegments\":[],\"horizontal\":1,"
                            + "\"vertical\":2}}}",
                    NodeViews.initialData(node).orElseThrow());
        }
    }

    @Test
    void view_gets_its_summary_also_after_the_workflow_was_reopened() throws Exception {
        NodeRun run = run("histograms");
        run.node().reopen();
        String data = NodeViews.initialData(run.node()).orElseThrow();
        String start = "{\"result\":{\"summary\":\"{\\\"version\\\":3,\\\"verdict\\\":\\\"\\\",";
        assertTrue(data.startsWith(start), data.substring(0, 200));
        assertTrue(data.contains("\\\"name\\\":\\\"Segment 2\\\""), data);
        assertTrue(data.contains("\"distributions\":[\"{\\\"column\\\":"), data);
        assertTrue(NodeViews.html(run.node()).contains("<title>Segments</title>"));
    }

    /** U+F4F3 is for private use: no font of a usual machine has it. */
    private static NodeRun named(String column, String category) throws InvalidSettingsException {
        DataTableSpec spec = new DataTableSpec(SmallTable.number("x"), SmallTable.text(column));
        Object[][] rows = new Object[10][];
        Arrays.setAll(rows, i -> new Object[] {i < 6 ? i * 0.1 : 10.0 + i * 0.1, i < 6 ? category : "other"});
        NodeRun clustered = NodeRun.of(KMeansNodeFactory.class, model -> model.addInt("numberOfSegments", 2))
                .run(Customers.table(spec, rows), null);
        return NodeRun.of(
                        SegmentViewNodeFactory.class, model -> model.addStringArray("charts", "histograms", "loadings"))
                .run(clustered.table(0), clustered.object(1));
    }

    @Test
    void a_script_without_a_font_is_named_once_with_a_remedy() throws InvalidSettingsException {
        String warning = named("Home\uF4F3", "\uF4F3 \uF4F4").message();
        assertEquals(
                "The charts show empty boxes for '\uF4F3', '\uF4F4': no font on this machine has them. Install a font with"
                        + " these symbols, e.g. Noto Sans Symbols or Noto Emoji, and restart KNIME.",
                warning);
        assertEquals("", named("Größe", "Ελλάδα").message());
    }

    @Test
    void silhouettes_are_those_of_the_model_s_distance() throws Exception {
        NodeRun clustered = NodeRun.of(KMeansNodeFactory.class, model -> {
                    model.addInt("numberOfSegments", 2);
                    model.addString("distance", "MANHATTAN");
                })
                .run(Customers.twoGroups(), null);
        NodeRun run = NodeRun.of(new SegmentViewNodeFactory()).run(clustered.table(0), clustered.object(1));
        String data = NodeViews.initialData(run.node()).orElseThrow();
        assertTrue(
                data.matches("(?s).*distance\\W+Manhattan\\W+overall\\W+0\\.988.*"),
                "scikit-learn 1.2.1: 0.98818..., but: " + data);
    }

    @Test
    void page_is_the_same_before_execution() throws InvalidSettingsException, IOException {
        try (var node = NodeRun.of(new SegmentViewNodeFactory()).node()) {
            assertTrue(NodeViews.html(node).startsWith("<!DOCTYPE html>"));
        }
    }

    @Test
    void sizes_and_charts_out_of_bounds_are_refused_by_name() {
        InvalidSettingsException width = assertThrows(
                InvalidSettingsException.class,
                () -> NodeRun.of(SegmentViewNodeFactory.class, model -> model.addInt("width", 10)));
        assertEquals("Option 'Width' is 10, but has to be from 200 to 5,000.", width.getMessage());
        InvalidSettingsException chart = assertThrows(
                InvalidSettingsException.class,
                () -> NodeRun.of(
                        SegmentViewNodeFactory.class, model -> model.addStringArray("charts", "pca-scatter", "pie")));
        assertTrue(
                chart.getMessage()
                        .startsWith(
                                "Option 'Charts at the image output' holds 'pie', but has to be one of pca-scatter"),
                chart.getMessage());
        InvalidSettingsException none = assertThrows(
                InvalidSettingsException.class,
                () -> NodeRun.of(SegmentViewNodeFactory.class, model -> model.addStringArray("charts")));
        assertTrue(
                none.getMessage().startsWith("Option 'Charts at the image output' is empty: select"),
                none.getMessage());
        InvalidSettingsException large = assertThrows(
                InvalidSettingsException.class,
                () -> NodeRun.of(SegmentViewNodeFactory.class, model -> {
                    model.addStringArray(
                            "charts", "pca-scatter", "loadings", "histograms", "silhouette-plot", "dendrogram");
                    model.addInt("chartsSideBySide", 1);
                    model.addInt("height", 5000);
                }));
        assertEquals(
                "5 charts of 900 x 5,000, 1 side by side, are more than 20,000 wide or high: lower 'Width' or 'Height',"
                        + " or choose fewer charts.",
                large.getMessage());
    }
}
