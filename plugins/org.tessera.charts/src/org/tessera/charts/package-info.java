/** Charts as pure functions: a specification of plain data in, SVG or PNG bytes out. */
package org.tessera.charts;
