package org.knime.core.webui.node.dialog.defaultdialog.setting.singleselection;

import java.util.Objects;
import java.util.Optional;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;

/**
 * A selection that is a text or one of a few special constants; immutable.
 *
 * @param <E> the enum of the special constants
 */
public final class StringOrEnum<E extends Enum<E>> implements Persistable {

    String m_regularChoice;

    @Persist(hidden = true)
    E m_specialChoice;

    StringOrEnum() {}

    /** @param regularChoice the selected text */
    public StringOrEnum(final String regularChoice) {
        m_regularChoice = regularChoice;
    }

    /** @param specialChoice the selected constant */
    public StringOrEnum(final E specialChoice) {
        m_specialChoice = specialChoice;
    }

    /** @return the selected constant, empty if a text is selected */
    public Optional<E> getEnumChoice() {
        return m_regularChoice == null ? Optional.ofNullable(m_specialChoice) : Optional.empty();
    }

    /** @return the selected text, null if a constant is selected */
    public String getStringChoice() {
        return m_regularChoice;
    }

    @Override
    public boolean equals(final Object obj) {
        return obj instanceof StringOrEnum<?> other
                && Objects.equals(m_regularChoice, other.m_regularChoice)
                && Objects.equals(m_specialChoice, other.m_specialChoice);
    }

    @Override
    public int hashCode() {
        return Objects.hash(m_regularChoice, m_specialChoice);
    }
}
