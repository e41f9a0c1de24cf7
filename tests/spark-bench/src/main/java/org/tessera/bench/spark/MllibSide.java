package org.tessera.bench.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.clustering.BisectingKMeans;
import org.apache.spark.ml.clustering.GaussianMixture;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;

/** The clusterings of Spark's MLlib with its defaults, of the same features. */
final class MllibSide {

    private static final StructType COLUMNS = new StructType(new StructField[] {
        DataTypes.createStructField("row", DataTypes.IntegerType, false),
        DataTypes.createStructField("features", SQLDataTypes.VectorType(), false)
    });
    private static final int PARTS = 2;

    private final SparkSession spark;

    MllibSide(SparkSession spark) {
        this.spark = spark;
    }

    /** An algorithm of MLlib. */
    enum Kind {
        /** One start by k-means||, 20 iterations. */
        K_MEANS("KMeans"),
        /** Splits by k-means with k = 2. */
        BISECTING("BisectingKMeans"),
        /** EM with full covariances, one random start. */
        MIXTURE("GaussianMixture");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        private Estimator<?> estimator(int k, long seed) {
            return switch (this) {
                case K_MEANS -> new KMeans().setK(k).setSeed(seed);
                case BISECTING -> new BisectingKMeans().setK(k).setSeed(seed);
                case MIXTURE -> new GaussianMixture().setK(k).setSeed(seed);
            };
        }
    }

    /** The features as Spark has them, in memory before anything is measured. */
    Dataset<Row> features(Matrix x) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < x.rows(); i++) {
            double[] row = new double[x.columns()];
            for (int j = 0; j < row.length; j++) {
                row[j] = x.at(i, j);
            }
            rows.add(RowFactory.create(i, Vectors.dense(row)));
        }
        Dataset<Row> features =
                spark.createDataFrame(rows, COLUMNS).repartition(PARTS).cache();
        features.count();
        return features;
    }

    /** The segments of the rows, and how long fitting took. */
    Timed fit(Kind kind, Dataset<Row> features, int k, long seed) {
        return Timed.of(() -> kind.estimator(k, seed).fit(features), model -> labels(model, features));
    }

    private static Labels labels(Model<?> model, Dataset<Row> features) {
        List<Row> assigned =
                model.transform(features).select("row", "prediction").collectAsList();
        int[] clusters = new int[assigned.size()];
        assigned.forEach(row -> clusters[row.getInt(0)] = row.getInt(1));
        return Labels.of(dense(clusters));
    }

    /** The same clusters with numbers from 0 without a gap. */
    private static int[] dense(int[] clusters) {
        List<Integer> seen = new ArrayList<>();
        int[] labels = new int[clusters.length];
        for (int i = 0; i < labels.length; i++) {
            if (!seen.contains(clusters[i])) {
                seen.add(clusters[i]);
            }
            labels[i] = seen.indexOf(clusters[i]);
        }
        return labels;
    }

    /**
     * Segments and the seconds that it took to find them.
     *
     * @param labels a segment per row
     * @param seconds seconds of the clock for fitting
     */
    record Timed(Labels labels, double seconds) {

        /** Measures fitting, then assigns. */
        static <M> Timed of(Supplier<M> fit, Function<M, Labels> assign) {
            long start = System.nanoTime();
            M model = fit.get();
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Timed(assign.apply(model), seconds);
        }
    }
}
