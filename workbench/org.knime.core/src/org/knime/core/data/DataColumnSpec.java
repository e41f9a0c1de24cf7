package org.knime.core.data;

import java.util.List;
import java.util.Objects;
import org.knime.core.data.property.ColorHandler;

/** Describes a column: name, type, domain and properties. Immutable; made by a {@link DataColumnSpecCreator}. */
public final class DataColumnSpec {

    private final String name;
    private final DataType type;
    private final DataColumnDomain domain;
    private final DataColumnProperties properties;
    private final List<String> elementNames;
    private final ColorHandler colorHandler;

    DataColumnSpec(DataColumnSpecCreator creator) {
        name = creator.name;
        type = creator.type;
        domain = creator.domain;
        properties = creator.properties;
        elementNames = creator.elementNames;
        colorHandler = creator.colorHandler;
    }

    /**
     * Gives the name.
     *
     * @return the name, without blanks at the ends and never empty
     */
    public String getName() {
        return name;
    }

    /**
     * Gives the type.
     *
     * @return the type that all cells have
     */
    public DataType getType() {
        return type;
    }

    /**
     * Gives the domain.
     *
     * @return what is known of the content, never null
     */
    public DataColumnDomain getDomain() {
        return domain;
    }

    /**
     * Gives the properties.
     *
     * @return the properties, never null
     */
    public DataColumnProperties getProperties() {
        return properties;
    }

    /**
     * Gives the names of the elements of a vector or collection column.
     *
     * @return an unmodifiable list, empty if none were set
     */
    public List<String> getElementNames() {
        return elementNames;
    }

    /**
     * Gives the colors of the values.
     *
     * @return the colors, or null if none were set
     */
    public ColorHandler getColorHandler() {
        return colorHandler;
    }

    /**
     * Compares name and type.
     *
     * @param cspec the other column
     * @return whether both are equal; false for null
     */
    public boolean equalStructure(DataColumnSpec cspec) {
        return cspec == this || cspec != null && name.equals(cspec.name) && type.equals(cspec.type);
    }

    @Override
    public boolean equals(Object o) {
        return o == this
                || o instanceof DataColumnSpec other
                        && equalStructure(other)
                        && domain.equals(other.domain)
                        && properties.equals(other.properties)
                        && elementNames.equals(other.elementNames)
                        && Objects.equals(colorHandler, other.colorHandler);
    }

    @Override
    public int hashCode() {
        return name.hashCode() ^ type.hashCode();
    }

    @Override
    public String toString() {
        return name + " (" + type + ")";
    }
}
