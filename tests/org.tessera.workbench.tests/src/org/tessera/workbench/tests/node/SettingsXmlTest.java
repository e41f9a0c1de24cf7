package org.tessera.workbench.tests.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.NodeSettings;

/** Settings are read from and written as KNIME's XML. */
class SettingsXmlTest {
    private static final String ROOT = "<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\" key=\"k\">";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "settings-zoo.xml",
                "workflow-zoo.xml",
                "image-writer.xml",
                "csv-reader.xml",
                "csv-writer.xml",
                "normalizer.xml",
                "k-means.xml",
                "workflow-executed.xml",
                "table-spec.xml",
                "table-data.xml"
            })
    void writes_what_knime_wrote_byte_for_byte(String sample) throws IOException {
        byte[] knime = Samples.bytes(sample);
        assertArrayEquals(
                knime, Samples.write(Samples.read(knime)).getBytes(StandardCharsets.UTF_8), () -> sample + " differs");
    }

    @Test
    void reads_the_values_of_every_type_in_the_zoo() throws Exception {
        NodeSettings model = Samples.settings("settings-zoo.xml").getNodeSettings("model");
        assertEquals(5, model.getInt("numberOfClusters"));
        assertEquals(42L, model.getLong("seed"));
        assertTrue(model.getBoolean("flag"));
        assertEquals("Segment", model.getString("columnName"));
        assertNull(model.getString("nothing"));
        assertArrayEquals(new String[] {"a", "b"}, model.getStringArray("names"));
        assertEquals(1e-6, model.getNodeSettings("advanced").getDouble("tolerance"));
        assertEquals(
                0,
                model.getNodeSettings("columns")
                        .getNodeSettings("manualFilter")
                        .getStringArray("manuallySelected")
                        .length);
    }

    @Test
    void every_kind_of_entry_survives() throws Exception {
        NodeSettings settings = new NodeSettings("all");
        settings.addByte("byte", (byte) -3);
        settings.addShort("short", (short) 300);
        settings.addChar("char", '\n');
        settings.addFloat("float", 0.1f);
        settings.addDoubleArray("doubles", Double.NaN, Double.NEGATIVE_INFINITY, 4.9e-324);
        settings.addBooleanArray("booleans", true, false);
        settings.addLongArray("longs", Long.MIN_VALUE);
        settings.addIntArray("none", (int[]) null);
        NodeSettings copy = Samples.read(Samples.write(settings));
        assertEquals(-3, copy.getByte("byte"));
        assertTrue(settings.getEntry("short").isIdentical(copy.getEntry("short")));
        assertEquals('\n', copy.getChar("char"));
        assertEquals(0.1f, copy.getFloat("float"));
        assertArrayEquals(
                new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 4.9e-324}, copy.getDoubleArray("doubles"));
        assertArrayEquals(new boolean[] {true, false}, copy.getBooleanArray("booleans"));
        assertArrayEquals(new long[] {Long.MIN_VALUE}, copy.getLongArray("longs"));
        assertNull(copy.getIntArray("none"));
        assertTrue(settings.getNodeSettings("none").isIdentical(copy.getNodeSettings("none")));
    }

    // expected texts: XMLUtils.escape of KNIME 5.9.0, then the attribute escapes of the JDK's XML serializer
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a<b>c&d\"e'f|a&lt;b&gt;c&amp;d&quot;e'f",
                "100%%|100%%00037%",
                "50%|50%",
                "%%00010|%%00037%00010",
                "äö 中|äö 中"
            })
    void escapes_as_knime_does(String value, String escaped) throws Exception {
        NodeSettings settings = new NodeSettings("k");
        settings.addString("s", value);
        String xml = Samples.write(settings);
        assertTrue(xml.contains("value=\"" + escaped + "\""), xml);
        assertEquals(value, Samples.read(xml).getString("s"));
    }

    @Test
    void control_characters_and_pairs_of_surrogates_become_decimal_code_units() throws Exception {
        NodeSettings settings = new NodeSettings("k");
        settings.addString("s", "tab\tline\nnul\u0000smile\uD83D\uDE00");
        String xml = Samples.write(settings);
        assertTrue(xml.contains("value=\"tab%%00009line%%00010nul%%00000smile%%55357%%56832\""), xml);
        assertEquals("tab\tline\nnul\u0000smile\uD83D\uDE00", Samples.read(xml).getString("s"));
    }

    @Test
    void keys_may_hold_any_xml_character() throws Exception {
        NodeSettings settings = new NodeSettings("k");
        settings.addNodeSettings("a \"b\" <c> & \uD83D\uDE00").addInt("n", 1);
        NodeSettings copy = Samples.read(Samples.write(settings));
        assertEquals(1, copy.getNodeSettings("a \"b\" <c> & \uD83D\uDE00").getInt("n"));
    }

    @Test
    void a_document_type_is_refused_so_that_no_entity_can_be_declared() {
        String xml = "<!DOCTYPE config [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + ROOT
                + "<entry key=\"s\" type=\"xstring\" value=\"&x;\"/></config>";
        IOException e = assertThrows(IOException.class, () -> Samples.read(xml));
        assertTrue(e.getMessage().contains("DOCTYPE"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<entry key=\"n\" type=\"xint\" value=\"five\"/>|Invalid value ('five') of type 'xint' for key 'n'",
                "<entry key=\"n\" type=\"xlist\" value=\"5\"/>|Invalid type ('xlist') for key 'n' in XML file.",
                "<entry key=\"n\" type=\"xint\"/>|Attribute \"value\" is missing for key 'n'",
                "<entry type=\"xint\" value=\"5\"/>|Attribute \"key\" is missing",
                "<note/>|\"note\" is not a valid tag name.",
                "<entry key=\"c\" type=\"xchar\" value=\"ab\"/>|Invalid value ('ab') of type 'xchar' for key 'c'"
            })
    void broken_entries_are_named(String entry, String message) {
        IOException e = assertThrows(IOException.class, () -> Samples.read(ROOT + entry + "</config>"));
        assertTrue(e.getMessage().startsWith(message), e.getMessage());
    }

    @Test
    void nesting_without_end_is_refused() {
        String xml = ROOT + "<config key=\"a\">".repeat(600) + "</config>".repeat(601);
        IOException e = assertThrows(IOException.class, () -> Samples.read(xml));
        assertTrue(e.getMessage().contains("500 levels"), e.getMessage());
    }
}
