/** Creates the nodes of a workflow and executes them, independent ones at the same time. */
package org.tessera.workbench.run;
