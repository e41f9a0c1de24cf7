/** Workflows as they stand on disk: directories, archives and their settings. */
package org.tessera.workbench.workflow;
