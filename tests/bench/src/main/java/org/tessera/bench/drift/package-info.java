/** How often drift is reported where there is none, and how far the probabilities of mixtures can be believed: docs/drift.md. */
package org.tessera.bench.drift;
