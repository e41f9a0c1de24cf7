/** The batch application: loads a workflow, runs its nodes and reports progress. */
package org.tessera.workbench;
