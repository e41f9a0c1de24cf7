package org.tessera.workbench.ui;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.widget.message.TextMessage;
import org.tessera.workbench.ui.DialogElement.Option;
import org.tessera.workbench.ui.DialogElement.Visibility;

/** Reads the structure of a dialog from the annotations of its parameters. */
final class DialogReader {

    private final Class<? extends NodeParameters> m_parameters;
    private final List<String> m_problems = new ArrayList<>();
    private final EffectReader m_effects;

    DialogReader(final Class<? extends NodeParameters> parameters) {
        m_parameters = parameters;
        m_effects = new EffectReader(parameters);
    }

    List<DialogElement> read() {
        final List<DialogElement> elements = arrange(readGroup(m_parameters, new Context("", null, false, List.of())));
        m_problems.addAll(m_effects.problems());
        return elements;
    }

    List<String> problems() {
        return m_problems;
    }

    private List<DialogElement> arrange(final List<PlacedElement> placed) {
        final LayoutTree tree = new LayoutTree(m_effects);
        placed.forEach(tree::add);
        final List<DialogElement> elements = tree.arrange();
        m_problems.addAll(tree.problems());
        return elements;
    }

    /**
     * What a group passes on to its options.
     *
     * @param prefix the path of its keys with a slash at the end, or nothing
     * @param layout where its options go unless they say otherwise
     * @param advanced whether they are advanced
     * @param effects the effects on them
     */
    private record Context(String prefix, Class<?> layout, boolean advanced, List<Visibility> effects) {}

    private List<PlacedElement> readGroup(final Type type, final Context context) {
        final List<PlacedElement> placed = new ArrayList<>();
        for (final ParametersField field : ParametersField.of(type)) {
            final Layout layout = annotation(field, type, Layout.class);
            final Class<?> place = layout == null ? context.layout() : layout.value();
            final boolean advanced = context.advanced() || annotation(field, type, Advanced.class) != null;
            final Effect effect = effect(field, type);
            final List<Visibility> effects = effect == null
                    ? context.effects()
                    : Stream.concat(context.effects().stream(), m_effects.read(effect).stream())
                            .toList();
            readField(field, new Context(context.prefix(), place, advanced, effects), placed);
        }
        return placed;
    }

    private static Effect effect(final ParametersField field, final Type owner) {
        final Effect effect = annotation(field, owner, Effect.class);
        final Widget widget = field.annotation(Widget.class);
        return effect == null && widget != null ? widget.effect() : effect;
    }

    private void readField(final ParametersField field, final Context context, final List<PlacedElement> placed) {
        final Widget widget = field.annotation(Widget.class);
        final String key = context.prefix() + field.configKey();
        if (WidgetGroup.class.isAssignableFrom(field.rawType())) {
            placed.addAll(readGroup(
                    field.type(), new Context(key + "/", context.layout(), context.advanced(), context.effects())));
        } else if (widget != null) {
            final List<DialogElement> elements = field.isArrayOfGroups()
                    ? arrange(readGroup(field.elementType(), new Context(key + "/*/", null, false, List.of())))
                    : List.of();
            placed.add(new PlacedElement(
                    context.layout(),
                    new Option(
                            key,
                            widget.title(),
                            widget.description(),
                            Controls.of(field),
                            widget.advanced() || context.advanced(),
                            context.effects(),
                            elements)));
        } else if (field.annotation(TextMessage.class) == null && Controls.isControl(field)) {
            m_problems.add("The field " + field + " has annotations of an option but no @Widget.");
        }
    }

    // An annotation of a field, or of the class of the group it holds, or of the superclass that declares it.
    private static <A extends Annotation> A annotation(
            final ParametersField field, final Type owner, final Class<A> annotation) {
        A found = field.annotation(annotation);
        if (found == null && WidgetGroup.class.isAssignableFrom(field.rawType())) {
            found = field.rawType().getAnnotation(annotation);
        }
        final Class<?> declaring = field.field().getDeclaringClass();
        if (found == null && declaring != GenericTypes.raw(owner)) {
            found = declaring.getAnnotation(annotation);
        }
        return found;
    }
}
