package org.knime.node;

import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;

/** The declaration of what a node does. Port indices do not count the flow variable port. */
public abstract sealed class DefaultModel implements FluentNodeAPI {

    private final Class<? extends NodeParameters> m_parametersClass;

    private DefaultModel(final Class<? extends NodeParameters> parametersClass) {
        m_parametersClass = parametersClass;
    }

    static RequireModelParameters create() {
        return Stages::new;
    }

    Optional<Class<? extends NodeParameters>> parametersClass() {
        return Optional.ofNullable(m_parametersClass);
    }

    /** A model that configures and executes. */
    static final class Standard extends DefaultModel {

        private final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> m_configure;
        private final ExecuteConsumer m_execute;

        private Standard(
                final Class<? extends NodeParameters> parametersClass,
                final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
                final ExecuteConsumer execute) {
            super(parametersClass);
            m_configure = configure;
            m_execute = execute;
        }

        ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure() {
            return m_configure;
        }

        ExecuteConsumer execute() {
            return m_execute;
        }
    }

    /** A model that changes the columns of one table. */
    static final class Rearranging extends DefaultModel {

        private final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> m_rearrange;

        private Rearranging(
                final Class<? extends NodeParameters> parametersClass,
                final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange) {
            super(parametersClass);
            m_rearrange = rearrange;
        }

        ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrange() {
            return m_rearrange;
        }
    }

    private record Stages(Class<? extends NodeParameters> parametersClass)
            implements RequireConfigureOrRearrangeColumns {

        @Override
        public RequireExecute configure(
                final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure) {
            return execute -> new Standard(parametersClass, configure, execute);
        }

        @Override
        public DefaultModel rearrangeColumns(
                final ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns) {
            return new Rearranging(parametersClass, rearrangeColumns);
        }
    }

    /** The stage that takes the model's parameters. */
    public interface RequireModelParameters {

        /**
         * @param parametersClass the class of the parameters
         * @return the next stage
         */
        RequireConfigureOrRearrangeColumns parametersClass(Class<? extends NodeParameters> parametersClass);

        /** @return the next stage of a model without parameters */
        default RequireConfigureOrRearrangeColumns withoutParameters() {
            return parametersClass(null);
        }
    }

    /** The stage that takes how the model configures. */
    public interface RequireConfigureOrRearrangeColumns {

        /**
         * @param configure computes the output specs from the input specs
         * @return the next stage
         */
        RequireExecute configure(ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure);

        /**
         * Declares a model with one table in and one table out that changes columns only.
         *
         * @param rearrangeColumns makes the rearranger from the table's spec
         * @return the declared model
         */
        DefaultModel rearrangeColumns(
                ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns);
    }

    /** The stage that takes how the model executes. */
    public interface RequireExecute {

        /**
         * @param execute computes the output from the input
         * @return the declared model
         */
        DefaultModel execute(ExecuteConsumer execute);
    }

    /**
     * Configures, or makes a rearranger.
     *
     * @param <I> the input
     * @param <O> the output
     */
    public interface ConfigureOrRearrangerConsumer<I, O> {

        /**
         * @param input what there is
         * @param output takes the result
         * @throws InvalidSettingsException if the node cannot run with this input and these parameters
         */
        void accept(I input, O output) throws InvalidSettingsException;
    }

    /** Executes. */
    public interface ExecuteConsumer {

        /**
         * @param input what there is
         * @param output takes the result
         * @throws CanceledExecutionException if the user canceled
         * @throws KNIMEException if the node fails; its message is shown as it is
         */
        void accept(ExecuteInput input, ExecuteOutput output) throws CanceledExecutionException, KNIMEException;
    }

    /** What a node knows when it configures. */
    public interface ConfigureInput {

        /**
         * @param <S> the class of the parameters
         * @return the parameters
         */
        <S extends NodeParameters> S getParameters();

        /** @return the specs of all input ports, null where an optional port is not connected */
        PortObjectSpec[] getInPortSpecs();

        /**
         * @param <S> the class of the spec
         * @param index a zero-based port index
         * @return the spec there
         */
        <S extends PortObjectSpec> S getInPortSpec(int index);

        /**
         * @param portIndex a zero-based index of a table port
         * @return the spec there
         */
        DataTableSpec getInTableSpec(int portIndex);
    }

    /** Takes what a node knows of its output before it executes. */
    public interface ConfigureOutput {

        /**
         * @param <S> the class of the spec
         * @param index a zero-based port index
         * @param spec the spec there, null if it is not known yet
         */
        <S extends PortObjectSpec> void setOutSpec(int index, S spec);
    }

    /** What a node has when it executes. */
    public interface ExecuteInput {

        /**
         * @param <S> the class of the parameters
         * @return the parameters
         */
        <S extends NodeParameters> S getParameters();

        /** @return creates tables, takes the progress and tells of cancellation */
        ExecutionContext getExecutionContext();

        /** @return the objects of all input ports, null where an optional port is not connected */
        PortObject[] getInPortObjects();

        /**
         * @param <D> the class of the object
         * @param portIndex a zero-based port index
         * @return the object there
         */
        <D extends PortObject> D getInPortObject(int portIndex);

        /**
         * @param portIndex a zero-based index of a table port
         * @return the table there
         */
        BufferedDataTable getInTable(int portIndex);
    }

    /** Takes the results of a node. */
    public interface ExecuteOutput {

        /**
         * @param <D> the class of the object
         * @param index a zero-based port index
         * @param data the object there
         */
        <D extends PortObject> void setOutData(int index, D data);

        /**
         * Keeps objects for the view; they are saved with the workflow.
         *
         * @param <D> the common class of the objects
         * @param data the objects
         */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setInternalData(D... data);

        /** @param message a warning to show; the last one wins */
        void setWarningMessage(String message);
    }

    /** What a node knows when it makes a rearranger. */
    public interface RearrangeColumnsInput {

        /** @return the spec of the table */
        DataTableSpec getDataTableSpec();
    }

    /** Takes a rearranger. */
    public interface RearrangeColumnsOutput {

        /** @param rearranger changes the columns, not null */
        void setColumnRearranger(ColumnRearranger rearranger);
    }
}
