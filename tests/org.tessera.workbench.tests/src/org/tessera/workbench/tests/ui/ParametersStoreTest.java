package org.tessera.workbench.tests.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;
import org.tessera.workbench.ui.ParametersStore;

/** Where and how fields are stored. */
final class ParametersStoreTest {

    private static NodeSettings save(final NodeParameters parameters) {
        final NodeSettings settings = new NodeSettings("model");
        ParametersStore.save(parameters, settings);
        return settings;
    }

    private static <P extends NodeParameters> P reload(final P parameters, final Class<P> type)
            throws InvalidSettingsException {
        return ParametersStore.load(type, save(parameters));
    }

    static class Base implements NodeParameters {
        int m_first = 1;
    }

    static final class Kinds extends Base {
        Integer m_boxed = 2;
        float m_ratio = 0.5f;
        double[] m_weights = {0.25, 0.75};
        int[] m_counts = {3, 4};
        LocalDate m_day = LocalDate.of(2026, 11, 23);
        Optional<Double> m_height = Optional.of(1.5);
        Optional<String> m_note = Optional.empty();
        Item[] m_items = {new Item("a"), new Item("b")};
        List<Item> m_more = List.of(new Item("c"));
        static int m_static = 9;
        transient int m_transient = 9;
        private int m_private = 9;

        int hidden() {
            return m_private + m_static + m_transient;
        }
    }

    static final class Item implements NodeParameters {
        String m_name;

        Item() {
            this("new");
        }

        Item(final String name) {
            m_name = name;
        }
    }

    @Test
    void stores_fields_in_order_those_of_the_superclass_first() {
        assertEquals(
                List.of(
                        "first",
                        "boxed",
                        "ratio",
                        "weights",
                        "counts",
                        "day",
                        "height",
                        "height_is_present",
                        "note",
                        "note_is_present",
                        "items",
                        "more"),
                List.copyOf(save(new Kinds()).keySet()));
    }

    @Test
    void stores_arrays_of_groups_by_index_and_dates_as_iso_text() {
        final List<String> entries = Nodes.entries(save(new Kinds()));
        assertTrue(entries.stream().anyMatch(line -> line.startsWith("day ") && line.contains("2026-11-23")));
        assertTrue(entries.stream().anyMatch(line -> line.startsWith("items/1/name ") && line.contains("b")));
        assertFalse(entries.stream().anyMatch(line -> line.startsWith("items/array-size")));
    }

    @Test
    void loads_every_kind_of_field() throws InvalidSettingsException {
        final Kinds changed = new Kinds();
        changed.m_first = 11;
        changed.m_boxed = 12;
        changed.m_weights = new double[] {1};
        changed.m_counts = new int[0];
        changed.m_day = LocalDate.of(2020, 2, 29);
        changed.m_height = Optional.empty();
        changed.m_note = Optional.of("x");
        changed.m_items = new Item[] {new Item("only")};
        changed.m_more = List.of();
        final Kinds loaded = reload(changed, Kinds.class);
        assertEquals(11, loaded.m_first);
        assertEquals(12, loaded.m_boxed);
        assertArrayEquals(new double[] {1}, loaded.m_weights);
        assertEquals(0, loaded.m_counts.length);
        assertEquals(LocalDate.of(2020, 2, 29), loaded.m_day);
        assertEquals(Optional.empty(), loaded.m_height);
        assertEquals(Optional.of("x"), loaded.m_note);
        assertEquals("only", loaded.m_items[0].m_name);
        assertEquals(List.of(), loaded.m_more);
        assertEquals(27, loaded.hidden());
    }

    @Test
    void loads_an_optional_value_without_its_flag_as_present() throws InvalidSettingsException {
        final NodeSettings settings = save(new Kinds());
        settings.removeConfig("height_is_present");
        assertEquals(Optional.of(1.5), ParametersStore.load(Kinds.class, settings).m_height);
    }

    static final class Strict implements NodeParameters {
        int m_value = 1;
    }

    @LoadDefaultsForAbsentFields
    static final class Lenient implements NodeParameters {
        int m_value = 1;
        Strict m_nested = new Strict();
        String[] m_names = {"x"};
    }

    @Test
    void keeps_defaults_of_absent_fields_where_the_class_allows_it() throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("model");
        settings.addStringArray("names", "y", "z");
        final Lenient loaded = ParametersStore.load(Lenient.class, settings);
        assertEquals(1, loaded.m_value);
        assertEquals(1, loaded.m_nested.m_value);
        assertArrayEquals(new String[] {"y", "z"}, loaded.m_names);
    }

    @Test
    void allows_absent_fields_in_the_annotated_class_only() {
        final NodeSettings settings = new NodeSettings("model");
        settings.addNodeSettings("nested");
        assertThrows(InvalidSettingsException.class, () -> ParametersStore.load(Lenient.class, settings));
        assertThrows(
                InvalidSettingsException.class, () -> ParametersStore.load(Strict.class, new NodeSettings("model")));
    }

    static final class Renamed implements NodeParameters {
        @Persist(configKey = "the key", hidden = true)
        int m_other = 1;

        @Migrate(loadDefaultIfAbsent = true)
        int m_added = 2;
    }

    @Test
    void stores_under_another_key_and_marks_hidden_ones() {
        assertEquals(
                List.of("the key_Internals", "added"),
                List.copyOf(save(new Renamed()).keySet()));
    }

    @Test
    void keeps_the_default_of_an_absent_field_that_asks_for_it() throws InvalidSettingsException {
        final NodeSettings old = new NodeSettings("model");
        old.addInt("the key_Internals", 10);
        final Renamed loaded = ParametersStore.load(Renamed.class, old);
        assertEquals(List.of(10, 2), List.of(loaded.m_other, loaded.m_added));
    }

    static final class PercentPersistor implements NodeParametersPersistor<Double> {
        @Override
        public Double load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return settings.getInt("percent") / 100.0;
        }

        @Override
        public void save(final Double param, final NodeSettingsWO settings) {
            settings.addInt("percent", (int) Math.round(param * 100));
        }

        @Override
        public String[][] getConfigPaths() {
            return new String[][] {{"percent"}};
        }
    }

    @LoadDefaultsForAbsentFields
    static final class Custom implements NodeParameters {
        @Persistor(PercentPersistor.class)
        double m_share = 0.02;
    }

    @Test
    void stores_through_a_persistor() throws InvalidSettingsException {
        final Custom custom = new Custom();
        custom.m_share = 0.2;
        assertEquals(List.of("percent"), List.copyOf(save(custom).keySet()));
        assertEquals(0.2, reload(custom, Custom.class).m_share);
        assertEquals(0.02, ParametersStore.load(Custom.class, new NodeSettings("model")).m_share);
    }

    static final class Contradicting implements NodeParameters {
        @Persistor(PercentPersistor.class)
        @Persist(configKey = "x")
        double m_share;
    }

    static final class Unsupported implements NodeParameters {
        List<String> m_names = List.of();
    }

    @Test
    void refuses_what_cannot_be_stored() {
        assertThrows(IllegalStateException.class, () -> save(new Contradicting()));
        final Exception e = assertThrows(IllegalArgumentException.class, () -> save(new Unsupported()));
        assertTrue(e.getMessage().contains("m_names"), e.getMessage());
    }
}
