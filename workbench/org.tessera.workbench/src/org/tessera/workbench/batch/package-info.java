/** The batch application: arguments, console and exit codes. */
package org.tessera.workbench.batch;
