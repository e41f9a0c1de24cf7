package org.tessera.workbench.ui;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.tessera.workbench.ui.Condition.OfValue;
import org.tessera.workbench.ui.DialogElement.Visibility;

/** Reads effects as conditions; an effect on a reference that no field is bound to is a problem. */
final class EffectReader implements PredicateInitializer {
    /** Predicates may ask for any port of their node, which is not known here: enough of them, none connected. */
    private static final int MOST_PORTS = 64;

    private final Set<Class<?>> m_references = new LinkedHashSet<>();
    private final List<String> m_problems = new ArrayList<>();

    EffectReader(final Class<? extends NodeParameters> parameters) {
        collectReferences(parameters);
    }

    private void collectReferences(final Type type) {
        for (final ParametersField field : ParametersField.of(type)) {
            final ValueReference reference = field.annotation(ValueReference.class);
            if (reference != null) {
                m_references.add(reference.value());
            }
            if (field.isArrayOfGroups()) {
                collectReferences(field.elementType());
            } else if (WidgetGroup.class.isAssignableFrom(field.rawType())) {
                collectReferences(field.type());
            }
        }
    }

    Optional<Visibility> read(final Effect effect) {
        if (effect.predicate() == EffectPredicateProvider.class) {
            return Optional.empty(); // the default of @Widget: no effect
        }
        return Optional.of(new Visibility(
                effect.type(), Condition.of(getPredicate(effect.predicate())).get(0)));
    }

    List<String> problems() {
        return m_problems;
    }

    private OfValue condition(final Class<? extends ParameterReference<?>> reference, final String text) {
        if (isMissing(reference)) {
            m_problems.add("An effect depends on " + reference.getName() + ", but no field has this @ValueReference.");
        }
        return new OfValue(reference, text);
    }

    @Override
    public boolean isMissing(final Class<? extends ParameterReference<?>> reference) {
        return !m_references.contains(reference);
    }

    @Override
    public EffectPredicate getConstant(final Predicate<NodeParametersInput> predicate) {
        return new Condition.Constant(predicate.test(new InputSnapshot(new PortObjectSpec[MOST_PORTS])));
    }

    @Override
    public EffectPredicate getPredicate(final Class<? extends EffectPredicateProvider> predicateProviderClass) {
        return getPredicate(Instances.create(predicateProviderClass));
    }

    @Override
    public EffectPredicate getPredicate(final EffectPredicateProvider predicateProvider) {
        return predicateProvider.init(this);
    }

    @Override
    public <E extends Enum<E>> EnumReference<E> getEnum(final Class<? extends ParameterReference<E>> reference) {
        return new OneOf<>(reference, this);
    }

    // Conditions on constants.
    private record OneOf<E extends Enum<E>>(Class<? extends ParameterReference<E>> reference, EffectReader reader)
            implements EnumReference<E> {

        @Override
        @SafeVarargs
        public final EffectPredicate isOneOf(final E... values) {
            return reader.condition(
                    reference,
                    "is "
                            + String.join(
                                    " or ",
                                    Arrays.stream(values).map(Enum::name).toList()));
        }
    }
}
