package org.knime.core.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.knime.core.data.convert.map.IdentifiableType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/**
 * The type of a column: the value interfaces that all its cells implement, the preferred one first. A native type belongs
 * to one cell class; a non-native one is what different cell classes have in common.
 *
 * <p>Two types are equal if they have the same value interfaces and the same preferred one.
 */
public final class DataType implements IdentifiableType {

    private static final ClassValue<DataType> NATIVE = new ClassValue<>() {
        @Override
        protected DataType computeValue(Class<?> cellClass) {
            return new DataType(cellClass.asSubclass(DataCell.class));
        }
    };

    private static final DataValueComparator BY_TEXT = new DataValueComparator() {
        @Override
        protected int compareDataValues(DataValue v1, DataValue v2) {
            return v1.toString().compareTo(v2.toString());
        }
    };

    private final Class<? extends DataCell> cellClass;
    private final List<Class<? extends DataValue>> valueClasses;
    private final int hash;
    private final Map<DataType, Boolean> subTypes = new ConcurrentHashMap<>();

    private DataType(Class<? extends DataCell> cellClass) {
        this(cellClass, collectValueClasses(cellClass));
    }

    private DataType(Class<? extends DataCell> cellClass, Set<Class<? extends DataValue>> valueClasses) {
        this.cellClass = cellClass;
        this.valueClasses = List.copyOf(valueClasses);
        this.hash = this.valueClasses.stream().mapToInt(Class::hashCode).reduce(0, (a, b) -> a ^ b);
    }

    static DataType ofValues(Set<Class<? extends DataValue>> valueClasses) {
        return new DataType(null, valueClasses);
    }

    private static Set<Class<? extends DataValue>> collectValueClasses(Class<?> cellClass) {
        Set<Class<? extends DataValue>> found = new LinkedHashSet<>();
        collect(cellClass, found);
        return found;
    }

    private static void collect(Class<?> current, Set<Class<? extends DataValue>> found) {
        for (Class<?> parent : current.getInterfaces()) {
            if (DataValue.class.isAssignableFrom(parent)) {
                found.add(parent.asSubclass(DataValue.class));
            }
            collect(parent, found);
        }
        if (current.getSuperclass() != null) {
            collect(current.getSuperclass(), found);
        }
    }

    /**
     * Gives the type of a cell class.
     *
     * @param cell the cell class
     * @return its type, always the same object
     */
    public static DataType getType(Class<? extends DataCell> cell) {
        return NATIVE.get(Objects.requireNonNull(cell, "Class must not be null."));
    }

    /**
     * Gives a missing cell without a reason.
     *
     * @return the missing cell
     */
    public static DataCell getMissingCell() {
        return MissingCell.INSTANCE;
    }

    /**
     * Gives the utility of a value interface.
     *
     * @param value the value interface
     * @return the content of its field {@code UTILITY}, or that of {@link DataValue} if it has none
     */
    public static DataValue.UtilityFactory getUtilityFor(Class<? extends DataValue> value) {
        return ValueUtilities.of(value);
    }

    /**
     * Tells the cell class of a native type.
     *
     * @return the class, or null for a non-native type
     */
    public Class<? extends DataCell> getCellClass() {
        return cellClass;
    }

    /**
     * Tells the preferred value interface.
     *
     * @return the first one that the cell class implements
     */
    public Class<? extends DataValue> getPreferredValueClass() {
        return valueClasses.get(0);
    }

    /**
     * Lists the value interfaces, the preferred one first.
     *
     * @return an unmodifiable list
     */
    public List<Class<? extends DataValue>> getValueClasses() {
        return valueClasses;
    }

    /**
     * Tells whether all cells of this type, except missing ones, can be read as a value.
     *
     * @param valueClass the value interface
     * @return whether one of the value interfaces is, or extends, the given one; always true for the missing type
     */
    public boolean isCompatible(Class<? extends DataValue> valueClass) {
        for (Class<? extends DataValue> own : valueClasses) {
            if (own == MissingValue.class || valueClass.isAssignableFrom(own)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells whether every cell of the other type fits a column of this type.
     *
     * @param type the other type
     * @return whether the other type is compatible with all value interfaces of this one
     */
    public boolean isASuperTypeOf(DataType type) {
        return type == this || subTypes.computeIfAbsent(type, this::compatibleWithAll);
    }

    private boolean compatibleWithAll(DataType type) {
        return valueClasses.stream().allMatch(type::isCompatible);
    }

    /**
     * Gives the order of the cells of this type.
     *
     * @return the first order that one of the value interfaces has, or else that of the cells' texts
     */
    public DataValueComparator getComparator() {
        for (Class<? extends DataValue> own : valueClasses) {
            DataValueComparator comparator = getUtilityFor(own).getComparator();
            if (comparator != null) {
                return comparator;
            }
        }
        return BY_TEXT;
    }

    /**
     * Names the type for users.
     *
     * @return the name, such as "Number (Float)"; "?" for a non-native type
     */
    public String getName() {
        return cellClass == null ? "?" : nativeName();
    }

    private String nativeName() {
        return getUtilityFor(getPreferredValueClass()) instanceof ExtensibleUtilityFactory utility
                ? utility.getName()
                : cellClass.getSimpleName();
    }

    /**
     * Writes the type.
     *
     * @param config where to write
     */
    public void save(ConfigWO config) {
        SpecFormat.save(this, config);
    }

    /**
     * Reads the type.
     *
     * @param config where it was written
     * @return the type
     * @throws InvalidSettingsException if something is missing or unknown
     */
    public static DataType load(ConfigRO config) throws InvalidSettingsException {
        return SpecFormat.loadType(config);
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof DataType type
                        && getPreferredValueClass() == type.getPreferredValueClass()
                        && new LinkedHashSet<>(valueClasses).equals(new LinkedHashSet<>(type.valueClasses));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return cellClass != null ? nativeName() : "Non-Native " + new ArrayList<>(valueClasses);
    }
}
