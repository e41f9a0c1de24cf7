package org.knime.node;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.data.DataService.DataServiceBuilder;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.InitialDataService.InitialDataServiceBuilder;
import org.knime.core.webui.data.InitialDataService.Serializer;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.data.RpcDataService.RpcDataServiceBuilder;
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
     * Sets the handlers that the page can call.
     *
     * @param dataService declares them
     * @return this
     */
    public DefaultView dataService(final Function<RequireDataService, DefaultDataService> dataService) {
        m_dataService = input -> dataService.apply(new DataServiceStage()).toService(input);
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

    private static final class DataServiceStage implements RequireDataService {

        @Override
        public SingleHandlerDataService handler(final Function<ViewInput, Object> handler) {
            return new SingleHandlerDataService(handler);
        }

        @Override
        public MultipleNamedHandlersDataService addHandler(
                final String name, final Function<ViewInput, Object> handler) {
            return new MultipleNamedHandlersDataService().addHandler(name, handler);
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

    /** Takes named handlers. */
    public interface AllowAddingNamedHandler {

        /**
         * @param name the name the page calls it by
         * @param handler makes the object whose methods the page calls
         * @return the declared service
         */
        MultipleNamedHandlersDataService addHandler(String name, Function<ViewInput, Object> handler);
    }

    /** The stage that takes the handlers the page can call. */
    public interface RequireDataService extends AllowAddingNamedHandler {

        /**
         * @param handler makes the object whose methods the page calls
         * @return the declared service
         */
        SingleHandlerDataService handler(Function<ViewInput, Object> handler);
    }

    /** What a view has to show. */
    public interface ViewInput {

        /**
         * @param <S> the class of the parameters
         * @return the view's parameters
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

    abstract static class AbstractDataService<T extends DataServiceBuilder> implements DataServiceBuilder {

        private Runnable m_onDispose;
        private Runnable m_onDeactivate;

        @Override
        public T onDispose(final Runnable dispose) {
            m_onDispose = once(m_onDispose, dispose, "onDispose");
            return self();
        }

        @Override
        public T onDeactivate(final Runnable deactivate) {
            m_onDeactivate = once(m_onDeactivate, deactivate, "onDeactivate");
            return self();
        }

        private static Runnable once(final Runnable present, final Runnable action, final String what) {
            if (present != null) {
                throw new IllegalStateException(what + " is set already.");
            }
            return action;
        }

        abstract T self();

        <B extends DataServiceBuilder> B withActions(final B builder) {
            if (m_onDispose != null) {
                builder.onDispose(m_onDispose);
            }
            if (m_onDeactivate != null) {
                builder.onDeactivate(m_onDeactivate);
            }
            return builder;
        }
    }

    /**
     * The declaration of the data the page gets when it opens.
     *
     * @param <D> the class of the data
     */
    public static final class DefaultInitialData<D> extends AbstractDataService<DefaultInitialData<D>>
            implements FluentNodeAPI {

        private final Function<ViewInput, D> m_data;
        private Serializer<D> m_serializer;

        DefaultInitialData(final Function<ViewInput, D> data) {
            m_data = data;
        }

        /**
         * Sets how the data are written; by default as JSON.
         *
         * @param serializer writes the data
         * @return this
         * @throws IllegalStateException if it is set already
         */
        public DefaultInitialData<D> serializer(final Serializer<D> serializer) {
            if (m_serializer != null) {
                throw new IllegalStateException("The serializer is set already.");
            }
            m_serializer = serializer;
            return this;
        }

        InitialDataService<D> toService(final ViewInput input) {
            final InitialDataServiceBuilder<D> builder =
                    withActions(InitialDataService.builder(() -> m_data.apply(input)));
            return (m_serializer == null ? builder : builder.serializer(m_serializer)).build();
        }

        @Override
        DefaultInitialData<D> self() {
            return this;
        }
    }

    /** The declaration of handlers the page can call. */
    public abstract static class DefaultDataService extends AbstractDataService<DefaultDataService>
            implements FluentNodeAPI {

        /** Creates a service without handlers. */
        public DefaultDataService() {
            super();
        }

        abstract RpcDataServiceBuilder builder(ViewInput input);

        RpcDataService toService(final ViewInput input) {
            return withActions(builder(input)).build();
        }

        @Override
        DefaultDataService self() {
            return this;
        }
    }

    /** A service of one handler. */
    public static final class SingleHandlerDataService extends DefaultDataService {

        private final Function<ViewInput, Object> m_handler;

        SingleHandlerDataService(final Function<ViewInput, Object> handler) {
            m_handler = handler;
        }

        @Override
        RpcDataServiceBuilder builder(final ViewInput input) {
            return RpcDataService.builder(m_handler.apply(input));
        }
    }

    /** A service of several handlers with names. */
    public static final class MultipleNamedHandlersDataService extends DefaultDataService
            implements AllowAddingNamedHandler {

        private final Map<String, Function<ViewInput, Object>> m_handlers = new LinkedHashMap<>();

        MultipleNamedHandlersDataService() {
            super();
        }

        @Override
        public MultipleNamedHandlersDataService addHandler(
                final String name, final Function<ViewInput, Object> handler) {
            m_handlers.put(name, handler);
            return this;
        }

        @Override
        RpcDataServiceBuilder builder(final ViewInput input) {
            final RpcDataServiceBuilder builder = RpcDataService.builder();
            m_handlers.forEach((name, handler) -> builder.addService(name, handler.apply(input)));
            return builder;
        }
    }
}
