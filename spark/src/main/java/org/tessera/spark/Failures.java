package org.tessera.spark;

import java.io.FileNotFoundException;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.security.AccessControlException;
import org.tessera.engine.run.SegmentationException;

/** Says what failed in Spark in words: which path, which column, and what to do. */
final class Failures {

    private static final int MAX_CAUSES = 50;

    private Failures() {}

    /**
     * Reads something, with a failure that names it.
     *
     * @param <T> what is read
     * @param name the input as named in messages
     * @param reading reads it
     * @return what is read
     * @throws SegmentationException if reading fails, with Spark's failure as its cause
     */
    static <T> T reading(String name, Callable<T> reading) {
        return calling("Input " + name + " can't be read: ", reading);
    }

    /**
     * Writes something, with a failure that names it.
     *
     * @param <T> what is returned
     * @param location where to
     * @param writing writes it
     * @return what it returns
     * @throws SegmentationException if writing fails, with Spark's failure as its cause
     */
    static <T> T writing(String location, Callable<T> writing) {
        return calling("Nothing was written to '" + location + "': ", writing);
    }

    private static <T> T calling(String start, Callable<T> call) {
        try {
            return call.call();
        } catch (Exception e) {
            Throwable cause = decisive(e);
            if (cause instanceof SegmentationException known) {
                throw known;
            }
            throw new SegmentationException(start + words(cause), e);
        }
    }

    /** The cause that says most: a failure of the engine, else the innermost one. */
    static Throwable decisive(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < MAX_CAUSES && !(cause instanceof SegmentationException) && cause.getCause() != null; i++) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage() == null
                ? ""
                : cause.getMessage().lines().findFirst().orElse("");
        if (message.contains("PATH_NOT_FOUND") || cause instanceof FileNotFoundException) {
            return "there is no such file or folder, or no right to read it";
        }
        if (message.contains("UNABLE_TO_INFER_SCHEMA")) {
            return "it holds no Parquet file";
        }
        if (message.contains("TABLE_OR_VIEW_NOT_FOUND")) {
            return "there is no such table in the catalog";
        }
        if (cause instanceof AccessControlException) {
            return "no right to do so (" + message + ")";
        }
        if (cause instanceof ParentNotDirectoryException || cause instanceof FileAlreadyExistsException) {
            return "a file is in the way of the folder (" + message + ")";
        }
        return message.isEmpty() ? cause.getClass().getSimpleName() : withoutPeriod(message);
    }

    private static String withoutPeriod(String message) {
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
