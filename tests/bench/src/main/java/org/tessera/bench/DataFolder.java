package org.tessera.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tessera.engine.data.Matrix;

/** The data of the tasks as files, made when they are missing; and a place for results. */
final class DataFolder {

    private static final long SEED = 2026;
    private static final String RESULT = "result-";

    private final Path folder;

    DataFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    Path folder() {
        return folder;
    }

    /** The request with its files, which exist then. */
    Request complete(Request plain, int cores) throws IOException {
        String name = plain.n() + "x" + plain.d();
        boolean mixed = "preprocessing".equals(plain.algorithm());
        Path data = folder.resolve((mixed ? "mixed-" : "clouds-") + name + ".f64");
        Path labels = folder.resolve("clouds-" + name + ".i32");
        if (Files.notExists(data)) {
            if (mixed) {
                write(data, MixedTable.of(plain.n(), plain.d(), plain.k(), SEED));
            } else {
                Clouds clouds = Clouds.of(plain.n(), plain.d(), SEED);
                RawFile.write(labels, clouds.groups());
                write(data, clouds.matrix());
            }
        }
        return new Request(
                plain.algorithm(),
                plain.variant(),
                plain.linkage(),
                plain.n(),
                plain.d(),
                plain.k(),
                plain.iterations(),
                plain.eps(),
                plain.minPoints(),
                1,
                cores,
                data.toString(),
                mixed ? null : labels.toString(),
                "");
    }

    /** Under its name only when it is complete. */
    private static void write(Path file, Matrix x) throws IOException {
        Path part = Path.of(file + ".part");
        RawFile.write(part, x);
        Files.move(part, file);
    }

    /** Deletes the results of the last task, so that none of them is taken for one of the next. */
    void clearResults() throws IOException {
        try (DirectoryStream<Path> results = Files.newDirectoryStream(folder, RESULT + "*")) {
            for (Path result : results) {
                Files.delete(result);
            }
        }
    }

    /** The beginning of the files for a side's results. */
    String out(String side) {
        return folder.resolve(RESULT + side).toString();
    }
}
