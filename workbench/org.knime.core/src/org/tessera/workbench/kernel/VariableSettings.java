package org.tessera.workbench.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.config.base.ConfigBaseRO;
import org.knime.core.node.config.base.ConfigEntries;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType.BooleanType;
import org.knime.core.node.workflow.VariableType.LongType;

/**
 * Settings controlled by flow variables: the block {@code variables} beside {@code model} names, in a tree of the same
 * shape, the variable a setting takes its value from and the one it is exposed as. KNIME ignores variables for settings
 * that do not exist; here they are an error.
 */
public final class VariableSettings {
    private static final String TREE = "tree";
    private static final String USED = "used_variable";
    private static final String EXPOSED = "exposed_variable";
    private static final String ARRAY_SIZE = "array-size";

    private final Map<String, FlowVariable> available;
    private final List<FlowVariable> exposed = new ArrayList<>();

    private VariableSettings(final Map<String, FlowVariable> available) {
        this.available = available;
    }

    /**
     * Overwrites settings.
     *
     * @param settings what is overwritten
     * @param variables the block {@code variables}
     * @param available the variables at the node's inputs by name
     * @return the variables that settings are exposed as
     * @throws InvalidSettingsException when a variable or setting is missing or the types do not fit
     */
    public static List<FlowVariable> apply(
            final ConfigBase settings, final ConfigBaseRO variables, final Map<String, FlowVariable> available)
            throws InvalidSettingsException {
        final VariableSettings run = new VariableSettings(available);
        try {
            run.visit(settings, variables.containsKey(TREE) ? variables.getConfigBase(TREE) : variables);
        } catch (InvalidSettingsException e) {
            throw new InvalidSettingsException(
                    "Errors overwriting node settings with flow variables: " + e.getMessage(), e);
        }
        return run.exposed;
    }

    private void visit(final ConfigBase settings, final ConfigBaseRO tree) throws InvalidSettingsException {
        for (final String key : tree.keySet()) {
            if (key.equals("version") && tree.getString(key, "").startsWith("V_")) {
                continue;
            }
            final ConfigBaseRO branch = tree.getConfigBase(key);
            final AbstractConfigEntry entry = settings.getEntry(key);
            if (entry == null) {
                throw new InvalidSettingsException("No matching element found for entry with key: " + key);
            }
            if (branch.getString(USED, null) != null || branch.getString(EXPOSED, null) != null) {
                leaf(settings, key, branch);
            } else if (entry instanceof ConfigBase nested) {
                visit(nested, branch);
            }
        }
    }

    private void leaf(final ConfigBase settings, final String key, final ConfigBaseRO leaf)
            throws InvalidSettingsException {
        final String used = leaf.getString(USED, null);
        if (used != null) {
            final FlowVariable variable = available.get(used);
            if (variable == null) {
                throw new InvalidSettingsException("Unknown variable \"" + used + "\"");
            }
            overwrite(settings, key, variable);
        }
        final String name = leaf.getString(EXPOSED, null);
        if (name != null) {
            exposed.add(expose(name, settings.getEntry(key)));
        }
    }

    private static void overwrite(final ConfigBase settings, final String key, final FlowVariable variable)
            throws InvalidSettingsException {
        final AbstractConfigEntry entry = settings.getEntry(key);
        try {
            if (entry instanceof ConfigBase array && array.containsKey(ARRAY_SIZE)) {
                overwriteArray(array, variable);
            } else if (accepts(entry.getType(), variable)) {
                settings.addEntry(entry.getType().createEntry(key, variable.getValueAsString()));
            } else {
                throw mismatch(entry, variable);
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(
                    "The value \"" + variable.getValueAsString() + "\" of flow variable '" + variable.getName()
                            + "' does not fit the setting \"" + key + "\" (" + entry.getType() + ").",
                    e);
        }
    }

    // Replaces an array by one element of the same type, as KNIME does with a variable that is no array.
    private static void overwriteArray(final ConfigBase array, final FlowVariable variable)
            throws InvalidSettingsException {
        final AbstractConfigEntry first = array.getEntry("0");
        final ConfigEntries type = first == null ? natural(variable) : first.getType();
        if (!accepts(type, variable)) {
            throw mismatch(array, variable);
        }
        List.copyOf(array.keySet()).forEach(array::removeConfig);
        array.addInt(ARRAY_SIZE, 1);
        array.addEntry(type.createEntry("0", variable.getValueAsString()));
    }

    private static ConfigEntries natural(final FlowVariable variable) {
        return switch (variable.getType()) {
            case INTEGER -> ConfigEntries.xint;
            case DOUBLE -> ConfigEntries.xdouble;
            case OTHER ->
                variable.getVariableType().equals(LongType.INSTANCE) ? ConfigEntries.xlong : ConfigEntries.xboolean;
            default -> ConfigEntries.xstring;
        };
    }

    // Which settings a variable can overwrite; values out of range fail when the entry is created.
    private static boolean accepts(final ConfigEntries setting, final FlowVariable variable) {
        final boolean bool = variable.getVariableType().equals(BooleanType.INSTANCE);
        final boolean whole = variable.getType() == FlowVariable.Type.INTEGER
                || variable.getVariableType().equals(LongType.INSTANCE);
        final boolean text = variable.getType() == FlowVariable.Type.STRING;
        return switch (setting) {
            case xstring, xtransientstring -> true;
            case xchar -> text;
            case xboolean -> bool || text && variable.getStringValue().matches("(?i)true|false");
            case xbyte, xshort, xint, xlong -> whole;
            case xfloat, xdouble -> whole || variable.getType() == FlowVariable.Type.DOUBLE;
            case xpassword, config -> false;
        };
    }

    private static InvalidSettingsException mismatch(final AbstractConfigEntry entry, final FlowVariable variable) {
        return new InvalidSettingsException("Can't overwrite the config " + entry + " (" + entry.getType()
                + ") with flow variable '" + variable.getName() + "' of type '" + variable.getVariableType() + "'.");
    }

    private static FlowVariable expose(final String name, final AbstractConfigEntry entry)
            throws InvalidSettingsException {
        final String value = entry.toStringValue();
        return switch (entry.getType()) {
            case xstring, xchar -> new FlowVariable(name, value);
            case xbyte, xshort, xint -> new FlowVariable(name, Integer.parseInt(value));
            case xlong -> new FlowVariable(name, LongType.INSTANCE, Long.parseLong(value));
            case xfloat, xdouble -> new FlowVariable(name, Double.parseDouble(value));
            case xboolean -> new FlowVariable(name, BooleanType.INSTANCE, Boolean.parseBoolean(value));
            case xpassword, xtransientstring, config ->
                throw new InvalidSettingsException("Can't create flow variable '" + name + "' from config " + entry
                        + " (" + entry.getType() + ").");
        };
    }
}
