package org.tessera.workbench.nodes;

import org.knime.core.node.InvalidSettingsException;
import org.tessera.workbench.csv.CsvSyntax;

/** Reads characters from settings, where they stand as texts. */
final class SettingCharacters {
    private SettingCharacters() {}

    /** The one character of a text, or none if it is empty. */
    static char one(String what, String text) throws InvalidSettingsException {
        if (text == null || text.isEmpty() || text.equals("\0")) {
            return CsvSyntax.NONE;
        }
        String clean = text.replace("\0", "");
        if (clean.length() != 1) {
            throw new InvalidSettingsException("The " + what + " is '" + text + "', it must be one character");
        }
        return clean.charAt(0);
    }
}
