/** How far the probabilities of mixtures can be believed: docs/confidence.md. */
package org.tessera.bench.confidence;
