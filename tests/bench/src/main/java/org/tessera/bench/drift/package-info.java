/** How often drift is reported where there is none: docs/drift.md. */
package org.tessera.bench.drift;
