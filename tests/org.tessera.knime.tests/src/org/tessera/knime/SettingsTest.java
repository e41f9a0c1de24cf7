package org.tessera.knime;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.tessera.knime.kit.EditedSettings;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.Nodes;
import org.tessera.workbench.ui.DialogElement.Bound;
import org.tessera.workbench.ui.DialogElement.Option;
import org.tessera.workbench.ui.DialogStructure;

/** Settings of older versions load, wrong ones are refused by option and range; every option of every dialog. */
class SettingsTest {

    static Stream<NodeFactory<?>> factories() {
        return Nodes.factories();
    }

    /**
     * One check per option; all of them are made before the test fails. Options of the elements of a list, of which a
     * new node has none, have tests of their own.
     */
    private static void forEachOption(NodeFactory<?> factory, OptionCheck check) {
        List<Option> options = DialogStructure.of(factory).orElseThrow().options().stream()
                .filter(option -> !option.key().contains("*"))
                .toList();
        assertAll(options.stream().map(option -> (Executable) () -> check.of(option)));
    }

    private interface OptionCheck {
        void of(Option option) throws InvalidSettingsException;
    }

    /** A node is made of a factory once. */
    private static NodeFactory<?> fresh(NodeFactory<?> factory) {
        return factories()
                .filter(f -> f.getClass() == factory.getClass())
                .findFirst()
                .orElseThrow();
    }

    private static NodeRun load(NodeFactory<?> factory, EditedSettings settings) throws InvalidSettingsException {
        return settings.load(fresh(factory));
    }

    private static EditedSettings defaults(NodeFactory<?> factory) throws InvalidSettingsException {
        return EditedSettings.defaults(fresh(factory));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void an_absent_key_gives_its_default(NodeFactory<?> factory) throws InvalidSettingsException {
        String all = EditedSettings.xml(NodeRun.of(fresh(factory)));
        forEachOption(
                factory,
                option ->
                        assertEquals(all, EditedSettings.xml(load(factory, absent(factory, option))), option.title()));
    }

    @ParameterizedTest
    @MethodSource("factories")
    void a_value_of_the_wrong_type_is_refused_by_key(NodeFactory<?> factory) {
        forEachOption(factory, option -> {
            boolean text = option.control().type().endsWith("String");
            EditedSettings settings = text
                    ? present(factory, option).with(option.key(), "xboolean", "true")
                    : present(factory, option).with(option.key(), "xstring", "no such thing");
            String message = refusal(factory, option, settings);
            assertTrue(message.contains("'" + option.key()) || message.contains("\"" + option.key()), message);
        });
    }

    /** The defaults as a version stored them that did not have the option yet. */
    private static EditedSettings absent(NodeFactory<?> factory, Option option) throws InvalidSettingsException {
        EditedSettings settings = defaults(factory).without(option.key());
        String present = option.key() + "_is_present";
        return settings.contains(present) ? settings.without(present) : settings;
    }

    /** The defaults with an option switched on that can be off. */
    private static EditedSettings present(NodeFactory<?> factory, Option option) throws InvalidSettingsException {
        boolean optional = option.control().type().startsWith("optional");
        return optional ? defaults(factory).with(option.key() + "_is_present", "true") : defaults(factory);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void an_unknown_choice_is_refused_with_those_there_are(NodeFactory<?> factory) {
        forEachOption(factory, option -> {
            if (!option.control().choices().isEmpty()) {
                String message = refusal(factory, option, defaults(factory).with(option.key(), "NO_SUCH"));
                option.control().choices().forEach(c -> assertTrue(message.contains(c.name()), message));
            } else if (option.control().provider().matches("(Metric|Chart)Choices")) {
                boolean many = option.control().type().equals("String[]");
                String key = many ? option.key() + "/0" : option.key();
                String message = refusal(factory, option, defaults(factory).with(key, "no-such"));
                String start = "Option '" + option.title() + (many ? "' holds 'no-such'" : "' is 'no-such'");
                assertTrue(message.startsWith(start + ", but has to be one of "), message);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("factories")
    void numbers_beyond_a_bound_are_refused_by_title_and_range(NodeFactory<?> factory) {
        forEachOption(factory, option -> {
            for (String value : beyond(option)) {
                assertEquals(
                        "Option '" + option.title() + "' is " + shown(value) + ", but has to be " + range(option) + ".",
                        refusal(factory, option, defaults(factory).with(option.key(), value)));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("factories")
    void numbers_at_their_bounds_are_accepted(NodeFactory<?> factory) {
        forEachOption(factory, option -> {
            for (String value : nearest(option)) {
                String loaded =
                        EditedSettings.xml(load(factory, defaults(factory).with(option.key(), value)));
                assertTrue(
                        loaded.contains("key=\"" + option.key() + "\" type=\"x"
                                + option.control().type() + "\" value=\"" + value + "\""),
                        () -> option + " " + value + loaded);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("factories")
    void a_blank_text_is_refused_by_title(NodeFactory<?> factory) {
        forEachOption(factory, option -> {
            if (option.control().type().equals("String")
                    && option.control().provider().isEmpty()) {
                String refusal = refusal(factory, option, defaults(factory).with(option.key(), " "));
                assertTrue(refusal.startsWith("Option '" + option.title() + "' is empty: give the "), refusal);
            }
        });
    }

    private static String refusal(NodeFactory<?> factory, Option option, EditedSettings settings) {
        return assertThrows(InvalidSettingsException.class, () -> load(factory, settings), option::toString)
                .getMessage();
    }

    private static boolean isWhole(Option option) {
        return option.control().type().equals("int");
    }

    private static List<String> beyond(Option option) {
        List<String> values = new ArrayList<>();
        option.control().min().ifPresent(min -> values.add(step(option, min, -1)));
        option.control().max().ifPresent(max -> values.add(step(option, max, 1)));
        if (option.control().type().equals("double")) {
            values.addAll(List.of("NaN", "Infinity", "-Infinity"));
        }
        return values;
    }

    private static List<String> nearest(Option option) {
        List<String> values = new ArrayList<>();
        option.control().min().ifPresent(min -> values.add(min.exclusive() ? "4.9E-324" : text(option, min.value())));
        option.control().max().ifPresent(max -> values.add(text(option, max.value())));
        return values;
    }

    /** The first number on the wrong side of a bound. */
    private static String step(Option option, Bound bound, int direction) {
        if (bound.exclusive()) {
            return text(option, bound.value());
        }
        double next = direction > 0 ? Math.nextUp(bound.value()) : Math.nextDown(bound.value());
        return isWhole(option) ? text(option, bound.value() + direction) : Double.toString(next);
    }

    private static String text(Option option, double value) {
        return isWhole(option) ? Integer.toString((int) value) : Double.toString(value);
    }

    private static String range(Option option) {
        Bound min = option.control().min().orElse(null);
        Bound max = option.control().max().orElse(null);
        if (min == null) {
            return "a finite number";
        }
        if (max == null && !isWhole(option)) {
            return "a finite number " + (min.exclusive() ? "above " : "from ") + shown(Double.toString(min.value()));
        }
        double most = max == null ? Integer.MAX_VALUE : max.value();
        return "from " + shown(Double.toString(min.value())) + " to " + shown(Double.toString(most));
    }

    private static String shown(String value) {
        double number = Double.parseDouble(value);
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.format(Locale.ENGLISH, "%,d", (long) number)
                : value;
    }
}
