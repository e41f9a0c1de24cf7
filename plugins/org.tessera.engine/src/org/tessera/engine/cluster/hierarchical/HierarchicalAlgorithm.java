package org.tessera.engine.cluster.hierarchical;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.ImplementationChoice;
import org.tessera.engine.cluster.WekaTwin;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.run.Estimate;

/** Agglomerative hierarchical clustering, see {@link Hierarchical}. */
public final class HierarchicalAlgorithm implements Algorithm<HierarchicalOptions>, WekaTwin<HierarchicalOptions> {

    /** Nanoseconds of Weka: this times the rows to a power. */
    private static final double WEKA_NANOSECONDS = 10;

    /** Nanoseconds of Weka per feature and pair of rows, where groups have centroids times the binary logarithm of rows. */
    private static final double WEKA_DIFFERENCE_NANOSECONDS = 12;

    private static final double WEKA_EXPONENT = 2.7;
    private static final double WEKA_BYTES_PER_PAIR = 180;

    @Override
    public String id() {
        return "hierarchical";
    }

    @Override
    public String title() {
        return "Hierarchical";
    }

    @Override
    public HierarchicalOptions defaults() {
        return HierarchicalOptions.defaults();
    }

    @Override
    public Clusterer clusterer(HierarchicalOptions options) {
        return new Hierarchical(options);
    }

    @Override
    public Optional<HierarchicalOptions> withSegments(HierarchicalOptions options, int segments) {
        return Optional.of(options.withSegments(segments));
    }

    @Override
    public String title(HierarchicalOptions options, ClusterModel model) {
        String linkage = title() + " (" + options.linkage().title() + "), ";
        return options.cutHeight().isPresent()
                ? linkage + "cut at " + options.cutHeight().getAsDouble()
                : linkage + "k = " + options.segments();
    }

    @Override
    public Map<String, String> optionsByTitle(HierarchicalOptions options) {
        Map<String, String> titled = new LinkedHashMap<>();
        titled.put("Linkage", options.linkage().name());
        if (options.cutHeight().isPresent()) {
            titled.put("Cut height", Double.toString(options.cutHeight().getAsDouble()));
        } else {
            titled.put("Number of segments", Integer.toString(options.segments()));
        }
        titled.put("Distance", options.distance().name());
        return titled;
    }

    @Override
    public Estimate estimate(HierarchicalOptions options, DataSize size) {
        Linkage linkage = options.linkage();
        double n = size.rows();
        String work = linkage.name().charAt(0) + linkage.name().substring(1).toLowerCase(Locale.ROOT) + " linkage of";
        double seconds = size.seconds(nanosecondsPerPair(linkage, size.columns()), n * n);
        if (linkage == Linkage.AVERAGE || linkage == Linkage.COMPLETE) {
            return size.estimate(
                    work,
                    ReciprocalMatrixLinkage.bytes(size) + size.canonicalRowsBytes(),
                    seconds,
                    List.of("use Ward or single linkage, which need no distances of all pairs", DataSize.SAMPLE_ROWS));
        }
        return size.estimate(work, 24 * n * (size.columns() + 2), seconds, List.of(DataSize.SAMPLE_ROWS));
    }

    /** Nanoseconds per ordered pair of rows: each pair counts twice. */
    private static double nanosecondsPerPair(Linkage linkage, int d) {
        return switch (linkage) {
            case WARD -> 0.5 * d;
            case AVERAGE, COMPLETE -> 4.5 + 0.22 * d;
            case SINGLE -> 0.8 + 0.12 * d;
            case CENTROID -> 5 + 0.45 * d;
        };
    }

    @Override
    public Optional<WekaTwin<HierarchicalOptions>> weka() {
        return Optional.of(this);
    }

    @Override
    public String className() {
        return "HierarchicalClusterer";
    }

    @Override
    public ImplementationChoice automatic(HierarchicalOptions options, DataSize size) {
        return ImplementationChoice.tessera(
                "Where merges tie, as with whole numbers, Weka's HierarchicalClusterer merges"
                        + " in an order of its own; Tessera breaks ties by the values of the rows.");
    }

    @Override
    public Demand demand(HierarchicalOptions options, DataSize size) {
        double n = size.rows();
        boolean centroids = options.linkage() == Linkage.WARD || options.linkage() == Linkage.CENTROID;
        double differences = n * n * size.columns() * (centroids ? Math.log(Math.max(2, n)) / Math.log(2) : 1);
        return new Demand(
                WEKA_BYTES_PER_PAIR * n * n,
                size.secondsOnOneThread(WEKA_NANOSECONDS, Math.pow(n, WEKA_EXPONENT))
                        + size.secondsOnOneThread(WEKA_DIFFERENCE_NANOSECONDS, differences));
    }
}
