package org.tessera.charts.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A report, read as XML.
 *
 * @param document its elements
 */
record Page(Document document) {

    static Page of(String html) {
        try {
            return new Page(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    static Page of(Report report) {
        return of(ReportPage.html(report, Reports.RUN));
    }

    List<Element> all(String name) {
        return elements(document.getElementsByTagName(name));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    static List<Element> all(Element parent, String name) {
        return elements(parent.getElementsByTagName(name));
    }

    Element first(String name, Predicate<Element> condition) {
        return all(name).stream()
                .filter(condition)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such " + name));
    }

    /** The element that has an identifier, or whose heading has it. */
    Element section(String id) {
        return first("section", s -> s.getAttribute("aria-labelledby").equals(id));
    }

    /** The cells of the table of a caption, heads first. */
    List<List<String>> table(String caption) {
        Element table = first("table", t -> text(all(t, "caption").get(0)).equals(caption));
        List<List<String>> rows = new ArrayList<>();
        for (Element row : all(table, "tr")) {
            List<String> cells = new ArrayList<>();
            for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
                cells.add(text(cell));
            }
            rows.add(cells);
        }
        return rows;
    }

    static String text(Node node) {
        return node.getTextContent().strip();
    }
}
