package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.profile.columns.DescribedColumns;
import org.tessera.engine.profile.columns.ShareColumns;
import org.tessera.engine.run.RunContext;

/**
 * Profiles segments by columns of the source table, whether they were features or not: descriptive statistics and
 * effect sizes per segment against all clustered customers, the strength of each column over all segments, and a
 * sentence and a rule per segment.
 *
 * <p>"All customers" are the clustered ones, noise included. Noise rows form a group of their own, which is described
 * like a segment but without a rule, and do not count for the strength of columns. A segment without a value in a
 * column has NaN means and effect 0 there; a segment without a row ({@link Labels#ofPart}) is described as empty.
 * Numbers of two values, such as 0 and 1, are described by their shares. O(c n log n) for c columns, and O(c n k) for
 * the rules. The result does not depend on the number of threads, nor on the order of the rows beyond rounding.
 */
public final class Profiler {

    /** Share of the progress after the columns are analyzed and before rules are searched. */
    private static final double ANALYSIS_PROGRESS = 0.6;

    private final DescribedColumns described;
    private final List<Column> columns;
    private final Grouping grouping;
    private final ProfileOptions options;
    private final RunContext run;

    private Profiler(DescribedColumns described, Grouping grouping, ProfileOptions options, RunContext run) {
        this.described = described;
        this.grouping = grouping;
        this.options = options;
        this.run = run;
        this.columns = ShareColumns.twoValued(described.customers(), grouping.tableRows(), run)
                .columns();
    }

    /**
     * Profiles segments by all columns of a table, of which nothing else is known.
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
        return profile(DescribedColumns.all(customers), segmented, options, run);
    }

    /**
     * Profiles segments.
     *
     * @param described the columns to profile, and what they were for the segmentation
     * @param segmented the labels of the clustered rows
     * @param options limits of lists, descriptions and rules
     * @param run threads, progress and cancel
     * @return the profile; without rows it has no segments, without columns no drivers
     * @throws IllegalArgumentException if a row index is outside the table
     */
    public static Profile profile(
            DescribedColumns described, SegmentedRows segmented, ProfileOptions options, RunContext run) {
        return new Profiler(described, Grouping.of(described.customers(), segmented), options, run).profile();
    }

    private Profile profile() {
        ColumnAnalysis[] analyses = new ColumnAnalysis[columns.size()];
        run.forBlocks(analyses.length, c -> {
            analyses[c] = ColumnAnalysis.of(
                    c, columns.get(c), described.scale(columns.get(c).name()), grouping, options, run);
            run.progress(
                    ANALYSIS_PROGRESS * (c + 1) / analyses.length,
                    "Profiling column '" + analyses[c].driver().column() + "'");
        });
        HoldOut halves = HoldOut.of(columns, grouping, run);
        List<Optional<Rule>> rules = rules(halves, run.part(ANALYSIS_PROGRESS, 1));
        Alike alike = new Alike(columns, grouping, run);
        Sentences sentences = new Sentences(options, alike);
        List<List<Fact>> facts = new ArrayList<>();
        List<Optional<List<Fact>>> leading = new ArrayList<>();
        for (int g = 0; g < grouping.count(); g++) {
            facts.add(facts(analyses, g));
            leading.add(sentences.leading(grouping.sizeOf(g), facts.get(g)));
        }
        List<String> names = SuggestedNames.of(leading.subList(0, grouping.segments()));
        List<SegmentProfile> segments = new ArrayList<>();
        for (int g = 0; g < grouping.count(); g++) {
            List<ColumnProfile> ranked = ranked(analyses, g);
            String description =
                    sentences.describe(grouping.name(g), grouping.sizeOf(g), share(g), ranked, facts.get(g));
            String name = g < names.size() ? names.get(g) : Labels.NOISE_NAME;
            segments.add(segment(g, ranked, name, description, rules.get(g)));
        }
        SameColumns same = new SameColumns(columns, grouping, alike, run);
        SegmentCopies copies = SegmentCopies.of(columns, described, grouping, run);
        return new Profile(grouping.rows(), segments, new Drivers(analyses, described, same, copies).ranked());
    }

    private static List<Fact> facts(ColumnAnalysis[] analyses, int group) {
        return Arrays.stream(analyses)
                .flatMap(a -> a.facts().get(group).stream())
                .toList();
    }

    private double share(int group) {
        int size = grouping.sizeOf(group);
        return size == 0 ? 0 : (double) size / grouping.rows();
    }

    private SegmentProfile segment(
            int group, List<ColumnProfile> ranked, String suggested, String description, Optional<Rule> rule) {
        int size = grouping.sizeOf(group);
        return new SegmentProfile(
                grouping.label(group),
                grouping.name(group),
                suggested,
                size,
                share(group),
                ranked,
                description,
                rule,
                rule.isEmpty() && isRuled(group) ? noRule(size) : "");
    }

    /** Whether a rule is looked for. */
    private boolean isRuled(int group) {
        return options.ruleConditions() > 0 && group < grouping.segments() && grouping.sizeOf(group) > 0;
    }

    private static String noRule(int size) {
        return size < Fact.MIN_CUSTOMERS
                ? "no rule: too few customers"
                : "no rule: none that sets the segment apart covers " + Numbers.percent(Rule.MIN_COVERAGE) + " of it";
    }

    private List<Optional<Rule>> rules(HoldOut halves, RunContext progress) {
        List<Optional<Rule>> found = new ArrayList<>(Collections.nCopies(grouping.count(), Optional.empty()));
        Rules rules = Rules.of(columns, grouping, halves, options, progress);
        progress.forBlocks(grouping.count(), g -> {
            if (grouping.sizeOf(g) >= Fact.MIN_CUSTOMERS && isRuled(g)) {
                found.set(g, rules.find(g, progress));
            }
            progress.progress((g + 1.0) / grouping.count(), "Searching a rule for " + grouping.name(g));
        });
        return found;
    }

    private static List<ColumnProfile> ranked(ColumnAnalysis[] analyses, int group) {
        List<ColumnProfile> profiles = new ArrayList<>(
                Arrays.stream(analyses).map(a -> a.profiles().get(group)).toList());
        profiles.sort(Comparator.comparingDouble(
                (ColumnProfile p) -> -Math.max(Math.abs(p.effect()), Math.abs(p.missingEffect()))));
        for (int i = 0; i < profiles.size(); i++) {
            profiles.set(i, ColumnAnalysis.ranked(profiles.get(i), i + 1));
        }
        return profiles;
    }
}
