package org.tessera.workbench.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.tessera.workbench.kernel.NativeNode;
import org.tessera.workbench.ui.Json;
import org.tessera.workbench.ui.NodeViews;

/** What a node's view gets to show. */
final class NodeViewsTest {

    record Data(String title, long rows, double mean) {}

    static final class Factory extends DefaultNodeFactory {
        <D> Factory(final Function<ViewInput, D> data) {
            super(DefaultNode.create()
                    .name("Ages")
                    .icon("ages.png")
                    .shortDescription("Shows ages.")
                    .fullDescription("Shows ages.")
                    .sinceVersion(5, 8, 0)
                    .ports(ports -> ports.addInputTable("In", "Customers."))
                    .model(model -> model.withoutParameters()
                            .configure((in, out) -> {})
                            .execute((in, out) -> out.setInternalData(in.getInTable(0))))
                    .addView(view -> view.withoutParameters()
                            .description("A <i>chart</i> of ages.")
                            .page(page ->
                                    page.fromString(() -> "<html>ä</html>").relativePath("index.html"))
                            .initialData(start -> start.data(data))
                            .dataService(service -> service.handler(input -> new Answers()))));
        }
    }

    /** What a page can ask. */
    public static final class Answers {

        /**
         * @param text a text
         * @param times a number
         * @return the text as often
         */
        public String repeat(final String text, final int times) {
            return text.repeat(times);
        }
    }

    private static String asked(final String method, final String params) {
        final DefaultNodeFactory factory = new Factory(NodeViewsTest::data);
        final String request = "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"" + method + "\",\"params\":" + params + "}";
        return NodeViews.data(executed(factory), request).orElseThrow();
    }

    @Test
    void answers_the_page_by_the_methods_of_the_data_service() {
        assertEquals("{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":\"abab\"}", asked("repeat", "[\"ab\",2]"));
        assertTrue(asked("repeat", "[]").contains("\"code\":-32601"), asked("repeat", "[]"));
        assertTrue(asked("repeat", "[\"ab\",-1]").contains("\"code\":-32000"), asked("repeat", "[\"ab\",-1]"));
    }

    private static NativeNode executed(final DefaultNodeFactory factory) {
        return executed(Nodes.create(factory));
    }

    private static NativeNode executed(final NativeNode node) {
        node.configure(new PortObjectSpec[] {null, Nodes.SPEC});
        node.execute(new PortObject[] {null, Nodes.table(34, 51)}, new DefaultNodeProgressMonitor());
        return node;
    }

    private static Optional<String> initialData(final Function<ViewInput, ?> data) {
        final DefaultNodeFactory factory = new Factory(data);
        return NodeViews.initialData(executed(factory));
    }

    private static Data data(final ViewInput input) {
        return new Data("Ages", input.getInternalTables()[0].size(), Double.NaN);
    }

    @Test
    void gives_page_and_initial_data_of_an_executed_node() throws IOException {
        final DefaultNodeFactory factory = new Factory(NodeViewsTest::data);
        final NativeNode node = executed(factory);
        assertTrue(NodeViews.hasView(factory));
        assertEquals("<html>ä</html>", NodeViews.html(node));
        assertEquals(
                Optional.of("{\"result\":{\"title\":\"Ages\",\"rows\":2,\"mean\":\"NaN\"}}"),
                NodeViews.initialData(node));
    }

    @Test
    void a_reopened_node_shows_the_same_from_a_table_that_was_read_anew() throws InvalidSettingsException {
        final List<BufferedDataTable> seen = new ArrayList<>();
        final DefaultNodeFactory factory = new Factory(input -> {
            seen.add(input.getInternalTables()[0]);
            return data(input);
        });
        final NativeNode node = executed(Nodes.reopening(factory));
        assertEquals(NodeViews.initialData(executed(factory)), NodeViews.initialData(node));
        assertNotSame(seen.get(0), seen.get(1));
    }

    @Test
    void tells_the_page_why_there_are_no_data() {
        final String failed = initialData(input -> {
                    throw new IllegalStateException("too \"many\"");
                })
                .orElseThrow();
        assertTrue(failed.startsWith("{\"internalError\":{\"message\":"), failed);
        assertTrue(failed.contains("too \\\"many\\\""), failed);
        assertTrue(Json.isValid(failed));
        assertTrue(initialData(input -> LocalDate.EPOCH).orElseThrow().startsWith("{\"internalError\""));
    }

    @Test
    void has_no_view_where_none_is_declared() {
        assertFalse(NodeViews.hasView(new ZooNodeFactory()));
        final NativeNode zoo = Nodes.create(new ZooNodeFactory());
        assertThrows(IllegalArgumentException.class, () -> NodeViews.open(zoo));
    }

    /** The settings of a view. */
    @LoadDefaultsForAbsentFields
    public static final class ViewParameters implements NodeParameters {
        @Widget(title = "Title", description = "The title of the view.")
        String m_title = "Ages";

        @Override
        public void validate() throws InvalidSettingsException {
            if (m_title.isBlank()) {
                throw new InvalidSettingsException("Give a title.");
            }
        }
    }

    static final class TitledFactory extends DefaultNodeFactory {
        TitledFactory() {
            super(DefaultNode.create()
                    .name("Titled")
                    .icon("ages.png")
                    .shortDescription("Shows ages.")
                    .fullDescription("Shows ages.")
                    .sinceVersion(5, 8, 0)
                    .ports(ports -> ports.addInputTable("In", "Customers."))
                    .model(model -> model.withoutParameters()
                            .configure((in, out) -> {})
                            .execute((in, out) -> out.setInternalData(in.getInTable(0))))
                    .addView(view -> view.parametersClass(ViewParameters.class)
                            .description("Ages.")
                            .page(page -> page.fromString(() -> "").relativePath("index.html"))
                            .initialData(start -> start.data(NodeViewsTest::title))));
        }
    }

    private static String title(final ViewInput input) {
        final ViewParameters parameters = input.getParameters();
        return parameters.m_title;
    }

    private static NodeSettings titled(final String title) {
        final NodeSettings settings = new NodeSettings("settings.xml");
        settings.addNodeSettings("view").addString("title", title);
        return settings;
    }

    @Test
    void a_view_shows_with_the_settings_stored_beside_those_of_the_model() throws InvalidSettingsException {
        final NativeNode fresh = executed(Nodes.create(new TitledFactory()));
        assertEquals(Optional.of("{\"result\":\"Ages\"}"), NodeViews.initialData(fresh));
        final NativeNode titled = executed(Nodes.create(new TitledFactory(), titled("Old and young")));
        assertEquals(Optional.of("{\"result\":\"Old and young\"}"), NodeViews.initialData(titled));
        final NodeSettings saved = new NodeSettings("settings.xml");
        titled.saveSettings(saved);
        assertEquals("Old and young", saved.getNodeSettings("view").getString("title"));
    }

    @Test
    void settings_of_a_view_that_it_does_not_accept_are_refused() {
        assertEquals(
                "Give a title.",
                assertThrows(InvalidSettingsException.class, () -> Nodes.create(new TitledFactory(), titled(" ")))
                        .getMessage());
    }

    @Test
    void flow_variables_replace_settings_of_a_view() throws InvalidSettingsException {
        final NodeSettings settings = titled("Stored");
        settings.addNodeSettings("view_variables")
                .addNodeSettings("tree")
                .addNodeSettings("title")
                .addString("used_variable", "heading");
        final NativeNode node = Nodes.create(new TitledFactory(), settings);
        node.setInVariables(List.of(new FlowVariable("heading", "By variable")));
        assertEquals(Optional.of("{\"result\":\"By variable\"}"), NodeViews.initialData(executed(node)));
        final NodeSettings saved = new NodeSettings("settings.xml");
        node.saveSettings(saved);
        assertEquals("Stored", saved.getNodeSettings("view").getString("title"));
    }

    @Test
    void writes_json_as_knime_does() {
        assertEquals(
                "{\"a\":[1,2.5,\"Infinity\",null],\"b\":\"\\u0001\\n\\\\\",\"c\":true,\"d\":\"WARD\"}",
                Json.write(orderedMap(
                        "a",
                        new Object[] {1, 2.5, Double.POSITIVE_INFINITY, Optional.empty()},
                        "b",
                        "\u0001\n\\",
                        "c",
                        true,
                        "d",
                        ZooNodeFactory.Linkage.WARD)));
        assertEquals("\"AQI=\"", Json.write(new byte[] {1, 2}));
        assertEquals("{\"WARD\":1}", Json.write(Map.of(ZooNodeFactory.Linkage.WARD, 1)));
        assertEquals("[[1.0,2.0],[]]", Json.write(List.of(new double[] {1, 2}, List.of())));
    }

    private static Map<String, Object> orderedMap(final Object... entries) {
        final Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }

    @Test
    void knows_json() {
        for (final String good : List.of("{}", "[1, -2.5e3, \"a\\u00e4\", {\"b\": null}]", " true ", "0")) {
            assertTrue(Json.isValid(good), good);
        }
        for (final String bad : List.of("", "{", "[1,]", "01", "{a:1}", "\"\\x\"", "nul", "1 2", "NaN", "\"a")) {
            assertFalse(Json.isValid(bad), bad);
        }
    }
}
