package org.knime.node;

import java.util.function.Predicate;
import org.knime.core.node.ConfigurableNodeFactory.PortsConfigurationBuilder;
import org.knime.core.node.port.PortType;
import org.knime.node.PortGroup.Side;

/** How many ports a group has and of which types. */
sealed interface PortMode {

    void addTo(PortsConfigurationBuilder builder, Side side, String id);

    /** @return whether the user can change the ports */
    default boolean isConfigurable() {
        return true;
    }

    /**
     * The types ports may have: a list of types or, if that is null, a predicate.
     *
     * @param list the types
     * @param predicate accepts the types
     */
    record Types(PortType[] list, Predicate<PortType> predicate) {}

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

        @Override
        public void addTo(final PortsConfigurationBuilder builder, final Side side, final String id) {
            switch (side) {
                case INPUT -> builder.addFixedInputPortGroup(id, type);
                case OUTPUT -> builder.addFixedOutputPortGroup(id, type);
                case BOTH -> builder.addFixedPortGroup(id, type);
            }
        }
    }

    /** One port or none. */
    final class Optional implements PortMode {

        private final Types m_types;
        private PortType m_default;

        Optional(final Types types) {
            m_types = types;
        }

        void setDefault(final PortType type) {
            m_default = type;
        }

        @Override
        public void addTo(final PortsConfigurationBuilder builder, final Side side, final String id) {
            if (m_types.list() != null) {
                switch (side) {
                    case INPUT -> builder.addOptionalInputPortGroupWithDefault(id, m_default, m_types.list());
                    case OUTPUT -> builder.addOptionalOutputPortGroupWithDefault(id, m_default, m_types.list());
                    case BOTH -> builder.addOptionalPortGroupWithDefault(id, m_default, m_types.list());
                }
            } else {
                switch (side) {
                    case INPUT -> builder.addOptionalInputPortGroupWithDefault(id, m_default, m_types.predicate());
                    case OUTPUT -> builder.addOptionalOutputPortGroupWithDefault(id, m_default, m_types.predicate());
                    case BOTH -> builder.addOptionalPortGroupWithDefault(id, m_default, m_types.predicate());
                }
            }
        }
    }

    /** Any number of ports. */
    final class Extendable implements PortMode {

        private final Types m_types;
        private PortType[] m_fixed = {};
        private PortType[] m_default = {};

        Extendable(final Types types) {
            m_types = types;
        }

        void setFixed(final PortType... types) {
            m_fixed = types;
        }

        void setDefault(final PortType... types) {
            m_default = types;
        }

        @Override
        public void addTo(final PortsConfigurationBuilder builder, final Side side, final String id) {
            final PortType[] list = m_types.list();
            final Predicate<PortType> predicate = m_types.predicate();
            if (list != null) {
                switch (side) {
                    case INPUT -> builder.addExtendableInputPortGroupWithDefault(id, m_fixed, m_default, list);
                    case OUTPUT -> builder.addExtendableOutputPortGroupWithDefault(id, m_fixed, m_default, list);
                    case BOTH -> builder.addExtendablePortGroupWithDefault(id, m_fixed, m_default, list);
                }
            } else {
                switch (side) {
                    case INPUT -> builder.addExtendableInputPortGroupWithDefault(id, m_fixed, m_default, predicate);
                    case OUTPUT -> builder.addExtendableOutputPortGroupWithDefault(id, m_fixed, m_default, predicate);
                    case BOTH -> builder.addExtendablePortGroupWithDefault(id, m_fixed, m_default, predicate);
                }
            }
        }
    }

    /** As many ports as another group has. */
    final class Bound implements PortMode {

        private final String m_group;
        private int m_fixed;
        private int m_default;

        Bound(final String group) {
            m_group = group;
        }

        void setFixed(final int count) {
            m_fixed = positiveOnce(m_fixed, count, "fixed");
        }

        void setDefault(final int count) {
            m_default = positiveOnce(m_default, count, "default");
        }

        private static int positiveOnce(final int present, final int count, final String what) {
            if (count <= 0) {
                throw new IllegalArgumentException(
                        "The number of " + what + " ports has to be at least 1, but is " + count + ".");
            }
            if (present > 0) {
                throw new IllegalStateException("The number of " + what + " ports is set already.");
            }
            return count;
        }

        @Override
        public void addTo(final PortsConfigurationBuilder builder, final Side side, final String id) {
            switch (side) {
                case INPUT -> builder.addBoundExtendableInputPortGroupWithDefault(id, m_group, m_fixed, m_default);
                case OUTPUT -> builder.addBoundExtendableOutputPortGroupWithDefault(id, m_group, m_fixed, m_default);
                case BOTH -> builder.addBoundExtendablePortGroupWithDefault(id, m_group, m_fixed, m_default);
            }
        }
    }

    /**
     * One port whose type can be changed.
     *
     * @param type the type at first
     * @param types the types it may have
     */
    record Exchangeable(PortType type, Types types) implements PortMode {

        @Override
        public void addTo(final PortsConfigurationBuilder builder, final Side side, final String id) {
            if (types.list() != null) {
                switch (side) {
                    case INPUT -> builder.addExchangeableInputPortGroup(id, type, types.list());
                    case OUTPUT -> builder.addExchangeableOutputPortGroup(id, type, types.list());
                    case BOTH -> builder.addExchangeablePortGroup(id, type, types.list());
                }
            } else {
                switch (side) {
                    case INPUT -> builder.addExchangeableInputPortGroup(id, type, types.predicate());
                    case OUTPUT -> builder.addExchangeableOutputPortGroup(id, type, types.predicate());
                    case BOTH -> builder.addExchangeablePortGroup(id, type, types.predicate());
                }
            }
        }
    }
}
