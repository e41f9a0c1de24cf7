package org.tessera.engine.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.run.RunContext;

/**
 * A fitted segmentation: everything that is needed to assign new rows to its segments, and to score, plot and describe
 * it.
 *
 * @param provenance algorithm, options, seed, implementation
 * @param segmentColumn name of the column that holds the segments
 * @param features names of the feature columns, in the order of the model
 * @param preparation the fitted preparation of the features; empty if the features are columns of the source table
 * @param clusters the fitted cluster model
 * @param training what is kept of the customers of training, their labels and the names of the segments among it
 * @param search what was tried to find this segmentation; empty if its options were given
 */
public record SegmentationModel(
        Provenance provenance,
        String segmentColumn,
        List<String> features,
        Optional<Preparation> preparation,
        ClusterModel clusters,
        Training training,
        List<SearchPoint> search) {

    /** Copies the lists and checks that the parts agree. */
    public SegmentationModel {
        Objects.requireNonNull(provenance, "provenance");
        Objects.requireNonNull(segmentColumn, "segmentColumn");
        Objects.requireNonNull(preparation, "preparation");
        features = List.copyOf(features);
        search = List.copyOf(search);
        if (clusters.segments() != training.labels().segments()) {
            throw new IllegalArgumentException("The model has " + clusters.segments() + " segments, the labels "
                    + training.labels().segments());
        }
        boolean empty = clusters.segments() == 0;
        if (!empty && clusters.features() != features.size()) {
            throw new IllegalArgumentException(
                    "The model has " + clusters.features() + " features, but " + features.size() + " names");
        }
    }

    /**
     * A segmentation whose options were given, and of whose training customers only the labels are kept.
     *
     * @param provenance algorithm, options, seed, implementation
     * @param segmentColumn name of the column that holds the segments
     * @param features names of the feature columns, in the order of the model
     * @param preparation the fitted preparation of the features, if any
     * @param clusters the fitted cluster model
     * @param labels a label per training row that was clustered
     * @param fingerprint {@link #fingerprint(Matrix, RunContext)} of the training features
     */
    public SegmentationModel(
            Provenance provenance,
            String segmentColumn,
            List<String> features,
            Optional<Preparation> preparation,
            ClusterModel clusters,
            Labels labels,
            long fingerprint) {
        this(
                provenance,
                segmentColumn,
                features,
                preparation,
                clusters,
                new Training(labels, fingerprint, TrainingRows.UNKNOWN, Baseline.UNKNOWN),
                List.of());
    }

    /** @return a label per training row that was clustered, in the order of the table, and the names of the segments */
    public Labels labels() {
        return training.labels();
    }

    /** @return {@link #fingerprint(Matrix, RunContext)} of the training features, to recognize the training table */
    public long fingerprint() {
        return training.fingerprint();
    }

    /** @return the training rows by their identifiers and features, to recognize each of them in any order */
    public TrainingRows rows() {
        return training.rows();
    }

    /** @return the distributions of the training customers, with which later ones are compared */
    public Baseline baseline() {
        return training.baseline();
    }

    /**
     * The same segmentation in a column of another name.
     *
     * @param column name of the column that holds the segments
     * @return the renamed segmentation
     */
    public SegmentationModel withSegmentColumn(String column) {
        return new SegmentationModel(provenance, column, features, preparation, clusters, training, search);
    }

    /**
     * The same segmentation with names of its segments.
     *
     * @param names a name per segment; empty for none
     * @return the named segmentation
     * @throws IllegalArgumentException if they cannot be names ({@link Labels#withNames})
     */
    public SegmentationModel withNames(List<String> names) {
        return with(training.withLabels(labels().withNames(names)));
    }

    /**
     * The same segmentation with the distributions of its training customers.
     *
     * @param distributions what is kept of the training customers
     * @return the segmentation with them
     */
    public SegmentationModel withBaseline(Baseline distributions) {
        return with(training.withBaseline(distributions));
    }

    private SegmentationModel with(Training other) {
        return new SegmentationModel(provenance, segmentColumn, features, preparation, clusters, other, search);
    }

    /**
     * The same segmentation with what was tried to find it.
     *
     * @param points a point per segmentation that was tried
     * @return the segmentation with these points
     */
    public SegmentationModel withSearch(List<SearchPoint> points) {
        return new SegmentationModel(provenance, segmentColumn, features, preparation, clusters, training, points);
    }

    /**
     * A 64-bit hash of a matrix, to recognize it later; not collision resistant. O(n d).
     *
     * @param x a matrix
     * @param run cancel
     * @return a hash of the shape and of the values in order; -0.0 counts as 0.0
     */
    public static long fingerprint(Matrix x, RunContext run) {
        Fingerprint fingerprint = new Fingerprint(x.rows(), x.columns());
        fingerprint.add(x, run);
        return fingerprint.value();
    }
}
