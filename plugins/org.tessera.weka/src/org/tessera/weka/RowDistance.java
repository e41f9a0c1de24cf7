package org.tessera.weka;

import weka.core.EuclideanDistance;
import weka.core.Instance;
import weka.core.neighboursearch.PerformanceStats;

/**
 * The distance of the first attributes of two instances, without normalization, for Weka's DBSCAN and
 * HierarchicalClusterer. A last attribute may be the number of the row.
 */
final class RowDistance extends EuclideanDistance {

    private static final long serialVersionUID = 1L;

    /** Which distance. */
    enum Kind {
        EUCLIDEAN,
        /** The squared Euclidean distance: with it Weka's WARD is Ward's method. */
        SQUARED,
        MANHATTAN
    }

    private final Kind kind;
    private final int attributes;

    RowDistance(Kind kind, int attributes) {
        this.kind = kind;
        this.attributes = attributes;
        setDontNormalize(true);
    }

    @Override
    public double distance(Instance first, Instance second) {
        double sum = 0;
        for (int j = 0; j < attributes; j++) {
            double difference = first.value(j) - second.value(j);
            sum += kind == Kind.MANHATTAN ? Math.abs(difference) : difference * difference;
        }
        return kind == Kind.EUCLIDEAN ? Math.sqrt(sum) : sum;
    }

    @Override
    public double distance(Instance first, Instance second, PerformanceStats stats) {
        return distance(first, second);
    }

    @Override
    public double distance(Instance first, Instance second, double cutOff) {
        return distance(first, second);
    }

    @Override
    public double distance(Instance first, Instance second, double cutOff, PerformanceStats stats) {
        return distance(first, second);
    }
}
