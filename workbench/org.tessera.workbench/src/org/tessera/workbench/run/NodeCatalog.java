package org.tessera.workbench.run;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.tessera.workbench.nodes.CsvReaderNodeFactory;
import org.tessera.workbench.nodes.CsvWriterNodeFactory;
import org.tessera.workbench.nodes.ImageWriterNodeFactory;
import org.tessera.workbench.nodes.ModelReaderNodeFactory;
import org.tessera.workbench.nodes.ModelWriterNodeFactory;
import org.tessera.workbench.workflow.WorkflowException;

/**
 * The nodes that can be run, by the class name of their factory: those that bundles register at the extension point
 * {@value #POINT}, and the workbench's own ones, which answer to KNIME's class names.
 */
public final class NodeCatalog {
    /** The extension point at which KNIME nodes are registered. */
    public static final String POINT = "org.knime.workbench.repository.nodes";

    private static final String FILES = "org.knime.base.node.io.filehandling.";

    private static final Map<String, Supplier<NodeFactory<? extends NodeModel>>> BUILT_IN = Map.of(
            FILES + "csv.reader.CSVTableReaderNodeFactory", CsvReaderNodeFactory::new,
            FILES + "csv.writer.CSVWriter2NodeFactory", CsvWriterNodeFactory::new,
            FILES + "imagewriter.ImagePortWriterNodeFactory", ImageWriterNodeFactory::new,
            FILES + "model.reader.ModelReaderNodeFactory", ModelReaderNodeFactory::new,
            FILES + "model.writer.ModelWriterNodeFactory", ModelWriterNodeFactory::new);

    private final Map<String, IConfigurationElement> registered = new HashMap<>();

    /**
     * Reads the registered nodes.
     *
     * @param registry the registry of extensions
     */
    public NodeCatalog(IExtensionRegistry registry) {
        for (IConfigurationElement element : registry.getConfigurationElementsFor(POINT)) {
            String factory = element.getAttribute("factory-class");
            if (factory != null) {
                registered.put(factory, element);
            }
        }
    }

    /**
     * Creates the factory of a node.
     *
     * @param className the class name of the factory
     * @return a new factory
     * @throws WorkflowException if there is no such node, or its factory cannot be created; the message does not name
     *     the node
     */
    public NodeFactory<? extends NodeModel> create(String className) throws WorkflowException {
        Supplier<NodeFactory<? extends NodeModel>> own = BUILT_IN.get(className);
        if (own != null) {
            return own.get();
        }
        IConfigurationElement element = registered.get(className);
        if (element == null) {
            throw new WorkflowException(unknown(className));
        }
        try {
            return (NodeFactory<?>) element.createExecutableExtension("factory-class");
        } catch (CoreException | LinkageError | ClassCastException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new WorkflowException("its factory " + className + " cannot be created: " + cause, e);
        }
    }

    private static String unknown(String className) {
        String name = className.toLowerCase(Locale.ROOT);
        String factory = " (factory " + className + ")";
        if (name.contains(".loop") || name.contains("loopstart") || name.contains("loopend")) {
            return "loops are not supported" + factory + ": run this workflow in KNIME, or one pass of it without loop";
        }
        return "this node is not known to the workbench" + factory
                + ": run the workflow in KNIME, or remove the node; of KNIME's own nodes there are CSV Reader, CSV Writer,"
                + " Image Writer (Port), Model Reader and Model Writer";
    }
}
