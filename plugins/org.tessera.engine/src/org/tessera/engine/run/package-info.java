/** One computation: its seed and random streams, progress, cancellation and threads. */
package org.tessera.engine.run;
