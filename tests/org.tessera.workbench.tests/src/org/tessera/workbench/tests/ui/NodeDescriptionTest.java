package org.tessera.workbench.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The description that a declaration generates. */
final class NodeDescriptionTest {

    static final class Factory extends DefaultNodeFactory {
        Factory(final String text) {
            super(DefaultNode.create()
                    .name("Reader")
                    .icon("reader.png")
                    .shortDescription("Reads.")
                    .fullDescription(text)
                    .sinceVersion(5, 8, 0)
                    .ports(ports -> ports.addOutputTable("Rows", "What was read."))
                    .model(model ->
                            model.withoutParameters().configure((in, out) -> {}).execute((in, out) -> {}))
                    .keywords("import", "file")
                    .addExternalResource("https://example.org", "More"));
        }
    }

    private static List<String> attributes(final Element root, final String tag, final String attribute) {
        final NodeList found = root.getElementsByTagName(tag);
        final List<String> values = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            values.add(((Element) found.item(i)).getAttribute(attribute));
        }
        return values;
    }

    @Test
    void has_name_type_and_ports() {
        final NodeFactory<?> factory = new Factory("Reads <b>rows</b>.");
        assertEquals("Reader", factory.getNodeName());
        final Element xml = factory.getXMLDescription();
        assertEquals("Source", xml.getAttribute("type"));
        assertEquals(List.of("Rows"), attributes(xml, "outPort", "name"));
    }

    @Test
    void lists_options_ports_and_groups_in_xml() {
        final Element zoo = new ZooNodeFactory().getXMLDescription();
        assertEquals("Manipulator", zoo.getAttribute("type"));
        assertEquals("zoo.png", zoo.getAttribute("icon"));
        assertEquals("every", zoo.getElementsByTagName("b").item(0).getTextContent());
        assertEquals(List.of("Customers"), attributes(zoo, "inPort", "name"));
        assertEquals(List.of("Preparation", "Candidates"), attributes(zoo, "dynInPort", "group-identifier"));
        assertEquals(
                List.of(
                        "Clusters",
                        "Seed",
                        "Flag",
                        "Name",
                        "Nothing",
                        "Linkage",
                        "Columns",
                        "Names",
                        "Restarts",
                        "Tolerance"),
                attributes(zoo, "option", "name"));
        assertEquals(List.of("https://example.org"), attributes(new Factory("x").getXMLDescription(), "link", "href"));
    }

    @Test
    void refuses_markup_that_is_not_well_formed() {
        assertThrows(IllegalStateException.class, () -> new Factory("a < b").getXMLDescription());
    }
}
