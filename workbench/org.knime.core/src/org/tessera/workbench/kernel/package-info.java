/** The kernel of the embedded workbench below the KNIME API: what the batch runner drives. */
package org.tessera.workbench.kernel;
