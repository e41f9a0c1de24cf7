package org.tessera.pmml;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.xml.transform.stream.StreamSource;
import org.jpmml.model.JAXBUtil;
import org.junit.jupiter.api.Assertions;
import org.xml.sax.SAXException;

/** The schema of PMML 4.4. */
final class Schemas {

    private Schemas() {}

    static void assertValid(String document) {
        try {
            JAXBUtil.getSchema().newValidator().validate(new StreamSource(new StringReader(document)));
        } catch (SAXException e) {
            Assertions.fail("Not valid: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
