package org.tessera.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tessera.product.Workbench.Result;

/** The example workflow, and the files that the built product writes in it: every other way to run it has to equal them. */
final class Example {
    static final Path WORKFLOW =
            Path.of("../../workflows/customer-segmentation").toAbsolutePath().normalize();
    private static final int AT_LEAST = 13;

    private static Map<String, byte[]> files;

    private Example() {}

    /**
     * Fails unless the data area of a run holds the same files as after a run of the product, byte for byte. Files of
     * models are zips in zips whose entries bear the time of writing: of those the entries are compared.
     */
    static void assertResults(Path workflow) throws IOException, InterruptedException {
        Map<String, byte[]> expected = results();
        Map<String, byte[]> actual = read(workflow.resolve("data"));
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
    }

    private static synchronized Map<String, byte[]> results() throws IOException, InterruptedException {
        if (files == null) {
            Path scratch = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "example");
            Path copy = scratch.resolve("copy").toAbsolutePath();
            Result result = new Workbench(scratch.toAbsolutePath()).run("-workflowDir=" + WORKFLOW, "-destDir=" + copy);
            assertEquals(0, result.exitCode(), result::all);
            files = read(copy.resolve("data"));
            assertTrue(files.size() >= AT_LEAST, () -> files.keySet().toString());
        }
        return files;
    }

    private static Map<String, byte[]> read(Path folder) throws IOException {
        Map<String, byte[]> read = new TreeMap<>();
        try (Stream<Path> children = Files.list(folder)) {
            for (Path file : children.toList()) {
                assertTrue(Files.isRegularFile(file), file::toString);
                put(read, file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return read;
    }

    /** The content of a file; of a zip the content of its entries, those of zips in it as well. */
    static Map<String, byte[]> content(Path file) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        put(content, file.getFileName().toString(), Files.readAllBytes(file));
        return content;
    }

    private static void put(Map<String, byte[]> files, String name, byte[] bytes) {
        if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
            P2Site.unzip(bytes).forEach((entry, content) -> put(files, name + "/" + entry, content));
        } else {
            files.put(name, bytes);
        }
    }
}
