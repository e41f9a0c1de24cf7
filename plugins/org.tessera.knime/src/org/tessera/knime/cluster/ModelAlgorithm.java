package org.tessera.knime.cluster;

import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.Implementation;
import org.tessera.engine.cluster.ImplementationChoice;
import org.tessera.engine.cluster.OptionTexts;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.model.Recipe;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.run.Estimate;
import org.tessera.engine.run.SegmentationException;

/**
 * The algorithm of a model, to be run on other rows as it ran: the same options, implementation and share below which
 * segments are dissolved; what was left to the data to choose stays as it was chosen.
 *
 * @param <O> the options of the algorithm
 */
public final class ModelAlgorithm<O extends Record> {

    private final SegmentationModel model;
    private final Recipe recipe;
    private final Algorithm<O> algorithm;
    private final O options;

    private ModelAlgorithm(SegmentationModel model, Recipe recipe, Algorithm<O> algorithm) {
        this.model = model;
        this.recipe = recipe;
        this.algorithm = algorithm;
        options = OptionTexts.read(algorithm.defaults(), recipe.options());
    }

    /**
     * The algorithm of a model.
     *
     * @param model a model
     * @return its algorithm
     * @throws SegmentationException if the model does not say how it was made, or not so that it can be repeated
     */
    public static ModelAlgorithm<?> of(SegmentationModel model) {
        Recipe recipe = model.provenance()
                .recipe()
                .orElseThrow(() -> refusal(model, "does not hold the options that it was made with", null));
        Algorithm<?> algorithm = Algorithms.ALL.stream()
                .filter(a -> a.id().equals(model.provenance().algorithm()))
                .findFirst()
                .orElseThrow(() -> refusal(
                        model,
                        "is of algorithm '" + model.provenance().algorithm() + "', which is not known here",
                        null));
        try {
            ModelAlgorithm<?> made = new ModelAlgorithm<>(model, recipe, algorithm);
            made.clusterer(Math.max(1, recipe.rows()));
            return made;
        } catch (IllegalArgumentException e) {
            throw refusal(model, "cannot be made again: " + e.getMessage(), e);
        }
    }

    private static SegmentationException refusal(SegmentationModel model, String why, Throwable cause) {
        String problem = "Stability needs the algorithm run again, but the model '"
                + model.provenance().title() + "' " + why;
        String[] remedies = {"run the node that made the model again", "set 'Stability' to None"};
        return cause == null
                ? new SegmentationException(problem, remedies)
                : new SegmentationException(problem, cause, remedies);
    }

    private ImplementationChoice choice() {
        boolean weka = "Weka".equals(model.provenance().implementation());
        return new ImplementationChoice(
                weka ? Implementation.WEKA : Implementation.TESSERA,
                recipe.byHand(),
                model.provenance().reason());
    }

    /**
     * What segments other rows of the same customers.
     *
     * @param rows number of the other rows, at least 1
     * @return the algorithm with the options of the model
     */
    public Clusterer clusterer(int rows) {
        return ClusterParameters.clusterer(algorithm, among(rows), choice(), recipe.dissolveBelow());
    }

    private O among(int rows) {
        return recipe.rows() == 0 ? options : algorithm.among(options, model.clusters(), recipe.rows(), rows);
    }

    /**
     * Estimates time and memory.
     *
     * @param size rows, features, threads
     * @return the estimate of a run
     */
    public Estimate estimate(DataSize size) {
        return algorithm.estimate(choice().implementation(), among((int) Math.max(1, size.rows())), size);
    }
}
