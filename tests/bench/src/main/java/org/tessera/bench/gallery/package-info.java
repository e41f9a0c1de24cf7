/** Draws every chart for the bundled customers: writes the pictures of docs/gallery. */
package org.tessera.bench.gallery;
