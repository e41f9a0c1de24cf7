package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes;

/** How a filter selects typed names. */
public enum TypedStringFilterMode {
    /** By lists of names. */
    MANUAL,
    /** By a regular expression. */
    REGEX,
    /** By a pattern with the wildcards * and ?. */
    WILDCARD,
    /** By type. */
    TYPE
}
