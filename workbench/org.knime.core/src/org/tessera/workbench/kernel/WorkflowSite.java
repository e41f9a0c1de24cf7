package org.tessera.workbench.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the workflow that runs in the current thread lives, and which files its nodes have written.
 *
 * <p>The runner enters the site around every call of a node; reader and writer nodes ask for it. Instances can be used
 * from any thread.
 */
public final class WorkflowSite {
    private static final ThreadLocal<WorkflowSite> CURRENT = new ThreadLocal<>();

    private final Path directory;
    private final Set<Path> written = Collections.synchronizedSet(new TreeSet<>());
    private final Map<Path, String> resolved = Collections.synchronizedMap(new TreeMap<>());

    /**
     * Creates a site.
     *
     * @param directory the workflow's directory
     */
    public WorkflowSite(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    /**
     * Returns the site entered by the current thread.
     *
     * @return the site
     * @throws IllegalStateException if the thread runs no node of a workflow
     */
    public static WorkflowSite current() {
        WorkflowSite site = CURRENT.get();
        if (site == null) {
            throw new IllegalStateException("The node does not run in a workflow");
        }
        return site;
    }

    /** Makes this the site of the current thread. */
    public void enter() {
        CURRENT.set(this);
    }

    /** Leaves the site of the current thread. */
    public static void leave() {
        CURRENT.remove();
    }

    /**
     * Returns the workflow's data area; it need not exist.
     *
     * @return the directory {@code data} in the workflow's directory
     */
    public Path dataArea() {
        return directory.resolve("data");
    }

    /**
     * Returns the workflow's directory.
     *
     * @return an absolute path
     */
    public Path directory() {
        return directory;
    }

    /**
     * Notes that a node has written a file.
     *
     * @param file the file
     */
    public void wrote(Path file) {
        written.add(file.toAbsolutePath().normalize());
    }

    /**
     * Notes that a node of the workflow that runs in the current thread, if one does, has asked where a file lies, and how
     * the file is now: a node writes such a file without further word.
     *
     * @param file the file
     */
    public static void noteResolved(Path file) {
        WorkflowSite site = CURRENT.get();
        if (site != null) {
            Path path = file.toAbsolutePath().normalize();
            site.resolved.putIfAbsent(path, state(path));
        }
    }

    /** Tells a file from what it was before it was written: a replaced file is another one, a changed one is younger. */
    private static String state(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile() ? attributes.lastModifiedTime() + " " + attributes.fileKey() : "";
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * Returns the files written so far.
     *
     * @return absolute paths in order
     */
    public Set<Path> written() {
        Set<Path> all;
        synchronized (written) {
            all = new TreeSet<>(written);
        }
        synchronized (resolved) {
            resolved.forEach((file, before) -> {
                String now = state(file);
                if (!now.isEmpty() && !now.equals(before)) {
                    all.add(file);
                }
            });
        }
        return all;
    }
}
