package org.tessera.knime.view.web;

import java.util.ArrayList;
import java.util.List;
import org.tessera.charts.Palette;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.distance.Distance;
import org.tessera.engine.metric.Silhouette;
import org.tessera.engine.profile.Driver;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.Rule;
import org.tessera.engine.profile.SegmentProfile;
import org.tessera.engine.run.RunContext;

/**
 * What the page is told of a segmentation when it opens, apart from the distributions of the columns. Lists and arrays
 * "per group" have an entry per segment shown, in order, and one for noise, if there is any, at the end.
 *
 * @param version the version of this form, so that a page recognizes data of another one
 * @param first identifier of the chart shown first
 * @param customers number of customers with a segment, noise included
 * @param segments a card per group
 * @param scatter the customers on the principal components
 * @param heatMap how the groups differ from all customers
 * @param columns the customers' columns, those that differ most between segments first
 * @param silhouettes the silhouettes per group
 * @param notes what the reader has to know, such as segments that are left out
 */
public record ViewSummary(
        int version,
        String first,
        int customers,
        List<Card> segments,
        ScatterSummary scatter,
        HeatMapSummary heatMap,
        List<ColumnName> columns,
        SilhouetteCurves silhouettes,
        List<String> notes) {

    /** The form of the data that this class writes. */
    public static final int VERSION = 1;

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
            double precision) {

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
                    segment.rule().map(Rule::precision).orElse(Double.NaN));
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
        notes = List.copyOf(notes);
    }

    /**
     * Summarizes a segmentation.
     *
     * @param subject customers and segments
     * @param profile their profile, with rules
     * @param silhouette their silhouettes, of the labels without empty segments
     * @param options the chart shown first, and how many points are drawn
     * @param run seed of the sample, progress, cancel
     * @return the summary; the same for any number of threads
     */
    public static ViewSummary of(
            Subject subject, Profile profile, Silhouette.Result silhouette, Options options, RunContext run) {
        List<SegmentProfile> shown = profile.segments().stream()
                .filter(segment -> subject.group(segment.label()) >= 0)
                .toList();
        List<String> drivers = profile.drivers().stream().map(Driver::column).toList();
        return new ViewSummary(
                VERSION,
                options.first(),
                profile.customers(),
                shown.stream().map(Card::of).toList(),
                ScatterSummary.of(subject, drivers, options.points(), run),
                HeatMapSummary.of(shown, profile.drivers()),
                profile.drivers().stream()
                        .map(driver -> new ColumnName(Texts.cut(driver.column(), Texts.NAME), driver.strength()))
                        .toList(),
                SilhouetteCurves.of(subject, silhouette, options.distance(), run),
                notes(subject));
    }

    /**
     * What the user has chosen, and the distance of the model.
     *
     * @param first identifier of the chart shown first
     * @param points number of customers drawn one by one in the scatter plot
     * @param distance the distance of the silhouettes
     */
    public record Options(String first, int points, Distance distance) {}

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
