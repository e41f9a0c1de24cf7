package org.tessera.engine.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.cluster.kmeans.KMeans;
import org.tessera.engine.cluster.kmeans.KMeansOptions;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.match.Transition.Size;
import org.tessera.engine.run.RunContext;

/**
 * Two points in time of planted groups, each segmented by k-means with the planted number. Groups are spherical, with a
 * standard deviation of 1 in 6 features, and 8 or more apart. Of the customers of today 70 % were there earlier.
 */
final class History {

    private static final int COLUMNS = 6;
    private static final double APART = 8;
    private static final int NONE = -1;
    private static final RunContext RUN = RunContext.of(1);

    private final Random random;
    private final List<double[]> centers = new ArrayList<>();
    private final List<double[]> then = new ArrayList<>();
    private final List<Integer> groupsThen = new ArrayList<>();
    private final List<double[]> now = new ArrayList<>();
    private final List<Integer> groupsNow = new ArrayList<>();
    private final List<Integer> origins = new ArrayList<>();
    private final Set<String> planted = new TreeSet<>();
    private int presentGroups;

    History(long seed) {
        random = new Random(seed);
    }

    private double[] center() {
        while (true) {
            double[] center = random.doubles(COLUMNS, -12, 12).toArray();
            if (centers.stream().allMatch(other -> distance(center, other) >= APART)) {
                centers.add(center);
                return center;
            }
        }
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(IntStream.range(0, a.length)
                .mapToDouble(j -> (a[j] - b[j]) * (a[j] - b[j]))
                .sum());
    }

    private double[] direction(double length) {
        double[] direction = random.doubles(COLUMNS, -1, 1).toArray();
        double norm = distance(direction, new double[COLUMNS]);
        return IntStream.range(0, COLUMNS)
                .mapToDouble(j -> direction[j] * length / norm)
                .toArray();
    }

    private static double[] plus(double[] a, double[] b, double factor) {
        return IntStream.range(0, a.length)
                .mapToDouble(j -> a[j] + factor * b[j])
                .toArray();
    }

    private int earlier(double[] center, int size) {
        int group = groupsThen.stream().mapToInt(g -> g + 1).max().orElse(0);
        for (int i = 0; i < size; i++) {
            then.add(around(center));
            groupsThen.add(group);
        }
        return group;
    }

    private double[] around(double[] center) {
        return IntStream.range(0, COLUMNS)
                .mapToDouble(j -> center[j] + random.nextGaussian())
                .toArray();
    }

    /** Customers of today around a center, of whom 70 % were in an earlier group, if there is one. */
    private int present(double[] center, int size, int origin) {
        for (int i = 0; i < size; i++) {
            now.add(around(center));
            groupsNow.add(presentGroups);
            origins.add(origin == NONE || random.nextDouble() > 0.7 ? Migration.NEW : origin);
        }
        return presentGroups++;
    }

    private int size() {
        return 150 + random.nextInt(150);
    }

    History stays() {
        double[] center = center();
        int size = size();
        int group = earlier(center, size);
        planted.add("survives " + group + " as " + present(center, size, group));
        return this;
    }

    /** As many stay that another event hardly changes their shares of all. */
    History othersStay() {
        return stays().stays().stays().stays().stays().stays();
    }

    History grows() {
        double[] center = center();
        int size = size();
        int group = earlier(center, size);
        planted.add("survives " + group + " as " + present(center, 2 * size, group) + " grows");
        return this;
    }

    History drifts() {
        double[] center = center();
        int size = size();
        int group = earlier(center, size);
        planted.add("survives " + group + " as " + present(plus(center, direction(1.5), 1), size, group));
        return this;
    }

    History splits() {
        double[] center = center();
        double[] direction = direction(3);
        int size = size();
        int group = earlier(center, size);
        int one = present(plus(center, direction, 1), size / 2, group);
        int other = present(plus(center, direction, -1), size / 2, group);
        planted.add("splits " + group + " into " + one + ", " + other);
        return this;
    }

    History merges() {
        double[] center = center();
        double[] direction = direction(4);
        int size = size();
        int one = earlier(plus(center, direction, 1), size);
        int other = earlier(plus(center, direction, -1), size);
        int group = present(center, size, one);
        presentGroups--;
        present(center, size, other);
        planted.add("merges " + one + ", " + other + " as " + group);
        return this;
    }

    History appears() {
        planted.add("appears " + present(center(), size(), NONE));
        return this;
    }

    History vanishes() {
        planted.add("vanishes " + earlier(center(), size()));
        return this;
    }

    Set<String> planted() {
        return planted;
    }

    Set<String> found(boolean byPlace) {
        Clustering before = segmented(then, (int) groupsThen.stream().distinct().count());
        Clustering after = segmented(now, presentGroups);
        int[] oldGroups = groups(before.labels(), groupsThen);
        int[] newGroups = groups(after.labels(), groupsNow);
        Matching matching = byPlace
                ? SegmentMatcher.byPlace(
                        before.model(),
                        before.labels(),
                        Assigner.assign(before.model(), matrix(now), RUN).segments(),
                        matrix(now),
                        after.labels(),
                        MatchOptions.defaults(),
                        RUN)
                : SegmentMatcher.byCustomers(
                        before.labels(), segments(oldGroups), after.labels(), MatchOptions.defaults());
        Set<String> found = new TreeSet<>();
        for (Transition transition : matching.transitions()) {
            String earlier = in(transition.earlier(), oldGroups);
            String present = in(transition.present(), newGroups);
            found.add(
                    switch (transition.kind()) {
                        case SURVIVES ->
                            "survives " + earlier + " as " + present
                                    + (transition.size() == Size.SAME
                                            ? ""
                                            : " " + transition.size().name().toLowerCase(Locale.ROOT));
                        case SPLITS -> "splits " + earlier + " into " + present;
                        case MERGES -> "merges " + earlier + " as " + present;
                        case APPEARS -> "appears " + present;
                        case VANISHES -> "vanishes " + earlier;
                    });
        }
        return found;
    }

    private static Clustering segmented(List<double[]> rows, int segments) {
        return new KMeans(KMeansOptions.defaults().withK(segments)).fit(matrix(rows), RUN);
    }

    private static Matrix matrix(List<double[]> rows) {
        return Matrix.of(rows.toArray(double[][]::new));
    }

    /** Per segment the planted group of most of its customers. */
    private static int[] groups(Labels labels, List<Integer> groups) {
        int[][] counts = new int[labels.segments()][64];
        for (int i = 0; i < labels.size(); i++) {
            counts[labels.at(i)][groups.get(i)]++;
        }
        int[] most = new int[counts.length];
        for (int s = 0; s < counts.length; s++) {
            for (int g = 0; g < 64; g++) {
                most[s] = counts[s][g] > counts[s][most[s]] ? g : most[s];
            }
        }
        return most;
    }

    /** The earlier segments of today's customers: those of the groups they come from. */
    private int[] segments(int[] groups) {
        int[] segmentOf = new int[64];
        for (int s = 0; s < groups.length; s++) {
            segmentOf[groups[s]] = s;
        }
        return origins.stream()
                .mapToInt(origin -> origin == Migration.NEW ? Migration.NEW : segmentOf[origin])
                .toArray();
    }

    private static String in(List<Integer> segments, int[] groups) {
        return segments.stream()
                .map(s -> groups[s])
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
