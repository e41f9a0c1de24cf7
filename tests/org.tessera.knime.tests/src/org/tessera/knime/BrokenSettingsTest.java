package org.tessera.knime;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tessera.knime.kit.Snapshots;

/** The comparison with snapshots notices every change of settings, entry by entry. The settings are those of no node. */
class BrokenSettingsTest {

    private static final String NAME = "broken-settings.xml";
    private static final Pattern ENTRY =
            Pattern.compile("<entry key=\"([^\"]+)\" type=\"x(\\w+)\" value=\"([^\"]*)\"/>");

    private static String settings() throws IOException {
        try (InputStream in = BrokenSettingsTest.class.getResourceAsStream(NAME)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private interface Change {
        String of(Matcher entry);
    }

    private static void assertNoticed(Change change) throws IOException {
        String settings = settings();
        int changes = 0;
        for (Matcher entry = ENTRY.matcher(settings); entry.find(); changes++) {
            String before = entry.group();
            String after = change.of(entry);
            String changed = settings.substring(0, entry.start()) + after + settings.substring(entry.end());
            AssertionError error =
                    assertThrows(AssertionError.class, () -> Snapshots.compare(NAME, settings, changed), before);
            int line = (int) settings.substring(0, entry.start()).lines().count();
            String start = "'" + NAME + "' has changed: line " + line + " was " + before + " and is "
                    + after.lines().findFirst().orElseThrow() + ". Workflows that users have saved";
            assertEquals(start, error.getMessage().substring(0, start.length()));
        }
        assertEquals(9, changes, "changes made");
    }

    @Test
    void the_same_settings_are_accepted() throws IOException {
        String settings = settings();
        assertDoesNotThrow(() -> Snapshots.compare(NAME, settings, settings));
    }

    @Test
    void a_renamed_key_is_noticed() throws IOException {
        assertNoticed(entry -> entry.group().replace('"' + entry.group(1) + '"', "\"renamed\""));
    }

    @Test
    void a_changed_type_is_noticed() throws IOException {
        assertNoticed(entry -> entry.group().replace("\"x" + entry.group(2) + '"', "\"xother\""));
    }

    @Test
    void a_changed_default_is_noticed() throws IOException {
        assertNoticed(entry -> entry.group().replace("value=\"" + entry.group(3) + '"', "value=\"other\""));
    }

    @Test
    void a_new_key_is_noticed() throws IOException {
        assertNoticed(entry -> "<entry key=\"new\" type=\"xint\" value=\"1\"/>\n" + entry.group());
    }
}
