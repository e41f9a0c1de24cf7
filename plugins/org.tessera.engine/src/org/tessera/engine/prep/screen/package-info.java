/**
 * What a look at the columns of a table tells before any of them becomes a feature: which are constant, identify the rows,
 * hold free text, follow from others, or may be codes. Decides nothing: {@code org.tessera.engine.prep} does.
 */
package org.tessera.engine.prep.screen;
