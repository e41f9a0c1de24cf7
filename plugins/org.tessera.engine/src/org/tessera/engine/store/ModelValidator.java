package org.tessera.engine.store;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tessera.engine.cluster.mixture.GaussianMixture;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.ColumnBaseline;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.model.MergeTree;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.prep.ColumnPreparation;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.Feature;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.reading.ColumnReading;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Checks the consistency of a model or preparation that was read: references between its parts, finite parameters, a
 * valid dendrogram, positive definite covariances. A damaged file is thus rejected when it is read, not when it is
 * applied.
 */
final class ModelValidator {

    private ModelValidator() {}

    /** Checks that columns and features are unique and that every feature fits its source column. */
    static void check(Preparation preparation) throws IOException {
        Map<String, ColumnPreparation> columns = new HashMap<>();
        for (ColumnPreparation column : preparation.columns()) {
            if (columns.put(column.column(), column) != null) {
                throw preparation("column '" + column.column() + "' occurs twice");
            }
        }
        Set<String> names = new HashSet<>();
        for (Feature feature : preparation.features()) {
            if (!names.add(feature.name())) {
                throw preparation("feature '" + feature.name() + "' occurs twice");
            }
            check(feature, columns.get(feature.source()));
        }
        Set<String> read = new HashSet<>();
        for (ColumnReading reading : preparation.readings()) {
            if (!read.add(reading.column())) {
                throw preparation("column '" + reading.column() + "' is read twice");
            }
            check(reading, columns.get(reading.column()), preparation.trainingRows());
        }
    }

    private static void check(ColumnReading reading, ColumnPreparation column, int rows) throws IOException {
        boolean fits = column == null
                || (column instanceof ColumnPreparation.Numbers numbers
                        && reading.pattern()
                                .format()
                                .measures(numbers.quantity().orElse(Quantity.NUMBER)));
        if (reading.isRead() && !fits) {
            throw preparation("column '" + reading.column() + "' is not of the "
                    + reading.pattern().format().words() + " that are read");
        }
        if (reading.account().values() > rows) {
            throw preparation("column '" + reading.column() + "' has more texts than rows");
        }
    }

    private static void check(Feature feature, ColumnPreparation column) throws IOException {
        String name = "feature '" + feature.name() + "'";
        if (column == null) {
            throw preparation(name + " is of column '" + feature.source() + "', which is absent");
        }
        boolean numbers = switch (feature.kind()) {
            case NUMBER, LOG_NUMBER, YEO_JOHNSON_NUMBER, MISSING -> true;
            case LEVEL, RANK, SHARE -> false;
        };
        if (numbers == column instanceof Categories) {
            throw preparation(name + " does not fit column '" + feature.source() + "'");
        }
        boolean level = feature.kind() == Feature.Kind.LEVEL;
        if (level && (feature.level().isEmpty() || !isLevel(feature.level().get(), column))) {
            throw preparation(name + " is of a category that its column does not have");
        }
        if (!Double.isFinite(feature.shift())
                || !Double.isFinite(feature.shiftLow())
                || !Double.isFinite(feature.scale())) {
            throw preparation(name + " is scaled by a number that is not finite");
        }
    }

    private static boolean isLevel(String level, ColumnPreparation column) {
        return ((Categories) column).levels().contains(level);
    }

    /** Checks that the features are those of the preparation and that the parameters of the model are valid. */
    static void check(SegmentationModel model) throws IOException {
        if (model.preparation().isPresent()) {
            check(model.features(), model.preparation().get().featureNames());
        }
        if (model.clusters().segments() > 0) {
            check(model.clusters());
        }
        checkBaseline(model);
    }

    /** Checks that the baseline is of the columns of the model, and of its segments. */
    private static void checkBaseline(SegmentationModel model) throws IOException {
        int shares = model.baseline().shares().length;
        if (shares > 0 && shares != model.labels().segments() + 1) {
            throw model("it has " + model.labels().segments() + " segments, but " + shares + " shares");
        }
        Map<String, Boolean> numbers = new HashMap<>();
        model.preparation()
                .ifPresentOrElse(
                        p -> p.columns().forEach(c -> numbers.put(c.column(), !(c instanceof Categories))),
                        () -> model.features().forEach(f -> numbers.put(f, true)));
        for (ColumnBaseline column : model.baseline().columns()) {
            if (!Boolean.valueOf(column instanceof ColumnBaseline.Numbers).equals(numbers.get(column.column()))) {
                throw model("the distribution of column '" + column.column() + "' is of no column of the model");
            }
        }
    }

    private static void check(List<String> features, List<String> prepared) throws IOException {
        if (features.size() != prepared.size()) {
            throw model("it has " + Numbers.count(features.size(), "feature") + ", but its preparation makes "
                    + prepared.size());
        }
        for (int f = 0; f < features.size(); f++) {
            if (!features.get(f).equals(prepared.get(f))) {
                throw model("its feature " + (f + 1) + " is '" + features.get(f) + "', but its preparation makes '"
                        + prepared.get(f) + "' there");
            }
        }
    }

    private static void check(ClusterModel clusters) throws IOException {
        if (clusters instanceof CentroidModel centroids) {
            checkFinite("a centroid", centroids.centroids());
        } else if (clusters instanceof TreeModel tree) {
            checkFinite("a centroid", tree.centroids());
            check(tree.tree());
        } else if (clusters instanceof DensityModel density) {
            checkFinite("a core row", density.coreRows());
        } else if (clusters instanceof MixtureModel mixture) {
            checkFinite("a mean", mixture.means());
            checkFinite("a weight", Matrix.of(mixture.weights()));
            for (double[] covariance : mixture.covariances()) {
                checkFinite("a covariance", Matrix.of(covariance));
            }
            checkPositiveDefinite(mixture);
        }
    }

    private static void checkPositiveDefinite(MixtureModel mixture) throws IOException {
        Matrix noRows = Matrix.wrap(0, mixture.features(), new double[0]);
        try {
            GaussianMixture.memberships(mixture, noRows, RunContext.of(0).withThreads(1));
        } catch (SegmentationException e) {
            throw new IOException("Stored model is damaged: " + e.problem() + ".", e);
        }
    }

    private static void checkFinite(String what, Matrix x) throws IOException {
        for (double value : x.values()) {
            if (!Double.isFinite(value)) {
                throw model(what + " is not finite");
            }
        }
    }

    /** Checks that every cluster is merged at most once, and only after the merge that forms it. */
    private static void check(MergeTree tree) throws IOException {
        int n = tree.rows();
        BitSet merged = new BitSet();
        for (int i = 0; i < n - 1; i++) {
            for (int cluster : List.of(tree.left()[i], tree.right()[i])) {
                if (cluster < 0 || cluster >= n + i || merged.get(cluster)) {
                    throw model("merge " + (i + 1) + " of its tree is of cluster " + cluster
                            + ", which does not exist or was merged before");
                }
                merged.set(cluster);
            }
            if (Double.isNaN(tree.heights()[i])) {
                throw model("merge " + (i + 1) + " of its tree has no height");
            }
        }
    }

    private static IOException preparation(String reason) {
        return new IOException("Stored preparation is damaged: " + reason + ".");
    }

    private static IOException model(String reason) {
        return new IOException("Stored model is damaged: " + reason + ".");
    }
}
