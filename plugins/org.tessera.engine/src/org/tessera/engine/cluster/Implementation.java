package org.tessera.engine.cluster;

/** Which code runs an algorithm. */
public enum Implementation {
    /** Weka where it is right and quick enough, Tessera's own kernel otherwise; the report says which and why. */
    AUTOMATIC,
    /** Weka's class, always. */
    WEKA,
    /** Tessera's own kernel, always. */
    TESSERA
}
