package org.knime.core.node.message;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ConfigBaseRO;
import org.knime.core.node.config.base.ConfigBaseWO;

// An issue that is a text.
record TextIssue(String text) implements Issue {
    TextIssue {
        if (text == null) {
            throw new IllegalArgumentException("The text of an issue must not be null");
        }
    }

    @Override
    public String toPreformatted() {
        return text;
    }

    @Override
    public void saveTo(final ConfigBaseWO config) {
        config.addString("type", Type.TEXT.name());
        config.addString("preformatted", text);
    }

    static TextIssue load(final ConfigBaseRO config) throws InvalidSettingsException {
        return new TextIssue(config.getString("preformatted"));
    }
}
