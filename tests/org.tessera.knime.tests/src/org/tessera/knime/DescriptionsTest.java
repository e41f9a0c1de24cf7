package org.tessera.knime;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeFactory;
import org.tessera.knime.kit.Nodes;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Every node's description is complete, in the markup that KNIME's schema of descriptions allows, and true to its ports. */
class DescriptionsTest {

    private static final Set<String> INLINE = Set.of("a", "b", "i", "em", "tt", "code", "sub", "sup", "br");
    private static final Set<String> LISTS = Set.of("ul", "ol");

    /** What may stand in what, a part of KNIME's Node_v5.3.xsd that is enough for us. */
    private static final Map<String, Set<String>> CONTENT = Map.of(
            "intro", union(INLINE, LISTS, Set.of("p", "h4")),
            "p", union(INLINE, LISTS),
            "li", union(INLINE, LISTS),
            "ul", Set.of("li"),
            "ol", Set.of("li"));

    private static final List<String> HEADINGS =
            List.of("How it works", "What comes out", "When to use something else", "References");

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toSet());
    }

    static Stream<NodeFactory<?>> factories() {
        return Nodes.factories();
    }

    private static List<Element> all(Element in, String tag) {
        NodeList found = in.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Element one(NodeFactory<?> factory, String tag) {
        List<Element> found = all(factory.getXMLDescription(), tag);
        assertEquals(1, found.size(), tag);
        return found.get(0);
    }

    private static void assertSentence(String text) {
        assertTrue(text.strip().matches("(?s)\\p{Lu}.*[^.]\\."), text);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void the_short_description_is_one_sentence_for_a_list_of_nodes(NodeFactory<?> factory) {
        String text = one(factory, "shortDescription").getTextContent();
        assertSentence(text);
        assertTrue(text.length() > 40 && text.length() <= 130, () -> text.length() + ": " + text);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void the_full_description_is_in_the_markup_that_knime_knows(NodeFactory<?> factory) {
        assertContent(one(factory, "intro"));
    }

    private static void assertContent(Element element) {
        Set<String> allowed = CONTENT.getOrDefault(element.getTagName(), INLINE);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                assertTrue(
                        allowed.contains(inner.getTagName()),
                        () -> "<" + inner.getTagName() + "> in <" + element.getTagName() + ">");
                assertContent(inner);
            } else if (element.getTagName().equals("intro")) {
                assertTrue(child.getTextContent().isBlank(), "outside a paragraph: " + child.getTextContent());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("factories")
    void the_full_description_answers_the_same_questions_for_every_node(NodeFactory<?> factory) {
        Element intro = one(factory, "intro");
        assertEquals(
                HEADINGS, all(intro, "h4").stream().map(Element::getTextContent).toList());
        assertEquals("p", firstElement(intro).getTagName());
        all(intro, "p").forEach(p -> assertSentence(p.getTextContent()));
        all(intro, "li").forEach(li -> assertSentence(li.getTextContent()));
    }

    private static Element firstElement(Element in) {
        Node child = in.getFirstChild();
        while (!(child instanceof Element)) {
            child = child.getNextSibling();
        }
        return (Element) child;
    }

    @ParameterizedTest
    @MethodSource("factories")
    void ports_are_described_and_outputs_appear_in_the_full_description(NodeFactory<?> factory) {
        Element root = factory.getXMLDescription();
        List<Element> ports = Stream.of("inPort", "dynInPort", "outPort", "dynOutPort")
                .flatMap(tag -> all(root, tag).stream())
                .toList();
        assertTrue(ports.size() >= 2, factory.getNodeName());
        assertAll(ports.stream().map(port -> (Executable) () -> {
            assertFalse(port.getAttribute("name").isBlank(), factory.getNodeName());
            assertSentence(port.getTextContent());
            assertTrue(
                    port.getTextContent().length() > port.getAttribute("name").length() + 15, port.getTextContent());
        }));
        Set<String> named = all(one(factory, "intro"), "b").stream()
                .map(Element::getTextContent)
                .collect(Collectors.toSet());
        all(root, "outPort")
                .forEach(port -> assertTrue(
                        named.contains(port.getAttribute("name")),
                        () -> "'" + port.getAttribute("name") + "' in " + named));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void keywords_find_the_node_by_more_than_its_name(NodeFactory<?> factory) {
        List<String> words = all(factory.getXMLDescription(), "keyword").stream()
                .map(k -> k.getTextContent().toLowerCase(Locale.ROOT))
                .toList();
        assertTrue(words.size() >= 5, words::toString);
        assertEquals(words.size(), new HashSet<>(words).size(), words::toString);
        assertTrue(
                words.stream().anyMatch(w -> w.matches("segmentation|cluster(ing)?")),
                () -> "nothing about segmentation in " + words);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void links_lead_to_papers_and_documents_by_name(NodeFactory<?> factory) {
        Element root = factory.getXMLDescription();
        List<Element> links = all(root, "link");
        assertFalse(links.isEmpty(), factory.getNodeName());
        links.forEach(link -> {
            assertTrue(link.getAttribute("href").startsWith("https://"), link.getAttribute("href"));
            assertTrue(link.getTextContent().contains(": "), "author or maker: title, not " + link.getTextContent());
        });
        all(one(factory, "intro"), "a").forEach(a -> {
            String text = a.getTextContent();
            String expected =
                    text.replaceFirst("^doi:", "https://doi.org/").replaceFirst("^arXiv:", "https://arxiv.org/abs/");
            assertEquals(expected, a.getAttribute("href"));
        });
    }

    @ParameterizedTest
    @MethodSource("factories")
    void views_have_a_name_and_say_what_they_show(NodeFactory<?> factory) {
        all(factory.getXMLDescription(), "view").forEach(view -> {
            assertFalse(view.getAttribute("name").isBlank());
            assertSentence(view.getTextContent());
        });
    }

    @Test
    void icons_are_16_pixels_wide_and_high_and_each_node_has_its_own() throws IOException {
        Set<List<Integer>> seen = new HashSet<>();
        for (NodeFactory<?> factory : factories().toList()) {
            BufferedImage icon = ImageIO.read(factory.getIcon());
            assertEquals(16, icon.getWidth(), factory.getNodeName());
            assertEquals(16, icon.getHeight(), factory.getNodeName());
            assertTrue(icon.getColorModel().hasAlpha(), factory.getNodeName());
            List<Integer> pixels =
                    IntStream.of(icon.getRGB(0, 0, 16, 16, null, 0, 16)).boxed().toList();
            long visible = pixels.stream().filter(p -> (p >>> 24) > 200).count();
            assertTrue(visible > 40, () -> factory.getNodeName() + " has " + visible + " opaque pixels");
            assertTrue(seen.add(pixels), factory.getNodeName());
        }
    }
}
