package org.tessera.spark;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.choose.large.LargeResult;
import org.tessera.engine.choose.large.SegmentFigures;
import org.tessera.engine.choose.stability.Consistency;
import org.tessera.engine.choose.sweep.CurvePoint;
import org.tessera.engine.choose.verdict.Evidence;
import org.tessera.engine.choose.verdict.Verdict;
import org.tessera.engine.metric.Metric;
import org.tessera.engine.model.ColumnBaseline;
import org.tessera.engine.profile.Rule;
import org.tessera.engine.profile.SegmentProfile;
import org.tessera.engine.select.Leaderboard;
import org.tessera.engine.select.SelectionOptions;

/** The result of a segmentation as tables. */
final class SegmentTables {

    private static final String MISSING = "(missing)";

    private final LargeResult result;

    SegmentTables(LargeResult result) {
        this.result = result;
    }

    /** The segmentations that were tried, the best first. */
    String leaderboard(SelectionOptions options) {
        List<Metric> metrics = options.measured();
        List<String> header = new ArrayList<>(List.of(
                "Rank", "Segmentation", "Segments", "Sizes", "Smallest segment share", "Largest segment share"));
        header.add("Noise share");
        metrics.forEach(metric -> header.add(metric.info().title()));
        header.addAll(List.of("Passes guards", "Reason"));
        CsvText table = new CsvText(header.toArray(String[]::new));
        for (Leaderboard.Entry entry : result.board().entries()) {
            List<Object> row = new ArrayList<>(List.of(
                    entry.rank(),
                    entry.candidate().name(),
                    entry.shape().segments(),
                    entry.shape().sizesInWords(),
                    entry.shape().smallestShare(),
                    entry.shape().largestShare(),
                    entry.shape().noiseShare()));
            metrics.forEach(metric -> row.add(entry.value(metric.info().id())));
            row.addAll(List.of(entry.eligible(), entry.reason()));
            table.add(row.toArray());
        }
        return table.toString();
    }

    /** A row per segmentation that was tried, in the order of the trials. */
    String curves() {
        CsvText table = new CsvText(
                "Algorithm",
                "Segmentation",
                "k",
                "Segments",
                "Noise share",
                "Silhouette",
                "Davies-Bouldin index",
                "Calinski-Harabasz index",
                "Inertia",
                "Knee of inertia",
                "BIC",
                "Stability",
                "Stability without segments");
        for (CurvePoint point : result.curves()) {
            Consistency stability = point.stability();
            table.add(
                    point.algorithm(),
                    point.segmentation(),
                    point.asked() > 0 ? (Integer) point.asked() : null,
                    point.segments(),
                    point.noiseShare(),
                    point.silhouette(),
                    point.daviesBouldin(),
                    point.calinskiHarabasz(),
                    point.inertia(),
                    point.knee(),
                    point.bic(),
                    stability.adjustedRand(),
                    stability.nullAdjustedRand());
        }
        return table.toString();
    }

    /** Whether the customers fall into segments by themselves, a row. */
    String verdict() {
        Verdict verdict = result.verdict();
        Evidence evidence = verdict.evidence();
        return new CsvText("In words", "Natural segments", "p of compactness", "p of valleys", "Judged by")
                .add(
                        verdict.sentence(),
                        verdict.segments().isPresent()
                                ? (Integer) verdict.segments().getAsInt()
                                : null,
                        evidence.gainP(),
                        evidence.depthP(),
                        verdict.basis().sampled() - verdict.basis().aside())
                .toString();
    }

    /** How good the segmentation of all customers is, a row. */
    String figures() {
        var figures = result.figures();
        return new CsvText(
                        "Customers",
                        "Without features",
                        "Noise",
                        "Davies-Bouldin index",
                        "Calinski-Harabasz index",
                        "Inertia",
                        "Silhouette of the sample",
                        "Standard error",
                        "Customers of the sample",
                        "Passes")
                .add(
                        figures.customers(),
                        figures.withoutFeatures(),
                        figures.noise(),
                        figures.daviesBouldin(),
                        figures.calinskiHarabasz(),
                        figures.inertia(),
                        figures.silhouette(),
                        figures.silhouetteError(),
                        result.sampled(),
                        result.passes())
                .toString();
    }

    /**
     * What the customers of each segment are like, by all of them: a row per segment and column of numbers, and per segment,
     * column and category.
     */
    String profile() {
        CsvText table = new CsvText(
                "Segment", "Customers", "Share", "Column", "Category", "Mean or share", "Standard deviation", "Values");
        List<String> names = result.model().labels().names();
        for (int s = 0; s < result.figures().segments().size(); s++) {
            SegmentFigures segment = result.figures().segments().get(s);
            String name = names.get(s);
            for (SegmentFigures.Moments numbers : segment.moments()) {
                table.add(
                        name,
                        segment.size(),
                        segment.share(),
                        numbers.column(),
                        null,
                        numbers.mean(),
                        numbers.sd(),
                        numbers.count());
            }
            for (ColumnBaseline column : segment.distributions()) {
                if (column instanceof ColumnBaseline.Categories categories) {
                    addCategories(table, name, segment, categories);
                }
            }
        }
        return table.toString();
    }

    private static void addCategories(
            CsvText table, String name, SegmentFigures segment, ColumnBaseline.Categories column) {
        int levels = column.levels().size();
        for (int l = 0; l < column.counts().length; l++) {
            String other = l == levels ? "(other)" : MISSING;
            int count = column.counts()[l];
            if (count > 0 || l < levels) {
                table.add(
                        name,
                        segment.size(),
                        segment.share(),
                        column.column(),
                        l < levels ? column.levels().get(l) : other,
                        count / (double) segment.size(),
                        null,
                        count);
            }
        }
    }

    /** A sentence and a rule per segment. */
    String descriptions() {
        CsvText table = new CsvText(
                "Segment",
                "Suggested name",
                "Customers",
                "Share",
                "Description",
                "Rule",
                "Rule coverage",
                "Rule precision");
        for (SegmentProfile segment : result.profile().segments()) {
            boolean ofAll = segment.label() >= 0;
            SegmentFigures figures = ofAll ? result.figures().segments().get(segment.label()) : null;
            table.add(
                    segment.name(),
                    segment.suggestedName(),
                    ofAll ? (Long) figures.size() : (Long) result.figures().noise(),
                    ofAll ? (Double) figures.share() : null,
                    segment.sentence(),
                    segment.rule().map(Rule::text).orElse(segment.noRule()),
                    segment.rule().map(Rule::coverage).orElse(null),
                    segment.rule().map(Rule::precision).orElse(null));
        }
        return table.toString();
    }
}
