package org.tessera.knime.view.web;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.Labels;
import org.tessera.engine.match.Migration;

/**
 * Where the customers of earlier segments are today.
 *
 * @param title how many stayed
 * @param rows the earlier segments, then noise and new customers, where there are any
 */
record MigrationSummary(String title, List<Row> rows) {

    private static final String NEW = "New customers";

    /**
     * The customers of an earlier segment.
     *
     * @param name its name
     * @param customers how many of its customers are found today
     * @param groups how many of them are in each group
     */
    record Row(String name, int customers, int[] groups) {}

    /**
     * Summarizes.
     *
     * @param chart the same as a picture, which has a row per earlier segment and, where there is any, one for noise
     * @param subject today's customers and segments
     * @param migration how many customers went from where to where, to the same segments of today
     * @return the summary
     */
    static MigrationSummary of(org.tessera.charts.Migration.Spec chart, Subject subject, Migration migration) {
        List<Row> rows = new ArrayList<>();
        for (int r = 0; r < chart.from().size(); r++) {
            rows.add(row(subject, chart.from().get(r).name(), r, migration));
        }
        int ofNew = migration.earlierSegments() + 1;
        if (migration.ofEarlier(ofNew) > 0) {
            rows.add(row(subject, NEW, ofNew, migration));
        }
        return new MigrationSummary(chart.title(), rows);
    }

    private static Row row(Subject subject, String name, int row, Migration migration) {
        int[] groups = new int[subject.groups()];
        for (int label = Labels.NOISE; label < migration.presentSegments(); label++) {
            if (subject.group(label) >= 0) {
                groups[subject.group(label)] =
                        migration.counts()[row][label == Labels.NOISE ? migration.presentSegments() : label];
            }
        }
        return new Row(Texts.cut(name, Texts.NAME), migration.ofEarlier(row), groups);
    }
}
