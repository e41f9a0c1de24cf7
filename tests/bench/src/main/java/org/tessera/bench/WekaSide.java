package org.tessera.bench;

import static java.util.Map.of;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.cluster.hierarchical.HierarchicalOptions;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.model.Linkage;
import org.tessera.engine.run.RunContext;
import org.tessera.weka.WekaClusterers;
import weka.clusterers.DBSCAN;
import weka.clusterers.SimpleKMeans;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.EuclideanDistance;
import weka.core.Instances;
import weka.core.SelectedTag;

/**
 * The child process of Weka: its own classes as their users call them, normalization off; for hierarchical clustering
 * through Tessera's adapter, because Weka's Ward is Ward on squared distances only.
 */
final class WekaSide {

    private WekaSide() {}

    public static void main(String[] args) throws IOException {
        Gson gson = new Gson();
        Request request = gson.fromJson(args[0], Request.class);
        Matrix x = RawFile.matrix(Path.of(request.data()), request.n(), request.d());
        Work<?> work = switch (request.algorithm()) {
            case "kmeans" -> kmeans(request, x);
            case "dbscan" -> dbscan(request, x);
            case "hierarchy" -> hierarchy(request, x);
            default -> throw new IllegalArgumentException("Weka has no task '" + request.algorithm() + "'");
        };
        System.out.println(gson.toJson(work.measure(request)));
        System.exit(0);
    }

    /** Weka counts the first assignment as an iteration. */
    private static Work<?> kmeans(Request request, Matrix x) {
        Instances rows = instances(x);
        Matrix first = Works.firstCentroids(x, request.k());
        return new Work<>(() -> built(started(request, first), rows), (weka, out) -> {
            try {
                RawFile.write(Work.file(out, Works.LABELS), weka.getAssignments());
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("Weka keeps no assignments", e);
            }
            return of("sum of squared errors", weka.getSquaredError());
        });
    }

    private static SimpleKMeans started(Request request, Matrix first) {
        SimpleKMeans weka = new SimpleKMeans() {
            private static final long serialVersionUID = 1L;

            @Override
            protected void kMeansPlusPlusInit(Instances data) {
                for (int c = 0; c < first.rows(); c++) {
                    m_ClusterCentroids.add(new DenseInstance(1, first.row(c)));
                }
            }
        };
        try {
            weka.setDistanceFunction(euclidean());
            weka.setNumClusters(request.k());
            weka.setMaxIterations(request.iterations() + 1);
            weka.setPreserveInstancesOrder(true);
            weka.setNumExecutionSlots(request.cores());
            weka.setInitializationMethod(new SelectedTag(SimpleKMeans.KMEANS_PLUS_PLUS, SimpleKMeans.TAGS_SELECTION));
        } catch (Exception e) {
            throw new IllegalStateException("Weka refuses its options", e);
        }
        return weka;
    }

    private static SimpleKMeans built(SimpleKMeans weka, Instances rows) {
        try {
            weka.buildClusterer(rows);
        } catch (Exception e) {
            throw new IllegalStateException("Weka's SimpleKMeans failed", e);
        }
        return weka;
    }

    /** Weka's neighbors are those nearer than eps, not at eps. */
    private static Work<?> dbscan(Request request, Matrix x) {
        Instances rows = instances(x);
        return new Work<>(
                () -> {
                    DBSCAN weka = new DBSCAN();
                    try {
                        weka.setDistanceFunction(euclidean());
                        weka.setEpsilon(request.eps());
                        weka.setMinPoints(request.minPoints());
                        weka.buildClusterer(rows);
                    } catch (Exception e) {
                        throw new IllegalStateException("Weka's DBSCAN failed", e);
                    }
                    return weka;
                },
                (weka, out) -> {
                    int[] labels = new int[x.rows()];
                    Arrays.setAll(labels, i -> next(weka));
                    RawFile.write(Work.file(out, Works.LABELS), labels);
                    RawFile.write(Work.file(out, Works.CORE), core(request, x));
                    return of("noise", (double)
                            Arrays.stream(labels).filter(l -> l < 0).count());
                });
    }

    /** 1 for rows that have enough rows nearer than eps, themselves included, by comparing all pairs. */
    private static byte[] core(Request request, Matrix x) {
        int d = x.columns();
        byte[] core = new byte[x.rows()];
        for (int i = 0; i < core.length; i++) {
            int near = 0;
            for (int other = 0; other < core.length && near < request.minPoints(); other++) {
                near += Distance.EUCLIDEAN.between(x.values(), i * d, x.values(), other * d, d) < request.eps() ? 1 : 0;
            }
            core[i] = (byte) (near >= request.minPoints() ? 1 : 0);
        }
        return core;
    }

    /** Whatever it is asked about, Weka answers for its own rows one after the other, and throws for noise. */
    private static int next(DBSCAN weka) {
        try {
            return weka.clusterInstance(null);
        } catch (Exception e) {
            if (e.getClass() == Exception.class && e.getMessage() == null) {
                return -1;
            }
            throw new IllegalStateException("Weka's DBSCAN has no label", e);
        }
    }

    private static Work<?> hierarchy(Request request, Matrix x) {
        Linkage linkage = Linkage.valueOf(request.linkage().toUpperCase(Locale.ROOT));
        Clusterer weka = WekaClusterers.of(
                Algorithms.HIERARCHICAL, HierarchicalOptions.defaults().withLinkage(linkage), true);
        RunContext run = RunContext.of(1).withThreads(request.cores());
        return new Work<>(() -> weka.fit(x, run), Works::tree);
    }

    private static EuclideanDistance euclidean() {
        EuclideanDistance distance = new EuclideanDistance();
        distance.setDontNormalize(true);
        return distance;
    }

    private static Instances instances(Matrix x) {
        ArrayList<Attribute> attributes = new ArrayList<>();
        for (int j = 0; j < x.columns(); j++) {
            attributes.add(new Attribute("x" + j));
        }
        Instances rows = new Instances("rows", attributes, x.rows());
        for (int i = 0; i < x.rows(); i++) {
            rows.add(new DenseInstance(1, x.row(i)));
        }
        return rows;
    }
}
