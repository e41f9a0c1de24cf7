package org.tessera.engine.model;

import org.tessera.engine.distance.Distance;

/**
 * The fitted model of a clustering algorithm, in units of the feature matrix. Segments are numbered by decreasing
 * number of training rows. Immutable by contract: the arrays inside are shared and must not be changed.
 */
public sealed interface ClusterModel permits CentroidModel, TreeModel, DensityModel, MixtureModel {

    /** @return the number of segments k, noise not counted */
    int segments();

    /** @return the number of features d */
    int features();

    /** @return the distance that the algorithm compared rows by; Euclidean for mixtures */
    Distance distance();
}
