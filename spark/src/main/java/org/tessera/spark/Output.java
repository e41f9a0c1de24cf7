package org.tessera.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.tessera.engine.run.SegmentationException;

/**
 * A folder of results that is written beside its place and moved there when all of it is written: whoever finds the folder
 * finds it whole.
 */
final class Output implements AutoCloseable {

    private final FileSystem files;
    private final String location;
    private final Path target;
    private final Path folder;
    private final boolean overwrite;
    private boolean moved;

    private Output(FileSystem files, String location, Path target, boolean overwrite) {
        this.files = files;
        this.location = location;
        this.target = target;
        this.overwrite = overwrite;
        folder = new Path(target.getParent(), "_temporary-" + target.getName() + "-" + UUID.randomUUID());
    }

    /**
     * Makes room for results.
     *
     * @param location the folder that will hold them
     * @param overwrite whether a folder of that name is replaced
     * @param hadoop which file systems there are
     * @return the folder beside it, empty
     * @throws SegmentationException if the folder exists or cannot be written
     */
    static Output create(String location, boolean overwrite, Configuration hadoop) {
        return Failures.writing(location, () -> {
            Path path = new Path(location);
            FileSystem files = path.getFileSystem(hadoop);
            Path target = files.makeQualified(path);
            if (!overwrite && files.exists(target)) {
                throw new SegmentationException(
                        "Output '" + location + "' exists already",
                        "choose another folder",
                        "replace it with --overwrite");
            }
            Output output = new Output(files, location, target, overwrite);
            if (!files.mkdirs(output.folder)) {
                throw new IOException("folder '" + output.folder + "' can't be made");
            }
            return output;
        });
    }

    /** The path of a part of the results, to write to. */
    String path(String name) {
        return new Path(folder, name).toString();
    }

    /** Writes a text in UTF-8. */
    void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file. */
    void write(String name, byte[] bytes) {
        Failures.writing(location, () -> {
            try (OutputStream out = files.create(new Path(folder, name), true)) {
                out.write(bytes);
            }
            return name;
        });
    }

    /** Moves everything to its place. */
    void move() {
        Failures.writing(location, () -> {
            Path old = new Path(target.getParent(), folder.getName() + "-old");
            boolean replaces = overwrite && files.exists(target);
            if (replaces && !files.rename(target, old)) {
                throw new IOException("the folder that is there can't be moved away");
            }
            moveInto(old);
            if (replaces && !files.delete(old, true)) {
                throw new SegmentationException(
                        "Output '" + location + "' is written, but what was there before can't be removed",
                        "delete '" + old + "'");
            }
            return replaces;
        });
    }

    /** Moves the results to their place; if that fails, what was moved away from there is moved back. */
    private void moveInto(Path old) throws IOException {
        IOException failure = new IOException("the folder can't be moved there");
        try {
            moved = !files.exists(target) && files.rename(folder, target);
        } catch (IOException e) {
            failure = e;
        }
        if (moved) {
            return;
        }
        if (files.exists(old) && (files.exists(target) || !files.rename(old, target))) {
            throw new SegmentationException(
                    "Nothing was written to '" + location + "', and what was there can't be moved back",
                    failure,
                    "rename '" + old + "'");
        }
        throw failure;
    }

    /** Removes what was written, unless it was moved. */
    @Override
    public void close() {
        if (!moved) {
            Failures.writing(location, () -> files.delete(folder, true));
        }
    }
}
