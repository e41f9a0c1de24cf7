package org.tessera.knime.cluster;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.tessera.engine.model.ClusterModel;

/** What all clustering nodes share: which columns, what it is called, and the algorithm behind it. */
interface ClusterParameters extends NodeParameters {

    /** The algorithm's id, stored in models: never changes. */
    String algorithm();

    /** The features, where no preparation is connected. */
    ColumnFilter features();

    String segmentColumn();

    long seed();

    /** Whether the memberships in segments are appended; only mixtures have them. */
    default boolean memberships() {
        return false;
    }

    /** Whether it is appended what each customer is to its segment; only DBSCAN tells, and never with memberships. */
    default boolean pointTypes() {
        return false;
    }

    /** The number of segments if it is known before the data are read, otherwise 0. */
    int knownSegments();

    /** Checked options as a plan for n rows and d features. */
    ClusterPlan plan(int rows, int columns);

    /** The title of the result, such as "K-Means, k = 5". */
    String title(ClusterModel model);
}
