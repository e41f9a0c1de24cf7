package org.tessera.workbench.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.knime.core.node.NodeFactory;
import org.knime.core.webui.node.dialog.NodeDialogFactory;
import org.knime.core.webui.node.dialog.SettingsType;
import org.knime.node.parameters.NodeParameters;
import org.tessera.workbench.ui.DialogElement.Group;
import org.tessera.workbench.ui.DialogElement.Option;
import org.tessera.workbench.ui.DialogElement.Visibility;

/**
 * The structure of a dialog as its parameters declare it: what a user would see, without a user interface.
 *
 * @param elements the elements from top to bottom
 * @param problems what keeps the dialog from being complete; empty for a good one
 */
public record DialogStructure(List<DialogElement> elements, List<String> problems) {

    // keeps unmodifiable copies
    public DialogStructure {
        elements = List.copyOf(elements);
        problems = List.copyOf(problems);
    }

    /**
     * Reads the structure of parameters.
     *
     * @param parameters the class of the parameters
     * @return the structure
     */
    public static DialogStructure of(final Class<? extends NodeParameters> parameters) {
        final DialogReader reader = new DialogReader(parameters);
        final List<DialogElement> elements = reader.read();
        final List<String> problems = new ArrayList<>(reader.problems());
        problems.addAll(ParametersPitfalls.of(parameters));
        final Set<String> titles = new HashSet<>();
        elements.stream().flatMap(DialogElement::options).forEach(option -> {
            if (option.title().isBlank()) {
                problems.add("The option '" + option.key() + "' has no title.");
            } else if (!titles.add(option.title())) {
                problems.add("There is more than one option with the title '" + option.title() + "'.");
            }
            if (option.description().isBlank()) {
                problems.add("The option '" + option.key() + "' has no description.");
            }
        });
        return new DialogStructure(elements, problems);
    }

    /**
     * Reads the structure of the model's parameters of a node.
     *
     * @param factory the node's factory
     * @return the structure, empty if the model has no parameters
     */
    public static Optional<DialogStructure> of(final NodeFactory<?> factory) {
        return of(factory, SettingsType.MODEL);
    }

    /**
     * Reads the structure of the view's parameters of a node.
     *
     * @param factory the node's factory
     * @return the structure, empty if the view has no parameters
     */
    public static Optional<DialogStructure> ofView(final NodeFactory<?> factory) {
        return of(factory, SettingsType.VIEW);
    }

    private static Optional<DialogStructure> of(final NodeFactory<?> factory, final SettingsType type) {
        if (factory instanceof NodeDialogFactory dialogs
                && dialogs.hasNodeDialog()
                && dialogs.createNodeDialog() instanceof ParametersDialog dialog) {
            return Optional.ofNullable(dialog.parameters().get(type)).map(DialogStructure::of);
        }
        return Optional.empty();
    }

    /** @return all options from top to bottom */
    public List<Option> options() {
        return elements.stream().flatMap(DialogElement::options).toList();
    }

    /** @return the structure as indented text, one element per line, for snapshots */
    public String describe() {
        final StringBuilder out = new StringBuilder();
        elements.forEach(element -> describe(element, "", out));
        return out.toString();
    }

    private static void describe(final DialogElement element, final String indent, final StringBuilder out) {
        out.append(indent);
        if (element instanceof Group group) {
            out.append(group.kind());
            appendIf(!group.title().isEmpty(), " " + group.title(), out);
            appendIf(group.advanced(), " [advanced]", out);
            group.effect().ifPresent(effect -> out.append(" [").append(effect).append(']'));
            out.append('\n');
            group.children().forEach(child -> describe(child, indent + "  ", out));
        } else if (element instanceof Option option) {
            describeOption(option, out);
            option.elements().forEach(child -> describe(child, indent + "  ", out));
        }
    }

    private static void describeOption(final Option option, final StringBuilder out) {
        final DialogElement.Control control = option.control();
        out.append(option.key()).append(": ").append(option.title());
        out.append(" (").append(control.type());
        control.min()
                .ifPresent(min -> out.append(min.exclusive() ? " > " : " >= ").append(min.value()));
        control.max()
                .ifPresent(max -> out.append(max.exclusive() ? " < " : " <= ").append(max.value()));
        appendIf(!control.provider().isEmpty(), " from " + control.provider(), out);
        if (!control.choices().isEmpty()) {
            out.append(": ");
            out.append(String.join(
                    ", ",
                    control.choices().stream()
                            .map(DialogElement.DialogChoice::title)
                            .toList()));
        }
        out.append(')');
        appendIf(option.advanced(), " [advanced]", out);
        for (final Visibility effect : option.effects()) {
            out.append(" [").append(effect).append(']');
        }
        out.append('\n');
    }

    private static void appendIf(final boolean condition, final String text, final StringBuilder out) {
        if (condition) {
            out.append(text);
        }
    }
}
