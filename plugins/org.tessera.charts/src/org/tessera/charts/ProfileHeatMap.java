package org.tessera.charts;

import java.util.List;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.profile.Profile;

/**
 * A heat map of effect sizes: how each segment differs from all customers, in standard deviations. It has a column per
 * segment and a row per numeric column of the table; a categorical column has a row for each category that matters for
 * a segment.
 */
public final class ProfileHeatMap {

    /** Default of the largest number of columns of the table shown. */
    public static final int DEFAULT_COLUMNS = 16;

    /** Largest number of rows; the rows of categories beyond are left out, the weakest first. */
    static final int MAX_ROWS = 40;

    private ProfileHeatMap() {}

    /**
     * The specification of the heat map.
     *
     * @param title the chart's title
     * @param subtitle how to read the numbers, and what was left out
     * @param segments a heading per segment, noise last
     * @param rows a row per column of the table, or per category that matters
     */
    public record Spec(String title, String subtitle, List<SegmentHead> segments, List<Row> rows) implements ChartSpec {

        /** Copies the lists. */
        public Spec {
            segments = List.copyOf(segments);
            rows = List.copyOf(rows);
        }

        @Override
        public List<String> names() {
            return rows.stream().map(Row::name).toList();
        }
    }

    /**
     * The effects of a column or of one of its categories.
     *
     * @param column the column's name
     * @param category the category, or "" for the mean of a numeric column
     * @param effects per segment the difference from all customers, in standard deviations
     */
    public record Row(String column, String category, double[] effects) {

        /** @return the column's name, or "column = category" */
        public String name() {
            return column + condition();
        }

        /** What follows the column's name: " = category" or "". */
        String condition() {
            return category.isEmpty() ? "" : " = " + category;
        }
    }

    /**
     * Selects the effects of a profile. A category matters for a segment when its share differs from that of all
     * customers by at least {@value HeatMapRows#MATTERS} standard deviations and by twice the standard error of the
     * share; of a column without such a category the strongest is shown.
     *
     * @param profile the profile; only the categories that it lists can be shown
     * @param maxColumns largest number of columns of the table shown, at least 1; those that differ most between
     *     segments are chosen
     * @return the specification
     */
    public static Spec spec(Profile profile, int maxColumns) {
        List<SegmentHead> heads = profile.segments().stream()
                .map(segment -> new SegmentHead(segment.label(), segment.name(), segment.size()))
                .toList();
        int columns = Math.min(maxColumns, profile.drivers().size());
        HeatMapRows rows = HeatMapRows.of(profile, profile.drivers().subList(0, columns), MAX_ROWS);
        String shown = columns < profile.drivers().size()
                ? "The " + columns + " of " + profile.drivers().size() + " columns that differ most. "
                : "";
        String leftOut = rows.leftOut() == 0
                ? ""
                : ". " + Numbers.count(rows.leftOut()) + " weaker "
                        + (rows.leftOut() == 1 ? "category is" : "categories are") + " left out";
        return new Spec(
                "How each segment differs from all " + Numbers.count(profile.customers()) + " customers",
                shown + "Difference of the mean, or of a category's share, in standard deviations of all customers"
                        + leftOut,
                heads,
                rows.rows());
    }

    static Drawing create(Spec spec) {
        return (pen, area) -> {
            if (spec.rows().isEmpty() || spec.segments().isEmpty()) {
                pen.text("Nothing to compare", pen.theme().textFont(), Theme.MUTED, area, 0.5);
            } else {
                new HeatMapGrid(spec, pen, area).draw();
            }
        };
    }
}
