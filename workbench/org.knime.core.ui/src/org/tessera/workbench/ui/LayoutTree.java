package org.tessera.workbench.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.HorizontalLayout;
import org.knime.node.parameters.layout.Inside;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.layout.VerticalLayout;
import org.knime.node.parameters.updates.Effect;
import org.tessera.workbench.ui.DialogElement.Group;
import org.tessera.workbench.ui.DialogElement.Group.Kind;
import org.tessera.workbench.ui.DialogElement.Visibility;

/**
 * Arranges elements by their layout classes. A layout class lies inside the one it names by {@link Inside} or, without
 * it, inside the class that encloses it; siblings are ordered by {@link After} and {@link Before} and otherwise as they
 * are first used. A layout class without a layout annotation is no group of its own.
 */
final class LayoutTree {

    private final EffectReader m_effects;
    private final Map<Class<?>, List<DialogElement>> m_contents = new LinkedHashMap<>();
    private final Map<Class<?>, Set<Class<?>>> m_children = new LinkedHashMap<>();
    private final Set<Class<?>> m_roots = new LinkedHashSet<>();
    private final List<DialogElement> m_top = new ArrayList<>();
    private final List<String> m_problems = new ArrayList<>();

    LayoutTree(final EffectReader effects) {
        m_effects = effects;
    }

    void add(final PlacedElement placed) {
        if (placed.layout() == null) {
            m_top.add(placed.element());
        } else {
            node(placed.layout()).add(placed.element());
        }
    }

    List<DialogElement> arrange() {
        if (m_roots.size() > 1) {
            m_problems.add("The layout has more than one root: "
                    + String.join(
                            ", ", m_roots.stream().map(Class::getName).sorted().toList())
                    + ". KNIME refuses to open the dialog: put the layout classes into one class.");
        }
        final List<DialogElement> elements = new ArrayList<>(m_top);
        order(m_roots).forEach(root -> elements.addAll(elementsOf(root)));
        return elements;
    }

    List<String> problems() {
        return m_problems;
    }

    private List<DialogElement> node(final Class<?> layout) {
        final List<DialogElement> present = m_contents.get(layout);
        if (present != null) {
            return present;
        }
        final List<DialogElement> contents = new ArrayList<>();
        m_contents.put(layout, contents);
        final Class<?> parent = parent(layout);
        if (parent == null) {
            m_roots.add(layout);
        } else {
            node(parent);
            m_children.computeIfAbsent(parent, key -> new LinkedHashSet<>()).add(layout);
        }
        return contents;
    }

    private static Class<?> parent(final Class<?> layout) {
        final Inside inside = layout.getAnnotation(Inside.class);
        if (inside != null) {
            return inside.value();
        }
        if (layout.getEnclosingClass() != null) {
            return layout.getEnclosingClass();
        }
        return neighbors(layout)
                .map(Class::getEnclosingClass)
                .filter(enclosing -> enclosing != null)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Class<?>> neighbors(final Class<?> layout) {
        return Stream.concat(
                predecessors(layout),
                Arrays.stream(layout.getAnnotationsByType(Before.class)).<Class<?>>map(Before::value));
    }

    private static Stream<Class<?>> predecessors(final Class<?> layout) {
        return Arrays.stream(layout.getAnnotationsByType(After.class)).map(After::value);
    }

    private List<DialogElement> elementsOf(final Class<?> layout) {
        final List<DialogElement> children = new ArrayList<>(m_contents.get(layout));
        order(m_children.getOrDefault(layout, Set.of())).forEach(child -> children.addAll(elementsOf(child)));
        final Kind kind = kind(layout);
        if (kind == null || children.isEmpty()) {
            return children;
        }
        final Section section = layout.getAnnotation(Section.class);
        return List.of(new Group(
                kind,
                section == null ? "" : section.title(),
                section == null ? "" : section.description(),
                layout.isAnnotationPresent(Advanced.class),
                effect(layout),
                children));
    }

    private Optional<Visibility> effect(final Class<?> layout) {
        final Effect effect = layout.getAnnotation(Effect.class);
        return effect == null ? Optional.empty() : m_effects.read(effect);
    }

    private static Kind kind(final Class<?> layout) {
        if (layout.isAnnotationPresent(Section.class)) {
            return Kind.SECTION;
        }
        if (layout.isAnnotationPresent(HorizontalLayout.class)) {
            return Kind.HORIZONTAL;
        }
        return layout.isAnnotationPresent(VerticalLayout.class) ? Kind.VERTICAL : null;
    }

    private List<Class<?>> order(final Set<Class<?>> siblings) {
        final List<Class<?>> ordered = new ArrayList<>();
        final Set<Class<?>> open = new LinkedHashSet<>(siblings);
        while (!open.isEmpty()) {
            final Class<?> next = open.stream()
                    .filter(candidate -> open.stream().noneMatch(other -> comesFirst(other, candidate)))
                    .findFirst()
                    .orElseGet(() -> {
                        m_problems.add("The layout classes " + open + " come after each other.");
                        return open.iterator().next();
                    });
            open.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private boolean comesFirst(final Class<?> first, final Class<?> second) {
        return first != second
                && (predecessors(second).anyMatch(predecessor -> predecessor == first)
                        || Arrays.stream(first.getAnnotationsByType(Before.class))
                                .anyMatch(before -> before.value() == second)
                        || predecessors(second)
                                .filter(predecessor -> !m_contents.containsKey(predecessor))
                                .anyMatch(unused -> comesFirst(first, unused)));
    }
}
