package org.tessera.knime.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Texts kept beside the tests that are not to change unnoticed. The system property "tessera.snapshots" names a
 * directory to which all of them are written anew instead of being compared.
 */
public final class Snapshots {

    private static final String RENEW = "tessera.snapshots";

    private Snapshots() {}

    /** Fails, saying how to renew it, if a text is not the one kept under a name. */
    public static void check(String name, String actual) {
        String directory = System.getProperty(RENEW, "");
        if (directory.isEmpty()) {
            compare(name, kept(name), actual);
        } else {
            write(Path.of(directory, name), actual);
        }
    }

    /** Fails, saying how to renew it, if a text is not the one kept. */
    public static void compare(String name, String kept, String actual) {
        assertEquals(
                kept,
                actual,
                () -> "'" + name + "' has changed: " + difference(kept, actual)
                        + ". Workflows that users have saved hold these settings: a key keeps"
                        + " its name, type and meaning. If the change is meant and old workflows still load, write"
                        + " all snapshots anew with -Dtessera.snapshots=src/snapshots (see CONTRIBUTING.md) and"
                        + " look at their difference.");
    }

    /** The first line that is another one, as it was and as it is. */
    private static String difference(String kept, String actual) {
        List<String> before = kept.lines().map(String::strip).toList();
        List<String> after = actual.lines().map(String::strip).toList();
        int same = 0;
        while (same < Math.min(before.size(), after.size()) && before.get(same).equals(after.get(same))) {
            same++;
        }
        return "line " + (same + 1) + " was " + line(before, same) + " and is " + line(after, same);
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "not there";
    }

    /** The text that is kept under a name, "" if there is none. */
    public static String kept(String name) {
        try (InputStream in = Snapshots.class.getResourceAsStream("/snapshots/" + name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be read", e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be written", e);
        }
    }
}
