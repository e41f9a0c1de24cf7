package org.tessera.workbench.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.page.Resource;
import org.knime.node.DefaultNodeFactory;
import org.tessera.workbench.kernel.NativeNode;

/** Opens the views of nodes, for the runner and for tests. */
public final class NodeViews {

    private NodeViews() {}

    /**
     * @param factory the factory of a node
     * @return whether its nodes have a web view
     */
    public static boolean hasView(final NodeFactory<?> factory) {
        return factory instanceof DefaultNodeFactory declared && declared.hasNodeView();
    }

    /**
     * Opens the view of a node, with the settings of its view.
     *
     * @param node the node
     * @return the view
     * @throws IllegalArgumentException if the node has no view, or settings of it that are not valid
     */
    public static NodeView open(final NativeNode node) {
        if (node.factory() instanceof DefaultNodeFactory declared && declared.hasNodeView()) {
            final NodeView view = declared.createNodeView(node.model());
            try {
                view.validateSettings(node.viewSettings());
            } catch (InvalidSettingsException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
            view.loadValidatedSettingsFrom(node.viewSettings());
            return view;
        }
        throw new IllegalArgumentException("The node '" + node.factory().getNodeName() + "' has no web view.");
    }

    /**
     * Reads the page of a view.
     *
     * @param node the node
     * @return the text of the page itself, without its further files
     * @throws IOException if it cannot be read
     */
    public static String html(final NativeNode node) throws IOException {
        return text(open(node).getPage());
    }

    /**
     * Computes the data that a view gets when it opens.
     *
     * @param node the node
     * @return a JSON object with the data as {@code result} or, if they could not be computed, what went wrong as
     *     {@code internalError}; empty if the view gets no data
     */
    public static Optional<String> initialData(final NativeNode node) {
        final Optional<InitialDataService<Object>> service = open(node).createInitialDataService();
        return service.map(InitialDataService::getInitialData);
    }

    /**
     * Asks the data service of a view.
     *
     * @param node the node
     * @param request a JSON-RPC request
     * @return the JSON-RPC response, empty if the view has no data service
     */
    public static Optional<String> data(final NativeNode node, final String request) {
        return open(node).createRpcDataService().map(service -> service.handleRpcRequest(request));
    }

    private static String text(final Resource resource) throws IOException {
        final Charset charset = resource.getCharset().orElse(StandardCharsets.UTF_8);
        try (InputStream in = resource.getInputStream()) {
            return new String(in.readAllBytes(), charset);
        }
    }
}
