package org.knime.core.data;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.knime.core.data.property.ColorHandler;

/** Makes {@link DataColumnSpec}s. */
public final class DataColumnSpecCreator {

    private static final AtomicInteger EMPTY_NAMES = new AtomicInteger();

    String name;
    DataType type;
    DataColumnDomain domain;
    DataColumnProperties properties;
    List<String> elementNames;
    ColorHandler colorHandler;

    /**
     * Starts with an empty domain and no properties.
     *
     * @param name the name, see {@link #setName}
     * @param type the type
     */
    public DataColumnSpecCreator(String name, DataType type) {
        setName(name);
        setType(type);
        setDomain(null);
        setProperties(null);
        setElementNames(null);
    }

    /**
     * Starts with a copy.
     *
     * @param cspec the column to copy
     */
    public DataColumnSpecCreator(DataColumnSpec cspec) {
        name = cspec.getName();
        type = cspec.getType();
        domain = cspec.getDomain();
        properties = cspec.getProperties();
        elementNames = cspec.getElementNames();
        colorHandler = cspec.getColorHandler();
    }

    /**
     * Sets the name. Blanks at the ends are cut; a blank name becomes "&lt;empty_N&gt;", N counting up.
     *
     * @param name the name
     * @throws NullPointerException if it is null
     */
    public void setName(String name) {
        String trimmed = Objects.requireNonNull(name, "Name of DataColumnSpec must not be null!")
                .trim();
        this.name = trimmed.isEmpty() ? "<empty_" + EMPTY_NAMES.incrementAndGet() + ">" : trimmed;
    }

    /**
     * Sets the type.
     *
     * @param type the type
     * @throws NullPointerException if it is null
     */
    public void setType(DataType type) {
        this.type = Objects.requireNonNull(type, "Type of DataColumnSpec must not be null!");
    }

    /**
     * Sets the domain.
     *
     * @param domain the domain; null for one of which nothing is known
     */
    public void setDomain(DataColumnDomain domain) {
        this.domain = domain == null ? new DataColumnDomain(null, null, null) : domain;
    }

    /**
     * Sets the properties.
     *
     * @param props the properties; null for none
     */
    public void setProperties(DataColumnProperties props) {
        properties = props == null ? new DataColumnProperties() : props;
    }

    /**
     * Sets the names of the elements of a vector or collection column.
     *
     * @param elNames the names; null for none
     */
    public void setElementNames(String[] elNames) {
        elementNames = elNames == null ? List.of() : List.of(elNames);
    }

    /**
     * Sets the colors of the values.
     *
     * @param colorHdl the colors; null for none
     */
    public void setColorHandler(ColorHandler colorHdl) {
        colorHandler = colorHdl;
    }

    /**
     * Makes the column spec.
     *
     * @return a new spec
     */
    public DataColumnSpec createSpec() {
        return new DataColumnSpec(this);
    }
}
