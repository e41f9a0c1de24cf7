package org.tessera.workbench.ui;

import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.validation.BuiltinValidation;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.choices.filter.TwinlistWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.tessera.workbench.ui.DialogElement.Bound;
import org.tessera.workbench.ui.DialogElement.Control;
import org.tessera.workbench.ui.DialogElement.DialogChoice;

/** Reads how options are shown and what they accept. */
final class Controls {

    private static final List<Class<? extends Annotation>> ANNOTATIONS = List.of(
            ArrayWidget.class,
            OptionalWidget.class,
            ChoicesProvider.class,
            RadioButtonsWidget.class,
            ValueSwitchWidget.class,
            ColumnFilterWidget.class,
            TwinlistWidget.class,
            NumberInputWidget.class,
            TextAreaWidget.class,
            TextInputWidget.class);

    private Controls() {}

    // Whether the field has an annotation that only options have.
    static boolean isControl(final ParametersField field) {
        return ANNOTATIONS.stream().anyMatch(annotation -> field.annotation(annotation) != null);
    }

    static Control of(final ParametersField field) {
        final NumberInputWidget number = field.annotation(NumberInputWidget.class);
        return new Control(
                typeName(field.type()),
                number == null ? Optional.empty() : bound(number.minValidation()),
                number == null ? Optional.empty() : bound(number.maxValidation()),
                choices(valueType(field)),
                provider(field));
    }

    private static String typeName(final Type type) {
        final Class<?> raw = GenericTypes.raw(type);
        return raw == Optional.class ? "optional " + typeName(GenericTypes.argument(type, 0)) : raw.getSimpleName();
    }

    private static Class<?> valueType(final ParametersField field) {
        return field.rawType() == Optional.class
                ? GenericTypes.raw(GenericTypes.argument(field.type(), 0))
                : field.rawType();
    }

    private static List<DialogChoice> choices(final Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> choice((Enum<?>) constant))
                        .toList()
                : List.of();
    }

    private static DialogChoice choice(final Enum<?> constant) {
        return new DialogChoice(constant.name(), EnumLabels.title(constant), EnumLabels.description(constant));
    }

    private static String provider(final ParametersField field) {
        final ChoicesProvider choices = field.annotation(ChoicesProvider.class);
        if (choices != null) {
            return choices.value().getSimpleName();
        }
        final ColumnFilterWidget filter = field.annotation(ColumnFilterWidget.class);
        return filter == null ? "" : filter.choicesProvider().getSimpleName();
    }

    private static Optional<Bound> bound(final Class<? extends BuiltinValidation> validation) {
        if (Modifier.isAbstract(validation.getModifiers())) {
            return Optional.empty();
        }
        final Object bounds = Instances.create(validation).getParameters();
        final List<Object> values = Stream.of(bounds.getClass().getRecordComponents())
                .map(component -> read(component, bounds))
                .toList();
        return Optional.of(new Bound((Double) values.get(0), (Boolean) values.get(1)));
    }

    private static Object read(final RecordComponent component, final Object bounds) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(bounds);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The bound " + component + " cannot be read.", e);
        }
    }
}
