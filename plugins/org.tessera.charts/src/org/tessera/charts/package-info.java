/**
 * Charts as pure functions: a specification of plain data is rendered as SVG or PNG by
 * {@link org.tessera.charts.Charts}.
 */
package org.tessera.charts;
