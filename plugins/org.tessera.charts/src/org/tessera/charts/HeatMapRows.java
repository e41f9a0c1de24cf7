package org.tessera.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tessera.engine.profile.CategoryProfile;
import org.tessera.engine.profile.ColumnProfile;
import org.tessera.engine.profile.Driver;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.SegmentProfile;

/**
 * The rows of a {@link ProfileHeatMap}: a row per numeric column, and per categorical column the categories that matter
 * for a segment, by decreasing strength. Where there are too many, the strongest row of each column and the strongest
 * category of each segment come before the others.
 *
 * @param rows the rows, by column
 * @param leftOut number of categories that matter but did not fit
 */
record HeatMapRows(List<ProfileHeatMap.Row> rows, int leftOut) {

    /** Smallest effect of a category that matters for a segment, in standard deviations. */
    static final double MATTERS = 0.5;

    /** Smallest effect in standard errors of the share in a segment. */
    private static final double STANDARD_ERRORS = 2;
    /** Smallest number of customers in a category, unless it holds at least the share below. */
    private static final int MIN_CUSTOMERS = 5;

    private static final double MIN_SHARE = 0.05;

    /** A possible row and how much it matters; the first of a column has the largest strength possible. */
    private record Candidate(ProfileHeatMap.Row row, double strength) {}

    static HeatMapRows of(Profile profile, List<Driver> drivers, int limit) {
        List<Candidate> all = new ArrayList<>();
        for (Driver driver : drivers) {
            all.addAll(candidates(driver.column(), profile));
        }
        Set<Candidate> kept = kept(all, profile.segments().size(), limit);
        return new HeatMapRows(
                all.stream().filter(kept::contains).map(Candidate::row).toList(), all.size() - kept.size());
    }

    private static List<Candidate> candidates(String column, Profile profile) {
        List<SegmentProfile> segments = profile.segments();
        List<ColumnProfile> profiles = segments.stream()
                .map(s -> s.columns().stream()
                        .filter(c -> c.column().equals(column))
                        .findFirst()
                        .orElseThrow())
                .toList();
        if (profiles.isEmpty()
                || !(profiles.get(0) instanceof CategoryProfile first)
                || first.levels().isEmpty()) {
            double[] effects =
                    profiles.stream().mapToDouble(ColumnProfile::effect).toArray();
            return List.of(new Candidate(new ProfileHeatMap.Row(column, "", effects), Double.MAX_VALUE));
        }
        List<CategoryProfile> categories =
                profiles.stream().map(CategoryProfile.class::cast).toList();
        return categories(categories, segments);
    }

    /** The categories that matter, the strongest first; at least one, and one of two that mirror each other. */
    private static List<Candidate> categories(List<CategoryProfile> profiles, List<SegmentProfile> segments) {
        List<CategoryProfile.LevelShare> levels = profiles.get(0).levels();
        List<Integer> order = IntStream.range(0, levels.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer level) -> -strength(level, profiles, segments)))
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        for (int level : order) {
            boolean more = levels.size() > 2 && matters(level, profiles);
            if (candidates.isEmpty() || more) {
                ProfileHeatMap.Row row = new ProfileHeatMap.Row(
                        profiles.get(0).column(), levels.get(level).level(), effects(level, profiles));
                double strength = candidates.isEmpty() ? Double.MAX_VALUE : strength(level, profiles, segments);
                candidates.add(new Candidate(row, strength));
            }
        }
        return candidates;
    }

    private static double[] effects(int level, List<CategoryProfile> profiles) {
        return profiles.stream()
                .mapToDouble(p -> p.levels().get(level).effect())
                .toArray();
    }

    private static boolean matters(int level, List<CategoryProfile> profiles) {
        int customers =
                profiles.stream().mapToInt(p -> p.levels().get(level).count()).sum();
        double share = profiles.get(0).levels().get(level).overallShare();
        if (customers < MIN_CUSTOMERS && share < MIN_SHARE) {
            return false;
        }
        return profiles.stream().anyMatch(p -> {
            double error = 1 / Math.sqrt(p.count());
            return Math.abs(p.levels().get(level).effect()) >= Math.max(MATTERS, STANDARD_ERRORS * error);
        });
    }

    /** The mean squared effect, weighted by the sizes of the segments; rounded, so that equal ones keep their order. */
    private static double strength(int level, List<CategoryProfile> profiles, List<SegmentProfile> segments) {
        double sum = 0;
        for (int s = 0; s < profiles.size(); s++) {
            double effect = profiles.get(s).levels().get(level).effect();
            sum += segments.get(s).share() * effect * effect;
        }
        return Math.rint(sum * 1e12) / 1e12;
    }

    /** The candidates that fit: the first of each column, then the strongest of each segment, then the strongest. */
    private static Set<Candidate> kept(List<Candidate> all, int segments, int limit) {
        List<Candidate> order = new ArrayList<>();
        all.stream().filter(c -> c.strength() == Double.MAX_VALUE).forEach(order::add);
        for (int s = 0; s < segments; s++) {
            int segment = s;
            all.stream()
                    .max(Comparator.comparingDouble(c -> Math.abs(c.row().effects()[segment])))
                    .ifPresent(order::add);
        }
        all.stream()
                .sorted(Comparator.comparingDouble(Candidate::strength).reversed())
                .forEach(order::add);
        Set<Candidate> kept = new HashSet<>();
        for (Candidate candidate : order) {
            if (kept.size() < limit) {
                kept.add(candidate);
            }
        }
        return kept;
    }
}
