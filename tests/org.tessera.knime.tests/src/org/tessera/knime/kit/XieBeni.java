package org.tessera.knime.kit;

import java.util.stream.IntStream;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.metric.MetricCost;
import org.tessera.engine.metric.MetricInfo;
import org.tessera.engine.metric.MetricOptions;
import org.tessera.engine.metric.MetricRange;
import org.tessera.engine.metric.MetricResult;
import org.tessera.engine.run.RunContext;

/**
 * A metric as a newcomer would write it, under a name that the product will not have: the Xie-Beni index for crisp
 * segments, the mean squared distance of rows to their centroid divided by the smallest squared distance between two
 * centroids. Noise is left out. The value of a segment is that of its own rows and its own nearest centroid.
 */
public final class XieBeni implements Metric {

    /** The metric. */
    public static final Metric METRIC = new XieBeni();

    /** What the dialogs offer once it is in the catalog. */
    public static final StringChoice CHOICE = new StringChoice("test-xie-beni", "Xie-Beni index of a test");

    private static final MetricInfo INFO = new MetricInfo(
            "test-xie-beni",
            "Xie-Beni index of a test",
            "Spread within segments against the distance of the two nearest centroids.",
            MetricRange.lowerIsBetter(0, Double.POSITIVE_INFINITY),
            true,
            MetricCost.LINEAR,
            "Xie and Beni, A validity measure for fuzzy clustering, 1991, doi:10.1109/34.85677");

    private XieBeni() {}

    private record Result(double overall, double[] perSegment, String undefined) implements MetricResult {}

    @Override
    public MetricInfo info() {
        return INFO;
    }

    @Override
    public MetricResult measure(Matrix x, Labels labels, MetricOptions options, RunContext run) {
        int k = labels.segments();
        double[] undefined = IntStream.range(0, k).mapToDouble(g -> Double.NaN).toArray();
        if (k < 2) {
            return new Result(
                    Double.NaN, undefined, "The " + INFO.name() + " needs at least 2 segments, but there is " + k);
        }
        double[][] centroids = centroids(x, labels);
        double[] within = new double[k];
        for (int i = 0; i < x.rows(); i++) {
            if (labels.at(i) != Labels.NOISE) {
                within[labels.at(i)] += square(x, i, centroids[labels.at(i)]);
            }
        }
        double[] separation = IntStream.range(0, k)
                .mapToDouble(g -> IntStream.range(0, k)
                        .filter(h -> h != g)
                        .mapToDouble(h -> square(Matrix.of(centroids[g]), 0, centroids[h]))
                        .min()
                        .orElseThrow())
                .toArray();
        double smallest =
                IntStream.range(0, k).mapToDouble(g -> separation[g]).min().orElseThrow();
        if (smallest == 0) {
            return new Result(Double.NaN, undefined, "The " + INFO.name() + " needs segments with different centroids");
        }
        double sum = IntStream.range(0, k).mapToDouble(g -> within[g]).sum();
        int rows = x.rows() - labels.noise();
        return new Result(
                sum / rows / smallest,
                IntStream.range(0, k)
                        .mapToDouble(g -> within[g] / labels.sizeOf(g) / separation[g])
                        .toArray(),
                "");
    }

    private static double[][] centroids(Matrix x, Labels labels) {
        int d = x.columns();
        double[][] centroids = new double[labels.segments()][d];
        for (int i = 0; i < x.rows(); i++) {
            if (labels.at(i) != Labels.NOISE) {
                for (int j = 0; j < d; j++) {
                    centroids[labels.at(i)][j] += x.values()[i * d + j] / labels.sizeOf(labels.at(i));
                }
            }
        }
        return centroids;
    }

    private static double square(Matrix x, int row, double[] centroid) {
        double square = 0;
        for (int j = 0; j < centroid.length; j++) {
            double difference = x.values()[row * centroid.length + j] - centroid[j];
            square += difference * difference;
        }
        return square;
    }
}
