package org.tessera.pmml;

import org.pmml4s.model.Model;
import org.tessera.engine.data.CustomerTable;

/**
 * A document as PMML4S reads it, a library that has nothing in common with the one that writes it. Its version 1.5.6 drops
 * blanks at the ends of categories, and counts the days of dates from the time of day at which it runs.
 */
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
            segments[i] = (String) model.predict(Customers.row(customers, i)).get(segment);
        }
        return segments;
    }
}
