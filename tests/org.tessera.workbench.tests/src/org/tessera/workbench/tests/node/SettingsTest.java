package org.tessera.workbench.tests.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.tessera.workbench.kernel.data.DurationCell;
import org.tessera.workbench.kernel.data.LocalTimeCell;
import org.tessera.workbench.kernel.data.PeriodCell;
import org.tessera.workbench.kernel.data.ZonedDateTimeCell;

/** Trees of settings behave as KNIME's. */
class SettingsTest {
    private final NodeSettings settings = new NodeSettings("root");

    private static void assertInvalid(String message, Executable code) {
        assertEquals(message, assertThrows(InvalidSettingsException.class, code).getMessage());
    }

    @Test
    void a_missing_key_and_a_wrong_type_have_knimes_text() {
        settings.addString("k", "five");
        assertInvalid("Int for key \"k\" not found.", () -> settings.getInt("k"));
        assertInvalid("Double for key \"x\" not found.", () -> settings.getDouble("x"));
        assertInvalid("Boolean for key \"x\" not found.", () -> settings.getBoolean("x"));
        assertInvalid("String for key \"x\" not found.", () -> settings.getString("x"));
        assertInvalid("Long for key \"x\" not found.", () -> settings.getLong("x"));
        assertInvalid("Config for key \"k\" not found.", () -> settings.getNodeSettings("k"));
        assertInvalid("ConfigBase for key \"x\" not found.", () -> settings.getStringArray("x"));
    }

    @Test
    void a_default_stands_in_for_a_missing_or_wrongly_typed_value() {
        settings.addString("k", "five");
        assertEquals(3, settings.getInt("k", 3));
        assertEquals("none", settings.getString("x", "none"));
        assertArrayEquals(new double[] {1}, settings.getDoubleArray("x", 1));
        settings.addIntArray("ints", 1, 2);
        assertArrayEquals(new double[0], settings.getDoubleArray("ints", new double[0]));
    }

    @Test
    void a_truncated_array_is_an_error() {
        settings.addIntArray("a", 1, 2);
        ((NodeSettings) settings.getEntry("a")).removeConfig("1");
        assertInvalid("Array \"a\" has size 2, but 1 element.", () -> settings.getIntArray("a"));
    }

    @Test
    void an_array_of_absurd_size_is_refused_before_memory_is_taken() {
        settings.addConfig("a").addInt("array-size", Integer.MAX_VALUE);
        assertThrows(InvalidSettingsException.class, () -> settings.getStringArray("a"));
    }

    @Test
    void keys_keep_their_order_and_a_second_value_its_place() {
        settings.addInt("a", 1);
        settings.addInt("b", 2);
        settings.addString("a", "again");
        assertEquals(List.of("a", "b"), List.copyOf(settings.keySet()));
        assertEquals("again", settings.getString("a", null));
    }

    @Test
    void copies_are_equal_and_independent() throws InvalidSettingsException {
        settings.addInt("a", 1);
        settings.addNodeSettings("nested").addString("s", null);
        NodeSettings copy = new NodeSettings("root");
        settings.copyTo(copy);
        assertEquals(settings, copy);
        copy.getNodeSettings("nested").addString("s", "changed");
        assertNotEquals(settings, copy);
        assertNull(settings.getNodeSettings("nested").getString("s"));
    }

    @Test
    void a_key_is_required() {
        assertThrows(IllegalArgumentException.class, () -> settings.addInt(null, 1));
        assertFalse(settings.containsKey("null"));
    }

    @Test
    void cells_are_stored() throws InvalidSettingsException {
        DataCell[] cells = {
            new StringCell("north"),
            new IntCell(3),
            new LongCell(4),
            new DoubleCell(0.5),
            BooleanCell.TRUE,
            null,
            new ZonedDateTimeCell(ZonedDateTime.parse("2024-02-29T23:00+02:00[Europe/Athens]")),
            new LocalTimeCell(LocalTime.NOON),
            new DurationCell(Duration.ofHours(-5)),
            new PeriodCell(Period.ofDays(7))
        };
        settings.addDataCellArray("cells", cells);
        settings.addDataCell("missing", DataType.getMissingCell());
        assertArrayEquals(cells, settings.getDataCellArray("cells"));
        assertEquals(true, settings.getDataCell("missing").isMissing());
    }
}
