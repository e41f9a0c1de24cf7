package org.knime.node;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.DataService.DataServiceBuilder;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.node.parameters.NodeParameters;

/** The declaration of a node's view: a web page and its data. */
public final class DefaultView implements FluentNodeAPI {

    private final Class<? extends NodeParameters> m_parametersClass;
    private final String m_description;
    private final Page m_page;
    private Function<ViewInput, InitialDataService<?>> m_initialData;
    private Function<ViewInput, RpcDataService> m_dataService;

    private DefaultView(
            final Class<? extends NodeParameters> parametersClass, final String description, final Page page) {
        m_parametersClass = parametersClass;
        m_description = description;
        m_page = page;
    }

    static RequireViewParameters create() {
        return parametersClass ->
                description -> page -> new DefaultView(parametersClass, description, page.apply(Page.create()));
    }

    /**
     * Sets the data that the page gets when it opens.
     *
     * @param <D> the class of the data
     * @param initialData declares them
     * @return this
     */
    public <D> DefaultView initialData(final Function<RequireInitialData, DefaultInitialData<D>> initialData) {
        m_initialData = input -> initialData.apply(new InitialDataStage()).toService(input);
        return this;
    }

    /**
     * Sets what answers the page's questions.
     *
     * @param dataService declares it
     * @return this
     */
    public DefaultView dataService(final Function<RequireDataService, DefaultDataService> dataService) {
        m_dataService =
                input -> dataService.apply(SingleHandlerDataService::new).toService(input);
        return this;
    }

    Optional<Class<? extends NodeParameters>> parametersClass() {
        return Optional.ofNullable(m_parametersClass);
    }

    String description() {
        return m_description;
    }

    Page page() {
        return m_page;
    }

    Optional<InitialDataService<?>> createInitialData(final ViewInput input) {
        return m_initialData == null ? Optional.empty() : Optional.of(m_initialData.apply(input));
    }

    Optional<RpcDataService> createDataService(final ViewInput input) {
        return m_dataService == null ? Optional.empty() : Optional.of(m_dataService.apply(input));
    }

    private static final class InitialDataStage implements RequireInitialData {

        @Override
        public <D> DefaultInitialData<D> data(final Function<ViewInput, D> data) {
            return new DefaultInitialData<>(data);
        }
    }

    /** The stage that takes the view's parameters. */
    public interface RequireViewParameters {

        /**
         * @param parametersClass the class of the parameters
         * @return the next stage
         */
        RequireDescription parametersClass(Class<? extends NodeParameters> parametersClass);

        /** @return the next stage of a view without parameters */
        default RequireDescription withoutParameters() {
            return parametersClass(null);
        }
    }

    /** The stage that takes the view's description. */
    public interface RequireDescription {

        /**
         * @param description what the view shows
         * @return the next stage
         */
        RequirePage description(String description);
    }

    /** The stage that takes the view's page. */
    public interface RequirePage {

        /**
         * @param page declares it
         * @return the declared view, to which data can be added
         */
        DefaultView page(Function<RequireFromFileOrString, Page> page);
    }

    /** The stage that takes the data the page gets when it opens. */
    public interface RequireInitialData {

        /**
         * @param <D> the class of the data
         * @param data computes them
         * @return the declared data
         */
        <D> DefaultInitialData<D> data(Function<ViewInput, D> data);
    }

    /** The stage that in KNIME takes several objects, each under a name. */
    public interface AllowAddingNamedHandler {}

    /** The stage that takes what answers the page's questions. */
    public interface RequireDataService extends AllowAddingNamedHandler {

        /**
         * @param handler gives the object whose public methods answer
         * @return the declared service
         */
        SingleHandlerDataService handler(Function<ViewInput, Object> handler);
    }

    /** What a view has to show. */
    public interface ViewInput {

        /**
         * @param <S> the class of the parameters
         * @return the view's parameters, null if it has none or they could not be read
         */
        <S extends NodeParameters> S getParameters();

        /** @return the tables kept by the model, if all objects kept are tables */
        default BufferedDataTable[] getInternalTables() {
            return Arrays.stream(getInternalPortObjects())
                    .map(BufferedDataTable.class::cast)
                    .toArray(BufferedDataTable[]::new);
        }

        /** @return the objects kept by the model, null before the node was executed */
        PortObject[] getInternalPortObjects();
    }

    abstract static class AbstractDataService implements DataServiceBuilder {}

    /**
     * The declaration of the data the page gets when it opens.
     *
     * @param <D> the class of the data
     */
    public static final class DefaultInitialData<D> extends AbstractDataService implements FluentNodeAPI {

        private final Function<ViewInput, D> m_data;

        DefaultInitialData(final Function<ViewInput, D> data) {
            m_data = data;
        }

        InitialDataService<D> toService(final ViewInput input) {
            return InitialDataService.builder(() -> m_data.apply(input)).build();
        }
    }

    /** The declaration of what answers the page's questions. */
    public abstract static class DefaultDataService extends AbstractDataService implements FluentNodeAPI {

        /** For subclasses. */
        public DefaultDataService() {
            super();
        }

        abstract RpcDataService toService(ViewInput input);
    }

    /** The declaration of a single object that answers the page's questions. */
    public static final class SingleHandlerDataService extends DefaultDataService {

        private final Function<ViewInput, Object> m_handler;

        SingleHandlerDataService(final Function<ViewInput, Object> handler) {
            m_handler = handler;
        }

        @Override
        RpcDataService toService(final ViewInput input) {
            return RpcDataService.builder(m_handler.apply(input)).build();
        }
    }
}
