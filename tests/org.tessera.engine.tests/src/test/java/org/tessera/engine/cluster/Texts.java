package org.tessera.engine.cluster;

import java.util.Arrays;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.model.TreeModel;

/** All digits of a model as text, for comparisons bit for bit. */
public final class Texts {

    private Texts() {}

    public static String of(ClusterModel model) {
        if (model instanceof CentroidModel m) {
            return Arrays.toString(m.centroids().values()) + m.inertia();
        }
        if (model instanceof TreeModel m) {
            return Arrays.toString(m.tree().left())
                    + Arrays.toString(m.tree().right())
                    + Arrays.toString(m.tree().heights())
                    + m.cutHeight()
                    + Arrays.toString(m.centroids().values());
        }
        if (model instanceof DensityModel m) {
            return m.eps() + " " + m.minPoints() + Arrays.toString(m.coreRows().values())
                    + Arrays.toString(m.coreLabels());
        }
        MixtureModel m = (MixtureModel) model;
        return Arrays.toString(m.weights())
                + Arrays.toString(m.means().values())
                + Arrays.deepToString(m.covariances())
                + m.logLikelihood()
                + " "
                + m.bic();
    }
}
