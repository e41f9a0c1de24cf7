package org.tessera.knime;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.tessera.charts.ChartCatalog;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.catalog.Metrics;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.Nodes;
import org.tessera.workbench.kernel.NativeNode;
import org.tessera.workbench.ui.DialogElement.Bound;
import org.tessera.workbench.ui.DialogElement.DialogChoice;
import org.tessera.workbench.ui.DialogElement.Group;
import org.tessera.workbench.ui.DialogElement.Option;
import org.tessera.workbench.ui.DialogStructure;

/** What dialogs say is complete and true: sentences, range and default of every option, what every choice means. */
class DialogTextsTest {

    /** Options beyond this number need sections to be found. */
    private static final int WITHOUT_SECTIONS = 3;

    static Stream<NodeFactory<?>> factories() {
        return Nodes.factories();
    }

    private interface OptionCheck {
        void of(Option option) throws InvalidSettingsException;
    }

    /** One check per option; all of them are made before the test fails. */
    private static void forEachOption(NodeFactory<?> factory, OptionCheck check) {
        List<Option> options = DialogStructure.of(factory).orElseThrow().options();
        assertAll(options.stream().map(option -> (Executable) () -> check.of(option)));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void descriptions_are_sentences_that_say_more_than_the_title(NodeFactory<?> factory) {
        forEachOption(factory, option -> {
            String text = option.description();
            assertTrue(text.matches("(?s)\\p{Lu}.*[^.]\\."), () -> option.title() + ": " + text);
            assertTrue(text.length() > option.title().length() + 40, () -> option.title() + ": " + text);
            assertFalse(text.contains("  "), text);
            assertFalse(option.title().endsWith("."), option.title());
        });
    }

    @ParameterizedTest
    @MethodSource("factories")
    void every_choice_has_a_label_and_a_meaning(NodeFactory<?> factory) {
        forEachOption(factory, option -> {
            for (DialogChoice choice : option.control().choices()) {
                assertFalse(choice.title().equals(choice.name()), () -> option.title() + ": " + choice);
                assertTrue(choice.description().matches("(?s)\\p{Lu}.*[^.]\\."), () -> option.title() + ": " + choice);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("factories")
    void choices_that_a_catalog_offers_are_explained_by_name(NodeFactory<?> factory) {
        forEachOption(factory, option -> {
            if (option.control().provider().equals("MetricChoices")) {
                String text = factory.getXMLDescription().getTextContent();
                Metrics.forSelection()
                        .forEach(m -> assertTrue(
                                text.contains(m.info().title() + ": " + m.info().inWords()),
                                () -> "'" + m.info().title() + "' in: " + text));
            } else if (option.control().type().equals("String")) {
                titles(option)
                        .forEach((id, title) -> assertTrue(
                                option.description().contains(title + ":"),
                                () -> "'" + title + "' in: " + option.description()));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("factories")
    void the_range_in_the_text_is_the_range_of_the_control(NodeFactory<?> factory) {
        forEachOption(factory, option -> {
            if (option.control().min().isPresent()) {
                Bound min = option.control().min().get();
                String least = shown(min.value());
                String range = option.control().max().isPresent()
                        ? "from " + least + " to "
                                + shown(option.control().max().get().value())
                        : (min.exclusive() ? "above " : "at least ") + least;
                assertTrue(
                        option.description().matches("(?s).*\\b" + range + "[^\\d,]?[^\\d].*"),
                        () -> "'" + range + "' in: " + option.description());
            } else {
                assertTrue(option.control().max().isEmpty(), option::toString);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("factories")
    void the_default_in_the_text_is_that_of_a_new_node(NodeFactory<?> factory) throws InvalidSettingsException {
        NodeSettings model = defaults(factory);
        forEachOption(factory, option -> {
            if (option.key().contains("*")) {
                return; // an element of a list, of which a new node has none
            }
            String expected = "Default: " + defaultOf(option, model);
            String text = option.description();
            assertTrue(
                    option.control().type().matches("ColumnFilter|ColumnWeight\\[]|SegmentName\\[]")
                            ? text.contains(expected)
                            : text.endsWith(" " + expected + "."),
                    () -> "'" + expected + "' in: " + text);
        });
    }

    @ParameterizedTest
    @MethodSource("factories")
    void options_stand_in_sections_with_what_is_seldom_changed_set_aside(NodeFactory<?> factory) {
        DialogStructure dialog = DialogStructure.of(factory).orElseThrow();
        if (dialog.options().size() > WITHOUT_SECTIONS) {
            dialog.elements()
                    .forEach(e -> assertTrue(
                            e instanceof Group group
                                    && group.kind() == Group.Kind.SECTION
                                    && !group.title().isBlank(),
                            e::toString));
        }
        dialog.options().stream()
                .filter(o -> o.title().equals("Seed") || o.title().equals("Implementation"))
                .forEach(o -> assertTrue(o.advanced(), o.title()));
        assertTrue(dialog.options().stream().anyMatch(o -> !o.advanced()), "all options are advanced");
    }

    private static NodeSettings defaults(NodeFactory<?> factory) throws InvalidSettingsException {
        NodeSettings settings = new NodeSettings("settings.xml");
        try (NativeNode node = NodeRun.of(factory).node()) {
            node.saveSettings(settings);
        }
        return settings.getNodeSettings("model");
    }

    private static String defaultOf(Option option, NodeSettings model) throws InvalidSettingsException {
        String key = option.key();
        return switch (option.control().type()) {
            case "ColumnFilter" ->
                model.getNodeSettings(key).getNodeSettings("manualFilter").getBoolean("includeUnknownColumns")
                        ? "all"
                        : "none";
            case "String[]" ->
                Arrays.stream(model.getStringArray(key))
                        .map(titles(option)::get)
                        .collect(Collectors.joining(", "));
            case "ColumnWeight[]", "SegmentName[]" ->
                model.getNodeSettings(key).keySet().isEmpty() ? "none" : "some";
            case "optional String" -> model.getBoolean(key + "_is_present") ? model.getString(key) : "none";
            case "boolean" -> model.getBoolean(key) ? "on" : "off";
            case "int" -> shown(model.getInt(key));
            case "long" -> shown(model.getLong(key));
            case "double" -> shown(model.getDouble(key));
            default -> {
                String value = model.getString(key);
                yield titles(option).getOrDefault(value, value);
            }
        };
    }

    /** The titles of fixed choices and of those of the catalogs by what is stored; of columns there are none. */
    private static Map<String, String> titles(Option option) {
        Map<String, String> titles = new HashMap<>();
        option.control().choices().forEach(c -> titles.put(c.name(), c.title()));
        if (option.control().provider().equals("MetricChoices")) {
            Metrics.all().forEach(m -> titles.put(m.info().id(), m.info().title()));
        } else if (option.control().provider().equals("AlgorithmChoices")) {
            Algorithms.ALL.forEach(a -> titles.put(a.id(), a.title()));
        } else if (option.control().provider().equals("ChartChoices")) {
            ChartCatalog.all().forEach(c -> titles.put(c.id(), c.title()));
        }
        return titles;
    }

    /** With separators, and without an exponent or superfluous digits. */
    private static String shown(double value) {
        return String.format(Locale.ENGLISH, "%,.9f", value).replaceFirst("\\.?0+$", "");
    }
}
