package org.tessera.bench;

import java.util.ArrayList;
import java.util.List;
import org.tessera.bench.Task.Goal;
import org.tessera.bench.Task.Rival;

/** All tasks of the comparison and what is to be reached on two cores. */
final class Tasks {

    static final int CATEGORIES = 8;

    /** How scikit-learn spreads work over cores; the faster counts. */
    private static final List<String> JOBS = List.of("one job", "all cores");

    private static final int K = Clouds.COUNT;
    private static final int ITERATIONS = 20;
    private static final int MOST_K = 10;
    private static final double NO_BOUND = Double.NaN;

    private Tasks() {}

    static List<Task> all() {
        List<Task> all = new ArrayList<>();
        metrics(all);
        trees(all);
        centroids(all);
        all.add(new Task(
                "preprocessing",
                "Preparation 1M x 20, 8 of them categories",
                request("preprocessing", "", "", 1_000_000, 20, CATEGORIES),
                Rival.SCIKIT_LEARN,
                List.of(""),
                Goal.ratio(1, megabytes(2.0 * 1_000_000 * 64)),
                2,
                1));
        weka(all);
        return all;
    }

    private static void metrics(List<Task> all) {
        all.add(metric(
                "silhouette-10k", "Silhouette, exact, 10k x 13", "silhouette", 10_000, 13, Goal.ratio(0.25, 40)));
        all.add(metric(
                "silhouette-50k", "Silhouette, exact, 50k x 10", "silhouette", 50_000, 10, Goal.ratio(0.17, 40)));
        Goal half = Goal.ratio(0.5, NO_BOUND);
        all.add(metric("davies-bouldin", "Davies-Bouldin 1M x 10", "davies-bouldin", 1_000_000, 10, half));
        all.add(metric("calinski-harabasz", "Calinski-Harabasz 1M x 10", "calinski-harabasz", 1_000_000, 10, half));
    }

    private static Task metric(String id, String title, String algorithm, int n, int d, Goal goal) {
        int rivalRepeats = n == 50_000 ? 1 : 3;
        List<String> variants = "silhouette".equals(algorithm) ? JOBS : List.of("");
        Request request = request(algorithm, "", "", n, d, K);
        return new Task(id, title, request, Rival.SCIKIT_LEARN, variants, goal, 3, rivalRepeats);
    }

    private static void trees(List<Task> all) {
        double half = megabytes(10_000.0 * 10_000 / 2) + 20;
        all.add(tree("ward-10k", "ward", 10_000, 13, Rival.SCIPY, Goal.ratio(0.12, 40)));
        all.add(tree("ward-20k", "ward", 20_000, 10, Rival.SCIPY, Goal.ratio(0.08, 40)));
        all.add(tree("ward-50k", "ward", 50_000, 10, Rival.NONE, Goal.seconds(12, 40)));
        all.add(tree("average-10k", "average", 10_000, 13, Rival.SCIPY, Goal.ratio(0.5, half)));
        all.add(tree("complete-10k", "complete", 10_000, 13, Rival.SCIPY, Goal.ratio(0.5, half)));
        all.add(tree("single-10k", "single", 10_000, 13, Rival.SCIPY, Goal.ratio(0.35, 40)));
        all.add(tree("single-50k", "single", 50_000, 10, Rival.NONE, Goal.seconds(3, 40)));
    }

    private static Task tree(String id, String linkage, int n, int d, Rival rival, Goal goal) {
        String title = Character.toUpperCase(linkage.charAt(0)) + linkage.substring(1) + ", whole tree, " + n / 1000
                + "k x " + d;
        int repeats = 3;
        int rivalRepeats = n > 10_000 ? 1 : 2;
        Request request = request("hierarchy", "", linkage, n, d, K);
        return new Task(id, title, request, rival, List.of(""), goal, repeats, rivalRepeats);
    }

    private static void centroids(List<Task> all) {
        List<String> both = List.of("lloyd", "elkan");
        all.add(new Task(
                "kmeans-1m",
                "K-means 1M x 10, k = 8, 20 iterations, same start",
                request("kmeans", "", "", 1_000_000, 10, K),
                Rival.SCIKIT_LEARN,
                both,
                Goal.ratio(0.5, 100),
                6,
                6));
        all.add(new Task(
                "restarts-10k",
                "K-means 10k x 13, k = 2..10, 10 starts each",
                request("restarts", "", "", 10_000, 13, MOST_K),
                Rival.SCIKIT_LEARN,
                both,
                Goal.ratio(0.5, NO_BOUND),
                3,
                2));
        all.add(dbscan("dbscan-10k", 10_000, 13, 2.0, Rival.SCIKIT_LEARN, Goal.ratio(0.4, 100)));
        all.add(dbscan("dbscan-50k", 50_000, 10, 1.3, Rival.SCIKIT_LEARN, Goal.ratio(0.25, 100)));
        all.add(mixture("mixture-full", "full", Goal.ratio(0.35, 150)));
        all.add(mixture("mixture-diagonal", "diag", Goal.ratio(0.5, 150)));
    }

    private static Task dbscan(String id, int n, int d, double eps, Rival rival, Goal goal) {
        Request plain = request("dbscan", "", "", n, d, K);
        Request request = new Request(plain.algorithm(), "", "", n, d, K, 0, eps, 2 * d, 0, 0, null, null, null);
        String title = "DBSCAN " + n / 1000 + "k x " + d + ", eps " + eps + ", " + 2 * d + " points";
        List<String> variants = rival == Rival.WEKA ? List.of("DBSCAN") : JOBS;
        return new Task(id, title, request, rival, variants, goal, 3, 2);
    }

    private static Task mixture(String id, String covariance, Goal goal) {
        Request request = request("mixture", covariance, "", 100_000, 10, K);
        String title = "Gaussian mixture 100k x 10, k = 8, 20 iterations, " + covariance;
        return new Task(id, title, request, Rival.SCIKIT_LEARN, List.of(covariance), goal, 3, 2);
    }

    private static void weka(List<Task> all) {
        all.add(new Task(
                "weka-kmeans",
                "K-means 1M x 10, k = 8, 20 iterations, same start",
                request("kmeans", "", "", 1_000_000, 10, K),
                Rival.WEKA,
                List.of("SimpleKMeans"),
                Goal.ratio(1 / 10.0, NO_BOUND),
                3,
                1));
        all.add(dbscan("weka-dbscan", 10_000, 13, 2.0, Rival.WEKA, Goal.ratio(1 / 8.0, NO_BOUND)));
        all.add(new Task(
                "weka-hierarchical",
                "Ward, whole tree, 4k x 13",
                request("hierarchy", "", "ward", 4_000, 13, K),
                Rival.WEKA,
                List.of("HierarchicalClusterer"),
                Goal.ratio(1 / 500.0, NO_BOUND),
                3,
                1));
    }

    private static Request request(String algorithm, String variant, String linkage, int n, int d, int k) {
        return new Request(algorithm, variant, linkage, n, d, k, ITERATIONS, 0, 0, 0, 0, null, null, null);
    }

    private static double megabytes(double values) {
        return values * Double.BYTES / 1e6;
    }
}
