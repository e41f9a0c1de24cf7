package org.tessera.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.run.SegmentationException;

/** Results that replace others: whatever step fails, one of both is there whole, or it is said where. */
class OutputTest {

    @TempDir
    Path folder;

    private String location;
    private Configuration hadoop;

    /** The local disk as the file system {@code stuck:}, on which some folders can be neither renamed nor removed. */
    public static final class StuckFolders extends RawLocalFileSystem {

        private static Predicate<String> isStuck = name -> false;

        @Override
        public URI getUri() {
            return URI.create("stuck:///");
        }

        @Override
        public String getScheme() {
            return "stuck";
        }

        @Override
        public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to) throws IOException {
            return !isStuck.test(from.getName()) && super.rename(from, to);
        }

        @Override
        public boolean delete(org.apache.hadoop.fs.Path path, boolean recursive) throws IOException {
            return !isStuck.test(path.getName()) && super.delete(path, recursive);
        }
    }

    @BeforeEach
    void earlier_results() throws IOException {
        hadoop = new Configuration();
        hadoop.set("fs.stuck.impl", StuckFolders.class.getName());
        Files.writeString(Files.createDirectory(folder.resolve("out")).resolve("earlier"), "1");
        location = "stuck:" + folder.resolve("out");
    }

    private String failure(Predicate<String> isStuck) {
        try (Output output = Output.create(location, true, hadoop)) {
            output.write("later", "2");
            StuckFolders.isStuck = isStuck;
            return assertThrows(SegmentationException.class, output::move).getMessage();
        } finally {
            StuckFolders.isStuck = name -> false;
        }
    }

    /** The files in the folder of results, and how many folders of other names there are. */
    private List<Object> left() throws IOException {
        try (Stream<Path> results = Files.list(folder.resolve("out"));
                Stream<Path> all = Files.list(folder)) {
            return List.of(
                    results.map(f -> f.getFileName().toString())
                            .filter(name -> !name.startsWith("."))
                            .toList(),
                    all.count() - 1);
        }
    }

    @Test
    void earlier_results_are_replaced() throws IOException {
        try (Output output = Output.create(location, true, hadoop)) {
            output.write("later", "2");
            output.move();
        }
        assertEquals(List.of(List.of("later"), 0L), left());
    }

    @Test
    void earlier_results_that_cannot_be_moved_stay() throws IOException {
        assertEquals(
                "Nothing was written to '" + location + "': the folder that is there can't be moved away.",
                failure(name -> name.equals("out")));
        assertEquals(List.of(List.of("earlier"), 0L), left());
    }

    @Test
    void earlier_results_come_back_when_the_later_cannot_be_moved() throws IOException {
        assertEquals(
                "Nothing was written to '" + location + "': the folder can't be moved there.",
                failure(name -> name.startsWith("_temporary") && !name.endsWith("-old")));
        assertEquals(List.of("earlier"), left().get(0));
    }

    @Test
    void earlier_results_that_cannot_come_back_are_named() {
        String message = failure(name -> name.startsWith("_temporary"));
        assertTrue(
                message.startsWith("Nothing was written to '" + location
                        + "', and what was there can't be moved back: rename 'stuck:" + folder + "/_temporary-out-"),
                message);
        String old = message.substring(message.indexOf("rename 'stuck:") + 14, message.lastIndexOf('\''));
        assertTrue(Files.exists(Path.of(old, "earlier")), old);
    }

    @Test
    void earlier_results_that_cannot_be_removed_are_named() throws IOException {
        String message = failure(name -> name.endsWith("-old"));
        assertTrue(
                message.startsWith("Output '" + location
                        + "' is written, but what was there before can't be removed: delete 'stuck:"),
                message);
        assertEquals(List.of(List.of("later"), 1L), left());
    }
}
