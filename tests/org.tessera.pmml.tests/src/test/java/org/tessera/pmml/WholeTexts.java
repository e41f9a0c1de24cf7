package org.tessera.pmml;

import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.EventFilter;
import javax.xml.stream.StreamFilter;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLReporter;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.XMLEventAllocator;
import javax.xml.transform.Source;

/**
 * The JDK's parser with texts in one piece: PMML4S 1.5.6 keeps the last piece of a text only, and the parser cuts texts at
 * entities and wherever its buffer ends. It is named by a system property, so it has to be public.
 */
public final class WholeTexts extends XMLInputFactory {

    private final XMLInputFactory jdk = XMLInputFactory.newDefaultFactory();

    /** Texts in one piece. */
    public WholeTexts() {
        jdk.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    @Override
    public XMLStreamReader createXMLStreamReader(Reader reader) throws XMLStreamException {
        return jdk.createXMLStreamReader(reader);
    }

    @Override
    public XMLStreamReader createXMLStreamReader(Source source) throws XMLStreamException {
        return jdk.createXMLStreamReader(source);
    }

    @Override
    public XMLStreamReader createXMLStreamReader(InputStream in) throws XMLStreamException {
        return jdk.createXMLStreamReader(in);
    }

    @Override
    public XMLStreamReader createXMLStreamReader(InputStream in, String text) throws XMLStreamException {
        return jdk.createXMLStreamReader(in, text);
    }

    @Override
    public XMLStreamReader createXMLStreamReader(String text, InputStream in) throws XMLStreamException {
        return jdk.createXMLStreamReader(text, in);
    }

    @Override
    public XMLStreamReader createXMLStreamReader(String text, Reader reader) throws XMLStreamException {
        return jdk.createXMLStreamReader(text, reader);
    }

    @Override
    public XMLEventReader createXMLEventReader(Reader reader) throws XMLStreamException {
        return jdk.createXMLEventReader(reader);
    }

    @Override
    public XMLEventReader createXMLEventReader(String text, Reader reader) throws XMLStreamException {
        return jdk.createXMLEventReader(text, reader);
    }

    @Override
    public XMLEventReader createXMLEventReader(XMLStreamReader reader) throws XMLStreamException {
        return jdk.createXMLEventReader(reader);
    }

    @Override
    public XMLEventReader createXMLEventReader(Source source) throws XMLStreamException {
        return jdk.createXMLEventReader(source);
    }

    @Override
    public XMLEventReader createXMLEventReader(InputStream in) throws XMLStreamException {
        return jdk.createXMLEventReader(in);
    }

    @Override
    public XMLEventReader createXMLEventReader(InputStream in, String text) throws XMLStreamException {
        return jdk.createXMLEventReader(in, text);
    }

    @Override
    public XMLEventReader createXMLEventReader(String text, InputStream in) throws XMLStreamException {
        return jdk.createXMLEventReader(text, in);
    }

    @Override
    public XMLStreamReader createFilteredReader(XMLStreamReader reader, StreamFilter filter) throws XMLStreamException {
        return jdk.createFilteredReader(reader, filter);
    }

    @Override
    public XMLEventReader createFilteredReader(XMLEventReader reader, EventFilter filter) throws XMLStreamException {
        return jdk.createFilteredReader(reader, filter);
    }

    @Override
    public XMLResolver getXMLResolver() {
        return jdk.getXMLResolver();
    }

    @Override
    public void setXMLResolver(XMLResolver value) {
        jdk.setXMLResolver(value);
    }

    @Override
    public XMLReporter getXMLReporter() {
        return jdk.getXMLReporter();
    }

    @Override
    public void setXMLReporter(XMLReporter value) {
        jdk.setXMLReporter(value);
    }

    @Override
    public XMLEventAllocator getEventAllocator() {
        return jdk.getEventAllocator();
    }

    @Override
    public void setEventAllocator(XMLEventAllocator value) {
        jdk.setEventAllocator(value);
    }

    @Override
    public void setProperty(String name, Object value) {
        jdk.setProperty(name, value);
    }

    @Override
    public Object getProperty(String name) {
        return jdk.getProperty(name);
    }

    @Override
    public boolean isPropertySupported(String name) {
        return jdk.isPropertySupported(name);
    }
}
