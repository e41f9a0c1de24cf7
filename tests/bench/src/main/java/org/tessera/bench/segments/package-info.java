/** What default segments are worth, before and after the redesign of the preparation: writes docs/segments.md. */
package org.tessera.bench.segments;
