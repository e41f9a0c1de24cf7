package org.tessera.workbench.nodes;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
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
     * Returns the files written so far.
     *
     * @return absolute paths in order
     */
    public Set<Path> written() {
        synchronized (written) {
            return new TreeSet<>(written);
        }
    }
}
