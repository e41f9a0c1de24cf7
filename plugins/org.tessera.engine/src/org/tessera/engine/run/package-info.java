/**
 * The environment of a computation: seed and random streams, threads, progress and cancellation, estimates and budgets
 * of memory and time, failures; and a parallel sort that can be canceled.
 */
package org.tessera.engine.run;
