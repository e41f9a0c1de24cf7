package org.tessera.bench.confidence;

import java.util.Set;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.mixture.GaussianMixtureOptions;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.match.OptimalAssignment;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.run.RunContext;

/**
 * How often a mixture's segment is the planted one, against the probability that it says, on customers that it was not fitted
 * to. Found and planted segments are matched one to one so that most customers agree: two found halves of one planted
 * segment are not both right.
 */
final class Reliability {

    private static final int GROUPS = 10;
    /** Customers of every table that the mixture was not fitted to. */
    private static final int NEW = 2000;

    private final double[] said = new double[GROUPS];
    private final double[] right = new double[GROUPS];
    private long count;

    /** Before: at temperature 1; after: at the temperature that was learned. */
    static Reliability[] of(Design design, int n, int tables, long firstSeed) {
        Reliability before = new Reliability();
        Reliability after = new Reliability();
        RunContext run = RunContext.of(1);
        for (int t = 0; t < tables; t++) {
            Design.Customers all = design.draw(n + NEW, firstSeed + t);
            Design.Customers training = all.part(0, n);
            Design.Customers rest = all.part(n, n + NEW);
            Preparation preparation =
                    Preparer.with(PreparationOptions.defaults()).fit(training.table(), Set.of(), run);
            Matrix x = preparation.apply(training.table(), run).features();
            MixtureModel model = (MixtureModel) Algorithms.GAUSSIAN_MIXTURE
                    .clusterer(GaussianMixtureOptions.defaults().withComponents(design.segments()))
                    .fit(x, run)
                    .model();
            Matrix y = preparation.apply(rest.table(), run).features();
            before.add(Assigner.assign(model.withTemperature(1), y, run), rest.segments(), model.segments(), design);
            after.add(Assigner.assign(model, y, run), rest.segments(), model.segments(), design);
        }
        return new Reliability[] {before, after};
    }

    private void add(Assignment assignment, int[] planted, int found, Design design) {
        double[][] common = new double[found][design.segments()];
        for (int i = 0; i < planted.length; i++) {
            common[assignment.segments()[i]][planted[i]]++;
        }
        int[] meant = OptimalAssignment.ofLargestWeight(common);
        for (int i = 0; i < planted.length; i++) {
            double confidence = assignment.confidences()[i];
            int group = (int) Math.min(GROUPS - 1, GROUPS * confidence);
            said[group] += confidence;
            right[group] += meant[assignment.segments()[i]] == planted[i] ? 1 : 0;
            count++;
        }
    }

    /** What was said on average. */
    double said() {
        return sum(said) / count;
    }

    /** How often it was right. */
    double right() {
        return sum(right) / count;
    }

    /** The expected calibration error: what is said against what is right in tenths, by their numbers of customers. */
    double error() {
        double error = 0;
        for (int g = 0; g < GROUPS; g++) {
            error += Math.abs(said[g] - right[g]) / count;
        }
        return error;
    }

    private static double sum(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
