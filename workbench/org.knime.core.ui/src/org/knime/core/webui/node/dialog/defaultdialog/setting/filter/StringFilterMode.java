package org.knime.core.webui.node.dialog.defaultdialog.setting.filter;

import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter.PatternMode;

/** How a filter selects names. */
public enum StringFilterMode {
    /** By lists of names. */
    MANUAL,
    /** By a regular expression. */
    REGEX,
    /** By a pattern with the wildcards * and ?. */
    WILDCARD;

    /** @return the kind of pattern; wildcards for the manual mode, which has none */
    public PatternMode toPatternMode() {
        return this == REGEX ? PatternMode.REGEX : PatternMode.WILDCARD;
    }
}
