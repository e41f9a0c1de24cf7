package org.tessera.pmml;

import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.ParserConfigurationException;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;
import org.tessera.engine.data.CustomerTable;
import org.xml.sax.SAXException;

/** A document as JPMML-Evaluator reads it. */
final class Jpmml {

    private final Evaluator evaluator;
    private final String segment;

    Jpmml(String document, String segment) {
        this.segment = segment;
        try {
            evaluator = new LoadingModelEvaluatorBuilder()
                    .load(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
                    .build();
        } catch (JAXBException | SAXException | ParserConfigurationException e) {
            throw new AssertionError("The document cannot be read", e);
        }
        evaluator.verify();
    }

    /** The segment of each customer, null for none. */
    String[] segments(CustomerTable customers) {
        String[] segments = new String[customers.rows()];
        for (int i = 0; i < segments.length; i++) {
            segments[i] =
                    (String) evaluator.evaluate(Customers.row(customers, i)).get(segment);
        }
        return segments;
    }
}
