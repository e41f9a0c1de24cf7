package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.run.RunContext;

/**
 * Profiles segments by columns of the source table, whether they were features or not: descriptive statistics and
 * effect sizes per segment against all clustered customers, the strength of each column over all segments, and a
 * sentence and a rule per segment.
 *
 * <p>"All customers" are the clustered ones, noise included. Noise rows form a group of their own, which is described
 * like a segment but without a rule, and do not count for the strength of columns. A segment without a value in a
 * column has NaN means and effect 0 there; a segment without a row ({@link Labels#ofPart}) is described as empty. O(c n log n) for c columns, and O(c n k) for the rules. The result does not
 * depend on the number of threads, nor on the order of the rows beyond rounding.
 */
public final class Profiler {

    /** Share of the progress after the columns are analyzed and before rules are searched. */
    private static final double ANALYSIS_PROGRESS = 0.6;

    private Profiler() {}

    /**
     * Profiles segments.
     *
     * @param customers the columns to profile
     * @param segmented the labels of the clustered rows
     * @param options limits of lists, descriptions and rules
     * @param run threads, progress and cancel
     * @return the profile; without rows it has no segments, without columns no drivers
     * @throws IllegalArgumentException if a row index is outside the table
     */
    public static Profile profile(
            CustomerTable customers, SegmentedRows segmented, ProfileOptions options, RunContext run) {
        Grouping grouping = Grouping.of(customers, segmented);
        ColumnAnalysis[] analyses = new ColumnAnalysis[customers.columns().size()];
        run.forBlocks(analyses.length, c -> {
            analyses[c] = ColumnAnalysis.of(customers.columns().get(c), grouping, options, run);
            run.progress(
                    ANALYSIS_PROGRESS * (c + 1) / analyses.length,
                    "Profiling column '" + analyses[c].driver().column() + "'");
        });
        List<Optional<Rule>> rules = rules(customers, grouping, options, run.part(ANALYSIS_PROGRESS, 1));
        Sentences sentences = new Sentences(options);
        List<SegmentProfile> segments = new ArrayList<>();
        for (int g = 0; g < grouping.count(); g++) {
            String name = Labels.name(grouping.label(g));
            int size = grouping.sizeOf(g);
            double share = size == 0 ? 0 : (double) size / grouping.rows();
            List<ColumnProfile> columns = ranked(analyses, g);
            String description = sentences.describe(name, size, share, columns);
            segments.add(new SegmentProfile(grouping.label(g), name, size, share, columns, description, rules.get(g)));
        }
        return new Profile(grouping.rows(), segments, drivers(analyses));
    }

    private static List<Optional<Rule>> rules(
            CustomerTable customers, Grouping grouping, ProfileOptions options, RunContext run) {
        List<Optional<Rule>> rules = new ArrayList<>();
        RuleSearch search = RuleSearch.of(customers, grouping, options, run);
        for (int g = 0; g < grouping.count(); g++) {
            boolean described = g < grouping.segments() && grouping.sizeOf(g) > 0;
            rules.add(described ? search.find(g, run) : Optional.empty());
            run.progress((g + 1.0) / grouping.count(), "Looking for a rule for " + Labels.name(grouping.label(g)));
        }
        return rules;
    }

    private static List<ColumnProfile> ranked(ColumnAnalysis[] analyses, int group) {
        List<ColumnProfile> profiles = new ArrayList<>(
                Arrays.stream(analyses).map(a -> a.profiles().get(group)).toList());
        profiles.sort(Comparator.comparingDouble((ColumnProfile p) -> -Math.abs(p.effect())));
        for (int i = 0; i < profiles.size(); i++) {
            profiles.set(i, ColumnAnalysis.ranked(profiles.get(i), i + 1));
        }
        return profiles;
    }

    private static List<Driver> drivers(ColumnAnalysis[] analyses) {
        List<Driver> sorted = Arrays.stream(analyses)
                .map(ColumnAnalysis::driver)
                .sorted(Comparator.comparingDouble((Driver d) -> -d.strength()))
                .toList();
        List<Driver> drivers = new ArrayList<>();
        for (Driver d : sorted) {
            drivers.add(new Driver(d.column(), d.measure(), d.effect(), d.strength(), drivers.size() + 1));
        }
        return drivers;
    }
}
