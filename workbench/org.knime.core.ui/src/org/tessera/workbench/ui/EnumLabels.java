package org.tessera.workbench.ui;

import java.util.Locale;
import org.knime.node.parameters.widget.choices.Label;

/** The texts that constants of enums are shown by. */
public final class EnumLabels {

    private EnumLabels() {}

    /**
     * @param constant a constant
     * @return its {@link Label} or, without one, its name with a capital first letter and blanks for underscores
     */
    public static String title(final Enum<?> constant) {
        final Label label = label(constant);
        if (label != null) {
            return label.value();
        }
        final String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /**
     * @param constant a constant
     * @return the description of its {@link Label}, empty without one
     */
    public static String description(final Enum<?> constant) {
        final Label label = label(constant);
        return label == null ? "" : label.description();
    }

    private static Label label(final Enum<?> constant) {
        try {
            return constant.getDeclaringClass().getField(constant.name()).getAnnotation(Label.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("The constant " + constant + " has no field.", e);
        }
    }
}
