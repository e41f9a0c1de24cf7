package org.tessera.workbench.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line of the batch application asks for.
 *
 * @param source the workflow to run; {@code null} only when {@link Flag#HELP} is set
 * @param archive whether {@code source} is an archive (.knwf or .zip) and not a directory
 * @param destination where the workflow is copied before it runs; empty to run it where it is
 * @param destinationArchive whether the destination is an archive to write, not a directory
 * @param flags the switches given
 * @param variables workflow variables in the order given
 * @param options node options in the order given
 * @param tables CSV files that are shown as text tables after the run
 */
public record BatchArguments(
        Path source,
        boolean archive,
        Optional<Path> destination,
        boolean destinationArchive,
        Set<Flag> flags,
        List<WorkflowVariable> variables,
        List<NodeOption> options,
        List<ShownTable> tables) {

    /** Switches without a value. */
    public enum Flag {
        /** Print the usage and end. */
        HELP,
        /** Load and configure only. */
        NO_EXECUTE,
        /** Do not execute anything when the workflow has load errors (always so here). */
        FAIL_ON_LOAD_ERROR,
        /** Saved results are not used (always so here). */
        RESET,
        /** The workflow is not saved (always so here). */
        NO_SAVE,
        /** Everything between nodes goes through bytes, and every node is saved and opened again. */
        ROUND_TRIPS,
        /** Show stack traces. */
        DEBUG
    }

    /** Copies the collections. */
    public BatchArguments {
        flags = Set.copyOf(flags);
        variables = List.copyOf(variables);
        options = List.copyOf(options);
        tables = List.copyOf(tables);
    }

    /**
     * Tells whether a switch was given.
     *
     * @param flag the switch
     * @return whether it was
     */
    public boolean has(Flag flag) {
        return flags.contains(flag);
    }
}
