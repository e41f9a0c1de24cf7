package org.knime.node.parameters;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks a parameter, a layout element or a group as advanced: the dialog shows it only on demand. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Advanced {}
