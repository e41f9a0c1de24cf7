package org.knime.core.data;

/** Marks values of which a column has a countable set: containers collect it as the domain's possible values. */
public interface NominalValue extends DataValue {

    /** Utility of this value type. */
    UtilityFactory UTILITY = DataValue.UTILITY;
}
