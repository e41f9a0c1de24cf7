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
 * Profiles segments by the customers' own columns, whether they were features or not: statistics per segment against all
 * clustered customers, effect sizes, a sentence and a rule per segment.
 *
 * <p>"All customers" are the clustered ones, noise included; noise rows form a group of their own, described like a
 * segment but without a rule, and are left out of the drivers. O(n c log n) for c columns, and O(n c k) for the rules. A
 * segment without a value in a column has NaN means and effect 0 there. The result does not depend on the number of
 * threads, nor on the order of the rows beyond rounding.
 */
public final class Profiler {

    private static final double STUDIES_DONE = 0.6;

    private Profiler() {}

    /**
     * Profiles segments.
     *
     * @param customers the customers' own columns
     * @param segmented which rows have which label
     * @param options what is listed and described
     * @param run threads, progress and cancel
     * @return the profile; without rows or columns its lists are empty of what there is not
     * @throws IllegalArgumentException if a row index is outside the table
     */
    public static Profile profile(
            CustomerTable customers, SegmentedRows segmented, ProfileOptions options, RunContext run) {
        Grouping grouping = Grouping.of(customers, segmented);
        ColumnStudy[] studies = new ColumnStudy[customers.columns().size()];
        run.forBlocks(studies.length, c -> {
            studies[c] = ColumnStudy.of(customers.columns().get(c), grouping, options, run);
            run.progress(
                    STUDIES_DONE * (c + 1) / studies.length,
                    "Profiling column '" + studies[c].driver().column() + "'");
        });
        List<Optional<Rule>> rules = rules(customers, grouping, options, run.part(STUDIES_DONE, 1));
        Sentences sentences = new Sentences(options);
        List<SegmentProfile> segments = new ArrayList<>();
        for (int g = 0; g < grouping.count(); g++) {
            String name = Labels.name(grouping.label(g));
            int size = grouping.sizeOf(g);
            double share = (double) size / grouping.rows();
            List<ColumnProfile> columns = ranked(studies, g);
            String description = sentences.describe(name, size, share, columns);
            segments.add(new SegmentProfile(grouping.label(g), name, size, share, columns, description, rules.get(g)));
        }
        return new Profile(grouping.rows(), segments, drivers(studies));
    }

    private static List<Optional<Rule>> rules(
            CustomerTable customers, Grouping grouping, ProfileOptions options, RunContext run) {
        List<Optional<Rule>> rules = new ArrayList<>();
        RuleSearch search = RuleSearch.of(customers, grouping, options, run);
        for (int g = 0; g < grouping.count(); g++) {
            rules.add(g < grouping.segments() ? search.find(g, run) : Optional.empty());
            run.progress((g + 1.0) / grouping.count(), "Looking for a rule for " + Labels.name(grouping.label(g)));
        }
        return rules;
    }

    private static List<ColumnProfile> ranked(ColumnStudy[] studies, int group) {
        List<ColumnProfile> profiles = new ArrayList<>(
                Arrays.stream(studies).map(s -> s.profiles().get(group)).toList());
        profiles.sort(Comparator.comparingDouble((ColumnProfile p) -> -Math.abs(p.effect())));
        for (int i = 0; i < profiles.size(); i++) {
            profiles.set(i, ColumnStudy.ranked(profiles.get(i), i + 1));
        }
        return profiles;
    }

    private static List<Driver> drivers(ColumnStudy[] studies) {
        List<Driver> sorted = Arrays.stream(studies)
                .map(ColumnStudy::driver)
                .sorted(Comparator.comparingDouble((Driver d) -> -d.strength()))
                .toList();
        List<Driver> drivers = new ArrayList<>();
        for (Driver d : sorted) {
            drivers.add(new Driver(d.column(), d.measure(), d.effect(), d.strength(), drivers.size() + 1));
        }
        return drivers;
    }
}
