package org.tessera.engine.store;

import com.google.gson.JsonObject;
import java.io.IOException;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.Covariance;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.model.MergeTree;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.model.TreeModel;

/** Encodes cluster models as JSON and arrays, and decodes them. The keys and names are part of the file format. */
final class ClusterModelCodec {

    private ClusterModelCodec() {}

    /** Encodes a model; its arrays are added to the writer. */
    static JsonObject write(ClusterModel model, ArrayWriter arrays) {
        JsonObject json = new JsonObject();
        json.addProperty("segments", model.segments());
        json.addProperty("features", model.features());
        if (model instanceof CentroidModel centroids) {
            json.addProperty("kind", "centroids");
            json.addProperty("distance", centroids.distance().name());
            json.add("inertia", Fields.of(centroids.inertia()));
            arrays.add("centroids", centroids.centroids().values());
        } else if (model instanceof TreeModel tree) {
            json.addProperty("kind", "tree");
            json.addProperty("linkage", tree.linkage().name());
            json.addProperty("distance", tree.distance().name());
            json.add("cutHeight", Fields.of(tree.cutHeight()));
            arrays.add("centroids", tree.centroids().values());
            arrays.add("left", tree.tree().left());
            arrays.add("right", tree.tree().right());
            arrays.add("heights", tree.tree().heights());
        } else if (model instanceof DensityModel density) {
            json.addProperty("kind", "density");
            json.addProperty("distance", density.distance().name());
            json.add("eps", Fields.of(density.eps()));
            json.addProperty("minPoints", density.minPoints());
            json.addProperty("inclusive", density.inclusive());
            arrays.add("coreRows", density.coreRows().values());
            arrays.add("coreLabels", density.coreLabels());
        } else if (model instanceof MixtureModel mixture) {
            json.addProperty("kind", "mixture");
            json.addProperty("covariance", mixture.covariance().name());
            json.add("logLikelihood", Fields.of(mixture.logLikelihood()));
            json.add("bic", Fields.of(mixture.bic()));
            json.add("aic", Fields.of(mixture.aic()));
            json.add("temperature", Fields.of(mixture.temperature()));
            arrays.add("weights", mixture.weights());
            arrays.add("means", mixture.means().values());
            for (int c = 0; c < mixture.covariances().length; c++) {
                arrays.add("covariance" + c, mixture.covariances()[c]);
            }
        }
        return json;
    }

    /** Decodes a model; shapes that do not agree are reported as damage. */
    static ClusterModel read(Fields json, ArrayReader arrays) throws IOException {
        int k = json.count("segments");
        int d = json.count("features");
        try {
            String kind = json.text("kind");
            return switch (kind) {
                case "centroids" ->
                    new CentroidModel(
                            Matrix.wrap(k, d, arrays.doubles("centroids")),
                            json.constant("distance", Distance.class),
                            json.number("inertia"));
                case "tree" ->
                    new TreeModel(
                            json.constant("linkage", Linkage.class),
                            json.constant("distance", Distance.class),
                            new MergeTree(arrays.ints("left"), arrays.ints("right"), arrays.doubles("heights")),
                            json.number("cutHeight"),
                            Matrix.wrap(k, d, arrays.doubles("centroids")));
                case "density" -> density(json, arrays, k, d);
                case "mixture" -> mixture(json, arrays, k, d);
                default ->
                    throw new IOException(
                            "Stored model is of the unknown kind '" + kind + "': it may come from a newer version.");
            };
        } catch (IllegalArgumentException e) {
            throw new IOException("Stored model is damaged: " + e.getMessage(), e);
        }
    }

    private static DensityModel density(Fields json, ArrayReader arrays, int k, int d) throws IOException {
        int[] labels = arrays.ints("coreLabels");
        return new DensityModel(
                json.number("eps"),
                json.count("minPoints"),
                json.constant("distance", Distance.class),
                json.flag("inclusive"),
                Matrix.wrap(labels.length, d, arrays.doubles("coreRows")),
                labels,
                k);
    }

    private static MixtureModel mixture(Fields json, ArrayReader arrays, int k, int d) throws IOException {
        Covariance form = json.constant("covariance", Covariance.class);
        double[] weights = arrays.doubles("weights");
        double[][] covariances = new double[form == Covariance.TIED ? 1 : weights.length][];
        for (int c = 0; c < covariances.length; c++) {
            covariances[c] = arrays.doubles("covariance" + c);
        }
        return new MixtureModel(
                form,
                weights,
                Matrix.wrap(k, d, arrays.doubles("means")),
                covariances,
                json.number("logLikelihood"),
                json.number("bic"),
                json.number("aic"),
                json.optionalNumber("temperature").orElse(1));
    }
}
