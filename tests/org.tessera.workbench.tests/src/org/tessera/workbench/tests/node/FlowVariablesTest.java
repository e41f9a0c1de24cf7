package org.tessera.workbench.tests.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType.BooleanType;
import org.tessera.workbench.kernel.VariableSettings;

/** Flow variables convert, hide each other and overwrite settings. */
class FlowVariablesTest {
    private final NodeSettings model = new NodeSettings("model");
    private final NodeSettings variables = new NodeSettings("variables");

    private void use(String variable, String... path) {
        variables.addString("version", "V_2019_09_13");
        NodeSettings node = variables.containsKey("tree")
                ? (NodeSettings) variables.getEntry("tree")
                : (NodeSettings) variables.addNodeSettings("tree");
        for (String key : path) {
            node = node.containsKey(key) ? (NodeSettings) node.getEntry(key) : (NodeSettings) node.addNodeSettings(key);
        }
        node.addString("used_variable", variable);
        node.addString("exposed_variable", null);
    }

    private List<FlowVariable> apply(FlowVariable... available) throws InvalidSettingsException {
        return VariableSettings.apply(
                model, variables, Stream.of(available).collect(Collectors.toMap(FlowVariable::getName, v -> v)));
    }

    @Test
    void a_nested_setting_takes_the_value_of_its_variable() throws InvalidSettingsException {
        model.addInt("k", 5);
        model.addNodeSettings("advanced").addDouble("tolerance", 1e-6);
        use("clusters", "k");
        use("tol", "advanced", "tolerance");
        apply(new FlowVariable("clusters", 7), new FlowVariable("tol", 0.5));
        assertEquals(7, model.getInt("k"));
        assertEquals(0.5, model.getNodeSettings("advanced").getDouble("tolerance"));
    }

    @Test
    void types_convert_where_knime_converts_them() throws InvalidSettingsException {
        model.addString("text", "");
        model.addLong("long", 0);
        model.addDouble("double", 0);
        model.addBoolean("flag", false);
        model.addStringArray("names", "a", "b");
        for (String key : List.copyOf(model.keySet())) {
            use(key.equals("flag") ? "flag" : key.equals("names") ? "name" : "n", key);
        }
        apply(new FlowVariable("n", 3), new FlowVariable("flag", "true"), new FlowVariable("name", "c"));
        assertEquals("3", model.getString("text"));
        assertEquals(3L, model.getLong("long"));
        assertEquals(3.0, model.getDouble("double"));
        assertEquals(true, model.getBoolean("flag"));
        assertEquals(List.of("c"), List.of(model.getStringArray("names")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "other|Errors overwriting node settings with flow variables: Unknown variable \"v\"",
                "v|Errors overwriting node settings with flow variables: Can't overwrite the config k [xint] -> 5 (xint)"
                        + " with flow variable 'v' of type 'STRING'."
            })
    void what_does_not_fit_is_named(String name, String message) {
        model.addInt("k", 5);
        use("v", "k");
        InvalidSettingsException e =
                assertThrows(InvalidSettingsException.class, () -> apply(new FlowVariable(name, "x")));
        assertEquals(message, e.getMessage());
    }

    @Test
    void a_variable_for_a_setting_that_does_not_exist_is_an_error() {
        use("v", "gone");
        assertThrows(InvalidSettingsException.class, () -> apply(new FlowVariable("v", 1)));
    }

    @Test
    void a_setting_is_exposed_as_a_variable() throws InvalidSettingsException {
        model.addBoolean("flag", true);
        use(null, "flag");
        variables.getNodeSettings("tree").getNodeSettings("flag").addString("exposed_variable", "out");
        assertEquals(List.of(new FlowVariable("out", BooleanType.INSTANCE, true)), apply());
    }

    @Test
    void variables_are_read_as_in_workflow_knime() throws Exception {
        NodeSettings settings = new NodeSettings("Var_0");
        settings.addString("name", "v");
        settings.addString("class", "INTEGER");
        settings.addInt("value", 3);
        assertEquals(new FlowVariable("v", 3), FlowVariable.load(settings));
        settings.addString("class", "PATH");
        InvalidSettingsException e = assertThrows(InvalidSettingsException.class, () -> FlowVariable.load(settings));
        assertEquals("No flow variable type for identifier/class 'PATH'", e.getMessage());
    }

    @Test
    void blank_names_and_those_of_knime_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new FlowVariable(" ", 1));
        assertThrows(IllegalArgumentException.class, () -> new FlowVariable("knime.workspace", "x"));
    }
}
