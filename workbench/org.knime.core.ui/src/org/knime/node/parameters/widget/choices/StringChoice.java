package org.knime.node.parameters.widget.choices;

/**
 * A text to choose.
 *
 * @param id the value stored
 * @param text the text shown
 */
public record StringChoice(String id, String text) {

    /**
     * @param id the value stored
     * @return a choice that is shown as it is stored
     */
    public static StringChoice fromId(final String id) {
        return new StringChoice(id, id);
    }
}
