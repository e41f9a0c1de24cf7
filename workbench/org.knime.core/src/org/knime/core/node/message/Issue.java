package org.knime.core.node.message;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;
import org.knime.core.node.config.base.ConfigBaseWO;

/** One detail of a message: free text, or a place in an input table. */
interface Issue {
    /** The kinds of issues. */
    enum Type {
        /** A cell or row of an input table. */
        TABLE_ROW,
        /** Free text. */
        TEXT;

        static Issue load(final ConfigBaseRO config) throws InvalidSettingsException {
            final String name = config.getString("type");
            for (final Type type : values()) {
                if (type.name().equals(name)) {
                    return type == TEXT ? TextIssue.load(config) : RowIssue.load(config);
                }
            }
            throw new InvalidSettingsException("Invalid type: " + name);
        }
    }

    // Returns the issue as text, possibly over several lines.
    String toPreformatted();

    // Writes the type and the fields.
    void saveTo(ConfigBaseWO config);
}
