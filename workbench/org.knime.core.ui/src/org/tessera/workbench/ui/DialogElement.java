package org.tessera.workbench.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.knime.node.parameters.updates.Effect.EffectType;

/** An element of a dialog's structure. */
public sealed interface DialogElement {

    /** @return the options in and below this element, in the order of the dialog */
    Stream<Option> options();

    /**
     * Elements that belong together.
     *
     * @param kind how they are laid out
     * @param title the heading, empty if there is none
     * @param description the text below the heading, empty if there is none
     * @param advanced whether the group is shown on demand only
     * @param effect the effect on the group
     * @param children the elements
     */
    record Group(
            Kind kind,
            String title,
            String description,
            boolean advanced,
            Optional<Visibility> effect,
            List<DialogElement> children)
            implements DialogElement {

        /** How elements are laid out. */
        public enum Kind {
            /** With a heading. */
            SECTION,
            /** Side by side. */
            HORIZONTAL,
            /** One below the other. */
            VERTICAL
        }

        @Override
        public Stream<Option> options() {
            return children.stream().flatMap(DialogElement::options);
        }
    }

    /**
     * An option.
     *
     * @param key the path of keys that it is stored under
     * @param title the title
     * @param description the help text
     * @param control how it is shown and what it accepts
     * @param advanced whether it is shown on demand only
     * @param effects the effects on it, those of its group first
     * @param elements the structure of an element if the option is an array of groups, otherwise empty
     */
    record Option(
            String key,
            String title,
            String description,
            Control control,
            boolean advanced,
            List<Visibility> effects,
            List<DialogElement> elements)
            implements DialogElement {

        @Override
        public Stream<Option> options() {
            return Stream.concat(Stream.of(this), elements.stream().flatMap(DialogElement::options));
        }
    }

    /**
     * How an option is shown and what it accepts.
     *
     * @param type the simple name of the field's type
     * @param min the lower bound
     * @param max the upper bound
     * @param choices the titles of the choices if they are fixed
     * @param provider the simple name of the class that provides the choices, empty if none does
     */
    record Control(
            String type, Optional<Bound> min, Optional<Bound> max, List<DialogChoice> choices, String provider) {}

    /**
     * A bound of a number.
     *
     * @param value the bound
     * @param exclusive whether the bound itself is not allowed
     */
    record Bound(double value, boolean exclusive) {}

    /**
     * A fixed choice.
     *
     * @param name the value stored
     * @param title the text shown
     * @param description what it means, empty if it is not told
     */
    record DialogChoice(String name, String title, String description) {}

    /**
     * An effect.
     *
     * @param type what happens while the condition holds
     * @param condition the condition
     */
    record Visibility(EffectType type, Condition condition) {

        @Override
        public String toString() {
            return type + " if " + condition.describe();
        }
    }
}
