package org.knime.node;

import org.knime.core.node.port.PortType;

/** The ways to say how many ports a group has and of which types. */
final class PortModes {

    private PortModes() {}

    /**
     * One port that is always there.
     *
     * @param type its type
     */
    record Fixed(PortType type) implements PortMode {

        @Override
        public boolean isConfigurable() {
            return false;
        }
    }

    /** Any number of ports. */
    static final class Extendable implements PortMode {

        private final PortType[] m_types;
        private PortType[] m_default = {};

        Extendable(final PortType... types) {
            m_types = types;
        }

        void setDefault(final PortType... types) {
            m_default = types;
        }

        PortType[] types() {
            return m_types;
        }

        PortType[] defaults() {
            return m_default;
        }
    }
}
