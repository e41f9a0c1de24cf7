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
     * Tells whether one more port fits.
     *
     * @return true when it does
     */
    boolean canAddPort();

    /**
     * Tells whether a port can be removed.
     *
     * @return true when one was added
     */
    boolean hasConfiguredPorts();

    /**
     * Adds a port at the end.
     *
     * @param type its type
     */
    void addPort(PortType type);

    /**
     * Removes the last port that was added.
     *
     * @return its type
     */
    PortType removeLastPort();

    /**
     * Removes a port that was added.
     *
     * @param portIndex its number within the group, fixed ports counted
     * @return its type
     * @throws IllegalArgumentException when the port is fixed or not there
     */
    PortType removePort(int portIndex);

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
