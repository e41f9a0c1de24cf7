package org.tessera.knime.cluster;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.Label;

/** Sections and choices that the dialogs of all clustering nodes share. */
final class ClusterDialog {

    private ClusterDialog() {}

    @Section(title = "Features")
    interface Features {}

    /** The options of the algorithm, followed by those that say how it runs. */
    @Section(title = "Clustering")
    @After(Features.class)
    interface Clustering {

        /** The place of implementation and seed, which every clustering node inherits. */
        interface Execution {}
    }

    @Section(title = "Output")
    @After(Clustering.class)
    interface Output {}

    enum Implementation {
        @Label(
                value = "Automatic",
                description = "Weka where it gives the same result as Tessera in reasonable time, Tessera otherwise:"
                        + " the segments do not depend on which one ran. The segment summary names it and the reason.")
        AUTOMATIC,
        @Label(value = "Weka", description = "Always Weka's class.")
        WEKA,
        @Label(
                value = "Tessera",
                description = "Always Tessera's implementation of the same algorithm: exact, fast, on all cores, with"
                        + " the same result for any number of them.")
        TESSERA;

        org.tessera.engine.cluster.Implementation toEngine() {
            return org.tessera.engine.cluster.Implementation.valueOf(name());
        }
    }

    enum Distance {
        @Label(value = "Euclidean", description = "The straight-line distance between two customers.")
        EUCLIDEAN,
        @Label(
                value = "Manhattan",
                description = "The sum of the absolute differences, which is less sensitive to outliers.")
        MANHATTAN;

        org.tessera.engine.distance.Distance toEngine() {
            return org.tessera.engine.distance.Distance.valueOf(name());
        }
    }
}
