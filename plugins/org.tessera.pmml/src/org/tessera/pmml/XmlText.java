package org.tessera.pmml;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.StringWriter;
import java.util.Map;
import org.dmg.pmml.PMML;
import org.glassfish.jaxb.runtime.v2.JAXBContextFactory;
import org.jpmml.model.JAXBUtil;

/** Writes documents as XML. */
final class XmlText {

    private XmlText() {}

    /**
     * The mapping of the classes to XML. Its maker is named, not looked up: a look-up asks the thread's class loader, which in KNIME
     * knows nothing of this bundle.
     */
    private static final class Mapping {
        static final JAXBContext CONTEXT = create();

        private static JAXBContext create() {
            try {
                return new JAXBContextFactory().createContext(JAXBUtil.getObjectFactoryClasses(), Map.of());
            } catch (JAXBException e) {
                throw new IllegalStateException("The classes of PMML cannot be mapped to XML", e);
            }
        }
    }

    /** The document as XML 1.0, lines indented. */
    static String of(PMML document) {
        StringWriter out = new StringWriter();
        try {
            Marshaller marshaller = Mapping.CONTEXT.createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FORMATTED_OUTPUT, true);
            marshaller.marshal(document, out);
        } catch (JAXBException e) {
            throw new IllegalStateException("The PMML document cannot be written", e);
        }
        return out.toString();
    }

    /** Whether XML 1.0 can hold a text: it has no signs for most control characters and for halves of surrogate pairs. */
    static boolean canHold(String text) {
        return text.codePoints()
                .allMatch(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= ' ' && c < Character.MIN_SURROGATE)
                        || (c > Character.MAX_SURROGATE && c < 0xFFFE)
                        || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT);
    }
}
