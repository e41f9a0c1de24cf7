package org.knime.node.parameters.widget.choices;

import org.tessera.workbench.ui.EnumLabels;

/**
 * A constant to choose.
 *
 * @param <E> the enum
 * @param id the constant
 * @param text the text shown
 */
public record EnumChoice<E extends Enum<E>>(E id, String text) {

    /**
     * @param <E> the enum
     * @param enumConst a constant
     * @return a choice that is shown by the constant's {@link Label} or, without one, by its name
     */
    public static <E extends Enum<E>> EnumChoice<E> fromEnumConst(final E enumConst) {
        return new EnumChoice<>(enumConst, EnumLabels.title(enumConst));
    }
}
