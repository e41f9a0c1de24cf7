package org.tessera.engine.cluster;

/** The implementation that runs an algorithm. */
public enum Implementation {
    /** Weka where its result is that of Tessera, in useful time, otherwise Tessera; the report says which and why. */
    AUTOMATIC,
    /** Weka's class. */
    WEKA,
    /** Tessera's own implementation. */
    TESSERA
}
