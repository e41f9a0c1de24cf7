package org.knime.core.node.context.ports;

import java.util.stream.Stream;
import org.knime.core.node.port.PortType;

/** A group to which ports can be added: the fixed ports come first, then those that can be removed again. */
public interface ExtendablePortGroup extends ConfigurablePortGroup {
    /**
     * Returns the ports that are always there.
     *
     * @return their types
     */
    PortType[] getFixedPorts();

    /**
     * Returns the ports that were added.
     *
     * @return their types
     */
    PortType[] getConfiguredPorts();

    /**
     * Adds a port at the end.
     *
     * @param type its type
     */
    void addPort(PortType type);

    @Override
    default PortType[] getInputPorts() {
        if (!definesInputPorts()) {
            throw UNSUPPORTED_INPUT_OPERATION;
        }
        return Stream.of(getFixedPorts(), getConfiguredPorts())
                .flatMap(Stream::of)
                .toArray(PortType[]::new);
    }

    @Override
    default PortType[] getOutputPorts() {
        if (!definesOutputPorts()) {
            throw UNSUPPORTED_OUTPUT_OPERATION;
        }
        return Stream.of(getFixedPorts(), getConfiguredPorts())
                .flatMap(Stream::of)
                .toArray(PortType[]::new);
    }
}
