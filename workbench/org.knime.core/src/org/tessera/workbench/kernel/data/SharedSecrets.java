package org.tessera.workbench.kernel.data;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeProgressMonitor;

/**
 * What classes of the public API let the kernel do although no node may: each hands in its access when it is loaded. Safe
 * for several threads.
 */
public final class SharedSecrets {

    private static volatile TableAccess tables;
    private static volatile ContextAccess contexts;
    private static volatile RearrangerAccess rearrangers;

    private SharedSecrets() {}

    /** Makes tables and looks into them. */
    public interface TableAccess {

        /**
         * Makes a table of finished content.
         *
         * @param content the content
         * @return a table with an id of its own
         */
        BufferedDataTable create(Table content);
    }

    /** Makes the contexts in which nodes execute. */
    public interface ContextAccess {

        /**
         * Makes a context.
         *
         * @param progress where the node's progress goes and its canceling comes from
         * @return the context
         */
        ExecutionContext create(NodeProgressMonitor progress);
    }

    /** Looks into the plan of a column rearranger. */
    public interface RearrangerAccess {

        /**
         * Gives the columns as they were before the rearranging.
         *
         * @param rearranger the plan
         * @return the spec it was made for
         */
        DataTableSpec original(ColumnRearranger rearranger);

        /**
         * Gives the columns as they are to be.
         *
         * @param rearranger the plan
         * @return the columns in order
         */
        List<ColumnSource> sources(ColumnRearranger rearranger);
    }

    /**
     * Where a column of a rearranged table comes from.
     *
     * @param spec the column
     * @param factory what computes it, or null for a column of the original table
     * @param index its position among the factory's columns, or in the original table
     */
    public record ColumnSource(DataColumnSpec spec, CellFactory factory, int index) {}

    /**
     * Hands in the access to tables.
     *
     * @param access the access
     */
    public static void setTables(TableAccess access) {
        tables = access;
    }

    /**
     * Gives the access to tables.
     *
     * @return the access
     */
    public static TableAccess tables() {
        if (tables == null) {
            load(BufferedDataTable.class);
        }
        return tables;
    }

    /**
     * Hands in the access to contexts.
     *
     * @param access the access
     */
    public static void setContexts(ContextAccess access) {
        contexts = access;
    }

    /**
     * Gives the access to contexts.
     *
     * @return the access
     */
    public static ContextAccess contexts() {
        if (contexts == null) {
            load(ExecutionContext.class);
        }
        return contexts;
    }

    /**
     * Hands in the access to rearrangers.
     *
     * @param access the access
     */
    public static void setRearrangers(RearrangerAccess access) {
        rearrangers = access;
    }

    /**
     * Gives the access to rearrangers.
     *
     * @return the access
     */
    public static RearrangerAccess rearrangers() {
        if (rearrangers == null) {
            load(ColumnRearranger.class);
        }
        return rearrangers;
    }

    private static void load(Class<?> type) {
        try {
            MethodHandles.lookup().ensureInitialized(type);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(type.getName() + " cannot be initialized.", e);
        }
    }
}
