package org.tessera.engine.choose.large;

import org.tessera.engine.apply.Assigner;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.kernel.ExactSums;
import org.tessera.engine.pass.Summary;

/**
 * The last pass: distances of all customers to the means of their segments, and the distributions of their own columns per
 * segment.
 */
final class FigurePass implements Summary<FigurePass> {

    private static final long serialVersionUID = 1L;

    private final transient StoredSegments model;
    /** k x d means of the segments. */
    private final transient double[] means;

    private final int k;
    private final ExactSums distances;
    private final ExactSums squares;
    private final Distributions distributions;

    FigurePass(StoredSegments model, double[] means) {
        this.model = model;
        this.means = means;
        k = model.clusters().segments();
        distances = new ExactSums(k);
        squares = new ExactSums(k);
        distributions = new Distributions(model.bins(), k);
    }

    @Override
    public void add(CustomerTable block, long[] ids) {
        StoredSegments.Rows rows = model.features(block);
        Matrix x = rows.x();
        int[] labels =
                Assigner.assign(model.clusters(), x, StoredSegments.BLOCK).segments();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0) {
                labels[i] = k;
                continue;
            }
            int d = x.columns();
            double square = Distance.EUCLIDEAN.reduced(x.values(), i * d, means, labels[i] * d, d);
            squares.add(labels[i], square);
            distances.add(labels[i], Math.sqrt(square));
        }
        distributions.add(model.preparation().sources(block, StoredSegments.BLOCK), rows.indices(), labels);
    }

    @Override
    public void merge(FigurePass other) {
        distances.add(other.distances);
        squares.add(other.squares);
        distributions.add(other.distributions);
    }

    /** The sum of the distances of a segment's customers to their mean. */
    double distances(int segment) {
        return distances.value(segment);
    }

    /** The sum of the squared distances of a segment's customers to their mean. */
    double squares(int segment) {
        return squares.value(segment);
    }

    Distributions distributions() {
        return distributions;
    }
}
