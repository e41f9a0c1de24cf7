package org.tessera.knime.view.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.tessera.charts.ChoiceOfK;
import org.tessera.charts.Dendrogram;
import org.tessera.charts.Palette;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.match.Migration;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.profile.Interval;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.Rule;
import org.tessera.engine.profile.SegmentProfile;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.select.Leaderboard;

/**
 * What the page is told of a segmentation when it opens, apart from the distributions of the columns. Lists and arrays
 * "per group" have an entry per segment shown, in order, and one for noise, if there is any, at the end.
 *
 * @param version the version of this form, so that a page recognizes data of another one
 * @param verdict whether there are segments at all, or why customers moved, in sentences, or ""
 * @param customers number of customers with a segment, noise included
 * @param segments a card per group
 * @param columns the customers' columns, those that differ most between segments first
 * @param parts what the parts show that need more than cards and distributions
 * @param notes what the reader has to know, such as segments that are left out
 */
public record ViewSummary(
        int version,
        String verdict,
        int customers,
        List<Card> segments,
        List<ColumnName> columns,
        Map<ViewPart, Record> parts,
        List<String> notes) {

    /** The form of the data that this class writes. */
    public static final int VERSION = 3;

    /**
     * A segment, or noise.
     *
     * @param label 0 and above, -1 for noise
     * @param name its name
     * @param color its color as #RRGGBB, the same as in the pictures
     * @param size number of customers
     * @param share their share of all customers, 0 to 1
     * @param sentence what sets it apart
     * @param rule conditions that its customers fulfill, or ""
     * @param coverage share of its customers that fulfill the rule, NaN without a rule
     * @param precision share of the customers that fulfill the rule who are in it, NaN without a rule
     * @param remark the intervals of both and what else to know of the rule, for the eye
     */
    public record Card(
            int label,
            String name,
            String color,
            int size,
            double share,
            String sentence,
            String rule,
            double coverage,
            double precision,
            String remark) {

        static Card of(SegmentProfile segment) {
            return new Card(
                    segment.label(),
                    Texts.cut(segment.name(), Texts.NAME),
                    Palette.hex(segment.label()),
                    segment.size(),
                    segment.share(),
                    Texts.cut(segment.sentence(), Texts.SENTENCE),
                    Texts.cut(segment.rule().map(Rule::text).orElse(""), Texts.SENTENCE),
                    segment.rule().map(Rule::coverage).orElse(Double.NaN),
                    segment.rule().map(Rule::precision).orElse(Double.NaN),
                    segment.rule().map(Card::remark).orElse(""));
        }

        private static String remark(Rule rule) {
            List<String> known = new ArrayList<>();
            add("coverage", rule.coverageInterval(), known);
            add("precision", rule.precisionInterval(), known);
            return (known.isEmpty() ? "" : "\n95 % intervals, of customers held out: " + String.join(", ", known))
                    + (rule.remark().isEmpty() ? "" : "\n" + rule.remark());
        }

        private static void add(String figure, Interval interval, List<String> known) {
            if (!Double.isNaN(interval.low())) {
                known.add(figure + " " + Numbers.roughPercent(interval.low()) + " to "
                        + Numbers.roughPercent(interval.high()));
            }
        }
    }

    /**
     * A column of the customers.
     *
     * @param name its name
     * @param strength how much it differs between the segments, 0 to 1
     */
    public record ColumnName(String name, double strength) {}

    /** Copies the lists. */
    public ViewSummary {
        segments = List.copyOf(segments);
        columns = List.copyOf(columns);
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
        notes = List.copyOf(notes);
    }

    /**
     * Summarizes segments: cards, profile and columns.
     *
     * @param subject customers and segments
     * @param profile their profile, with rules
     * @return the summary
     */
    public static ViewSummary of(Subject subject, Profile profile) {
        List<SegmentProfile> shown = profile.segments().stream()
                .filter(segment -> subject.group(segment.label()) >= 0)
                .toList();
        return new ViewSummary(
                VERSION,
                "",
                profile.customers(),
                shown.stream().map(Card::of).toList(),
                profile.drivers().stream()
                        .map(driver -> new ColumnName(Texts.cut(driver.column(), Texts.NAME), driver.strength()))
                        .toList(),
                Map.of(ViewPart.PROFILE, HeatMapSummary.of(shown, profile.drivers())),
                notes(subject));
    }

    /**
     * Adds what takes the customers' features: scatter plot and silhouettes.
     *
     * @param subject customers and segments
     * @param rows their features
     * @param silhouette their silhouettes, of the labels without empty segments
     * @param options the distance, and how many points are drawn
     * @param run seed of the sample, progress, cancel
     * @return the summary with these parts; the same for any number of threads
     */
    public ViewSummary withFeatures(
            Subject subject, FeatureRows rows, Silhouette.Result silhouette, Options options, RunContext run) {
        List<String> names =
                subject.customers().columns().stream().map(Column::name).toList();
        List<String> details = columns.stream()
                .limit(ScatterSummary.DETAILS)
                .flatMap(column -> names.stream()
                        .filter(name -> Texts.cut(name, Texts.NAME).equals(column.name()))
                        .limit(1))
                .toList();
        return with(ViewPart.SCATTER, ScatterSummary.of(subject, rows, details, options.points(), run))
                .with(
                        ViewPart.SILHOUETTES,
                        SilhouetteCurves.of(subject, rows.labels(), silhouette, options.distance(), run));
    }

    /**
     * Adds what a model knows beside its segments: the choice of k of a search, and the dendrogram of a hierarchical
     * segmentation.
     *
     * @param model the model
     * @param run cancel
     * @return the summary with these parts, where the model has them
     */
    public ViewSummary withModel(SegmentationModel model, RunContext run) {
        ChoiceOfK.Spec choice = ChoiceOfK.spec(model.search());
        Dendrogram.Spec tree = Dendrogram.spec(
                model.clusters(), model.labels(), model.provenance().title(), run);
        ViewSummary summary = choice.panels().isEmpty() ? this : with(ViewPart.CHOICE_OF_K, choice);
        return tree.leaves().isEmpty() ? summary : summary.with(ViewPart.DENDROGRAM, tree);
    }

    /**
     * Adds the segmentations that were tried.
     *
     * @param board the leaderboard
     * @param stability the adjusted Rand index in halves of a candidate, by its index; NaN if it was not measured
     * @return the summary with this part
     */
    public ViewSummary withLeaderboard(Leaderboard board, IntToDoubleFunction stability) {
        return with(ViewPart.LEADERBOARD, LeaderboardSummary.of(board, stability));
    }

    /**
     * Adds where the customers of earlier segments are today.
     *
     * @param chart the same as a picture
     * @param subject today's customers and segments
     * @param migration how many customers went from where to where, to the same segments of today
     * @return the summary with this part
     */
    public ViewSummary withMigration(org.tessera.charts.Migration.Spec chart, Subject subject, Migration migration) {
        return with(ViewPart.MIGRATION, MigrationSummary.of(chart, subject, migration));
    }

    /**
     * Adds a verdict.
     *
     * @param sentence whether there are segments at all, or why customers moved
     * @return the summary with it
     */
    public ViewSummary withVerdict(String sentence) {
        return new ViewSummary(version, sentence, customers, segments, columns, parts, notes);
    }

    private ViewSummary with(ViewPart part, Record content) {
        Map<ViewPart, Record> more = new EnumMap<>(parts);
        more.put(part, content);
        return new ViewSummary(version, verdict, customers, segments, columns, more, notes);
    }

    /**
     * What the user has chosen, and the distance of the model.
     *
     * @param points number of customers drawn one by one in the scatter plot
     * @param distance the distance of the silhouettes
     */
    public record Options(int points, Distance distance) {}

    private static List<String> notes(Subject subject) {
        Labels labels = subject.segments().labels();
        List<String> notes = new ArrayList<>();
        if (labels.segments() > subject.shown()) {
            notes.add("The view shows " + Numbers.count(subject.shown()) + " of "
                    + Numbers.count(labels.segments(), "segment") + ".");
        }
        return notes;
    }

    /** @return JSON, some 50 to 700 kB */
    public String json() {
        return JsonText.of(this);
    }
}
