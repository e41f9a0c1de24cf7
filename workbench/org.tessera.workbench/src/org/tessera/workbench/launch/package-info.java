/** Starts Equinox for the scripts {@code batch} and {@code batch.cmd}; on the class path, not in a bundle. */
package org.tessera.workbench.launch;
