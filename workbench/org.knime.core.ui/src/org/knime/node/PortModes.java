package org.knime.node;

import java.util.function.Predicate;
import org.knime.core.node.port.PortType;

/** The ways to say how many ports a group has and of which types. */
final class PortModes {

    private PortModes() {}

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
    }

    /**
     * One port whose type can be changed.
     *
     * @param type the type at first
     * @param types the types it may have
     */
    record Exchangeable(PortType type, Types types) implements PortMode {}

    /** One port or none. */
    static final class Optional implements PortMode {

        private final Types m_types;
        private PortType m_default;

        Optional(final Types types) {
            m_types = types;
        }

        void setDefault(final PortType type) {
            m_default = type;
        }

        Types types() {
            return m_types;
        }

        PortType defaultOrNull() {
            return m_default;
        }
    }

    /** Any number of ports. */
    static final class Extendable implements PortMode {

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

        Types types() {
            return m_types;
        }

        PortType[] fixed() {
            return m_fixed;
        }

        PortType[] defaults() {
            return m_default;
        }
    }

    /** As many ports as another group has. */
    static final class Bound implements PortMode {

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

        String group() {
            return m_group;
        }

        int fixed() {
            return m_fixed;
        }

        int defaults() {
            return m_default;
        }
    }
}
