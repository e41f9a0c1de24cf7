/**
 * What all clustering algorithms have in common: the description of an algorithm, its implementations by Tessera and
 * Weka and the choice between them, the result of a run, and checks of options and input. Each algorithm has a package
 * of its own below.
 */
package org.tessera.engine.cluster;
