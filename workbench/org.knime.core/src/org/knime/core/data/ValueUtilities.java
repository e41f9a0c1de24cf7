package org.knime.core.data;

import java.lang.reflect.Field;

/** Finds the utility of a value interface in its field {@code UTILITY}. */
final class ValueUtilities {

    private static final ClassValue<DataValue.UtilityFactory> FOUND = new ClassValue<>() {
        @Override
        protected DataValue.UtilityFactory computeValue(Class<?> type) {
            return read(type);
        }
    };

    private ValueUtilities() {}

    static DataValue.UtilityFactory of(Class<? extends DataValue> type) {
        return FOUND.get(type);
    }

    private static DataValue.UtilityFactory read(Class<?> type) {
        for (Field field : type.getFields()) {
            if (field.getName().equals("UTILITY") && DataValue.UtilityFactory.class.isAssignableFrom(field.getType())) {
                return value(field);
            }
        }
        return DataValue.UTILITY;
    }

    private static DataValue.UtilityFactory value(Field field) {
        try {
            DataValue.UtilityFactory utility = (DataValue.UtilityFactory) field.get(null);
            return utility == null ? DataValue.UTILITY : utility;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The field UTILITY of " + field.getDeclaringClass() + " is not public.", e);
        }
    }
}
