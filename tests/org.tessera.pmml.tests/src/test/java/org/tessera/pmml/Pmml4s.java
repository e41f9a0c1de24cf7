package org.tessera.pmml;

import java.util.HashMap;
import java.util.Map;
import org.pmml4s.model.Model;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;

/** A document as PMML4S reads it, a library that has nothing in common with the one that writes it. */
final class Pmml4s {

    private static final String FACTORY = "javax.xml.stream.XMLInputFactory";

    private final Model model;
    private final String segment;

    Pmml4s(String document, String segment) {
        String factory = System.setProperty(FACTORY, WholeTexts.class.getName());
        try {
            model = Model.fromString(document);
        } finally {
            restore(factory);
        }
        this.segment = segment;
    }

    private static void restore(String factory) {
        if (factory == null) {
            System.clearProperty(FACTORY);
        } else {
            System.setProperty(FACTORY, factory);
        }
    }

    /** The segment of each customer, null for none. */
    String[] segments(CustomerTable customers) {
        String[] segments = new String[customers.rows()];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = (String) model.predict(row(customers, i)).get(segment);
        }
        return segments;
    }

    private static Map<String, Object> row(CustomerTable customers, int i) {
        Map<String, Object> row = new HashMap<>();
        for (Column column : customers.columns()) {
            row.put(column.name(), column.isMissing(i) ? null : value(column, i));
        }
        return row;
    }

    private static Object value(Column column, int i) {
        if (column instanceof CategoryColumn texts) {
            return texts.levels().get(texts.codes()[i]);
        }
        NumericColumn numbers = (NumericColumn) column;
        double value = numbers.values()[i];
        return numbers.quantity() == Quantity.DATE ? Quantity.DATE.text(value) : (Object) value;
    }
}
