package org.tessera.pmml;

import org.dmg.pmml.DerivedField;

/** Takes the fields of a document in the order in which they are computed. */
@FunctionalInterface
interface Fields {
    void add(DerivedField field);
}
