package org.tessera.workbench.kernel.data;

/** The row at which a cursor is. */
final class Position {

    long row = -1;
}
