package org.tessera.pmml;

import java.util.List;
import org.dmg.pmml.DataField;
import org.dmg.pmml.Expression;
import org.tessera.engine.prep.Feature;

/** The fields of one column of the customers. */
sealed interface ColumnFields permits NumberFields, CategoryFields {

    /** The column as it is read. */
    DataField dataField();

    /** Adds the fields from which the features are computed. */
    void addHelpers(Fields fields);

    /** The number of a feature of this column before it is scaled. */
    Expression raw(Feature feature);

    /** Whether something is known of the customer in this column: true or false, never missing. */
    Expression known();

    /** What has to be true in this column for a customer to get a segment: each true or false, never missing. */
    List<Expression> conditions();
}
