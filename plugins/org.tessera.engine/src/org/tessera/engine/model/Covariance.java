package org.tessera.engine.model;

/** Form of the covariance matrices of a Gaussian mixture. */
public enum Covariance {
    /** One symmetric matrix per component. */
    FULL,
    /** One variance per component and feature. */
    DIAGONAL,
    /** One symmetric matrix for all components. */
    TIED,
    /** One variance per component. */
    SPHERICAL
}
