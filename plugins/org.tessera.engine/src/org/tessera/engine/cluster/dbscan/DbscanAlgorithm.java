package org.tessera.engine.cluster.dbscan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.ImplementationChoice;
import org.tessera.engine.cluster.WekaTwin;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.run.Estimate;

/** DBSCAN, see {@link Dbscan}. */
public final class DbscanAlgorithm implements Algorithm<DbscanOptions>, WekaTwin<DbscanOptions> {

    /** What is chosen by the data, in place of a number. */
    private static final String AUTOMATIC = "automatic";

    /** Nanoseconds per row, and in addition per feature of every row it is compared with. */
    private static final double ROW_NANOSECONDS = 2000;

    private static final double COMPARISON_NANOSECONDS = 0.7;
    private static final double WEKA_COMPARISON_NANOSECONDS = 4;

    /** How often the automatic radius compares each of its rows with all. */
    private static final double RADIUS_SEARCHES = 2;

    /** With this many features, or more, the kd-tree prunes nothing. */
    private static final double FEATURES_WITHOUT_TREE = 20;

    @Override
    public String id() {
        return "dbscan";
    }

    @Override
    public String title() {
        return "DBSCAN";
    }

    @Override
    public DbscanOptions defaults() {
        return DbscanOptions.defaults();
    }

    @Override
    public Clusterer clusterer(DbscanOptions options) {
        return new Dbscan(options);
    }

    @Override
    public String title(DbscanOptions options, ClusterModel model) {
        DensityModel density = (DensityModel) model;
        return title() + ", eps = " + Numbers.value(density.eps(), 4) + ", minimum points = " + density.minPoints();
    }

    /** The minimum points change with the rows, as so many more or fewer lie within the same radius. */
    @Override
    public DbscanOptions among(DbscanOptions options, ClusterModel model, int rows, int others) {
        if (!(model instanceof DensityModel density)) {
            throw new IllegalArgumentException("The model is not of " + title());
        }
        int minPoints = options.minPoints().orElse(density.minPoints());
        long scaled = Math.max(1, Math.round((double) minPoints * others / rows));
        DbscanOptions found = options.withMinPoints((int) Math.min(DbscanOptions.MAX_MIN_POINTS, scaled));
        return options.eps().isPresent() || density.eps() == 0 ? found : found.withEps(density.eps());
    }

    @Override
    public Map<String, String> optionsByTitle(DbscanOptions options) {
        Map<String, String> titled = new LinkedHashMap<>();
        titled.put(
                "Radius (eps)",
                options.eps().isPresent() ? Double.toString(options.eps().getAsDouble()) : AUTOMATIC);
        titled.put(
                "Minimum points",
                options.minPoints().isPresent()
                        ? Integer.toString(options.minPoints().getAsInt())
                        : AUTOMATIC);
        titled.put("Distance", options.distance().name());
        return titled;
    }

    @Override
    public Estimate estimate(DbscanOptions options, DataSize size) {
        double n = size.rows();
        double d = size.columns();
        double comparedShare = Math.min(1, d / FEATURES_WITHOUT_TREE);
        double points = options.eps().isPresent() ? 0 : Math.min(n, AutomaticRadius.maxPoints((int) Math.max(1, d)));
        double comparisons = (n + RADIUS_SEARCHES * points) * n * d * comparedShare;
        return size.estimate(
                "DBSCAN of",
                size.canonicalRowsBytes() + 24 * n * (d + 2),
                size.seconds(ROW_NANOSECONDS, n)
                        + size.seconds(COMPARISON_NANOSECONDS, comparisons)
                        + size.secondsOnOneThread(COMPARISON_NANOSECONDS, points * points * d),
                List.of("give a smaller radius", DataSize.FEWER_FEATURES, DataSize.SAMPLE_ROWS));
    }

    @Override
    public Optional<WekaTwin<DbscanOptions>> weka() {
        return Optional.of(this);
    }

    @Override
    public String className() {
        return "DBSCAN";
    }

    @Override
    public ImplementationChoice automatic(DbscanOptions options, DataSize size) {
        return ImplementationChoice.tessera("Weka's DBSCAN leaves out neighbors at exactly the radius and gives border"
                + " customers to segments in an order of its own; Tessera follows the paper.");
    }

    @Override
    public Demand demand(DbscanOptions options, DataSize size) {
        double searches = options.eps().isPresent() ? 1 : 1.5;
        double n = size.rows();
        return new Demand(
                4 * WekaTwin.instancesBytes(size),
                size.secondsOnOneThread(WEKA_COMPARISON_NANOSECONDS, searches * n * n * size.columns()));
    }
}
