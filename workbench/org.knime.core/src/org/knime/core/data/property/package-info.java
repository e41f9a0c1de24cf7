/** Properties of columns for drawing: colors of their values. */
package org.knime.core.data.property;
