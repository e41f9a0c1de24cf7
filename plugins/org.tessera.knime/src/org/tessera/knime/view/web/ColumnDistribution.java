package org.tessera.knime.view.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.charts.Histograms;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.profile.CategoryProfile;
import org.tessera.engine.profile.ColumnProfile;
import org.tessera.engine.profile.NumericProfile;
import org.tessera.engine.profile.NumericSummary;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.run.RunContext;

/**
 * The distribution of a column in each group, against all customers.
 *
 * @param column the column's name
 * @param numeric whether the bins are intervals rather than categories
 * @param bins the bins as text
 * @param ticks where the bins begin, as short as an axis needs it; none of categories
 * @param all share of all customers with a value per bin, in tenths of a percent
 * @param perGroup the same per group
 * @param summaries per group, then for all customers: median and quartiles or the number of values, as text
 * @param missing per group the share of its customers without a value, 0 to 1
 */
public record ColumnDistribution(
        String column,
        boolean numeric,
        List<String> bins,
        List<String> ticks,
        int[] all,
        int[][] perGroup,
        List<String> summaries,
        double[] missing) {

    private static final int PER_MILLE = 1_000;

    /** Copies the lists. */
    public ColumnDistribution {
        bins = List.copyOf(bins);
        ticks = List.copyOf(ticks);
        summaries = List.copyOf(summaries);
    }

    /**
     * The distributions of all columns.
     *
     * @param subject customers and segments
     * @param profile their profile
     * @param run threads, cancel
     * @return one per column, in the order of the profile's drivers; of a column without values it has no bins
     */
    public static List<ColumnDistribution> all(Subject subject, Profile profile, RunContext run) {
        List<ColumnDistribution> columns = new ArrayList<>();
        for (int i = 0; i < profile.drivers().size(); i++) {
            columns.add(of(subject, profile, profile.drivers().get(i).column(), run));
            run.progress((i + 1.0) / profile.drivers().size(), "Summarizing the columns for the view");
        }
        return columns;
    }

    private static ColumnDistribution of(Subject subject, Profile profile, String name, RunContext run) {
        Column column = subject.column(name).orElseThrow();
        List<ColumnProfile> groups = profile.segments().stream()
                .filter(segment -> subject.group(segment.label()) >= 0)
                .map(segment -> segment.columns().stream()
                        .filter(c -> c.column().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
        double[] missing =
                groups.stream().mapToDouble(ColumnProfile::missingShare).toArray();
        boolean numeric = column instanceof NumericColumn;
        List<String> summaries = summaries(groups);
        String shown = Texts.cut(name, Texts.NAME);
        return Histograms.spec(subject.customers(), subject.segments(), List.of(name), run).rows().stream()
                .findFirst()
                .map(row -> new ColumnDistribution(
                        shown,
                        numeric,
                        binTexts(column, row.bins()),
                        ticks(column, row.bins()),
                        perMille(row.overall()),
                        perGroup(subject, row.perSegment()),
                        summaries,
                        missing))
                .orElseGet(() -> new ColumnDistribution(
                        shown,
                        numeric,
                        List.of(),
                        List.of(),
                        new int[0],
                        new int[groups.size()][0],
                        summaries,
                        missing));
    }

    private static int[][] perGroup(Subject subject, double[][] perSegment) {
        int noise = perSegment.length - 1;
        return IntStream.range(0, subject.groups())
                .map(group -> group < subject.shown() ? group : noise)
                .mapToObj(segment -> perMille(perSegment[segment]))
                .toArray(int[][]::new);
    }

    private static int[] perMille(double[] shares) {
        return Arrays.stream(shares)
                .mapToInt(share -> (int) Math.round(share * PER_MILLE))
                .toArray();
    }

    private static List<String> binTexts(Column column, Histograms.Bins bins) {
        if (!bins.names().isEmpty()) {
            return bins.names().stream()
                    .map(name -> Texts.cut(name, Texts.NAME))
                    .toList();
        }
        NumericColumn numeric = (NumericColumn) column;
        double[] edges = bins.edges();
        boolean whole = numeric.integral() || numeric.quantity() == Quantity.DATE;
        List<String> texts = new ArrayList<>();
        for (int i = 0; i + 1 < edges.length; i++) {
            texts.add(interval(numeric.quantity(), edges[i], edges[i + 1], whole));
        }
        return texts;
    }

    private static String interval(Quantity quantity, double from, double to, boolean whole) {
        if (whole) {
            String first = value(quantity, from + 0.5, 1);
            return to - from < 1.5 ? first : first + " – " + value(quantity, to - 0.5, 1);
        }
        return value(quantity, from, to - from) + " – " + value(quantity, to, to - from);
    }

    private static String value(Quantity quantity, double value, double step) {
        if (quantity != Quantity.NUMBER) {
            return Texts.minus(quantity.text(value, step));
        }
        return Texts.rounded(value, step);
    }

    private static List<String> ticks(Column column, Histograms.Bins bins) {
        if (!(column instanceof NumericColumn numeric) || !bins.names().isEmpty()) {
            return List.of();
        }
        double[] edges = bins.edges();
        double largest = Arrays.stream(edges).map(Math::abs).max().orElse(0);
        boolean whole = numeric.integral() || numeric.quantity() == Quantity.DATE;
        return IntStream.range(0, edges.length - 1)
                .mapToObj(i ->
                        tick(numeric.quantity(), whole ? edges[i] + 0.5 : edges[i], largest, edges[i + 1] - edges[i]))
                .toList();
    }

    private static String tick(Quantity quantity, double value, double largest, double step) {
        return quantity == Quantity.NUMBER ? Texts.tick(value, largest, step) : Texts.minus(quantity.text(value, step));
    }

    private static List<String> summaries(List<ColumnProfile> groups) {
        List<String> texts = new ArrayList<>();
        for (ColumnProfile group : groups) {
            texts.add(
                    group instanceof NumericProfile numeric
                            ? quartiles(numeric.segment(), numeric.quantity())
                            : Numbers.count(group.count(), "value"));
        }
        if (!groups.isEmpty()) {
            texts.add(
                    groups.get(0) instanceof NumericProfile numeric
                            ? quartiles(numeric.overall(), numeric.quantity())
                            : categories((CategoryProfile) groups.get(0)));
        }
        return texts;
    }

    private static String categories(CategoryProfile column) {
        return Numbers.count(column.levels().size()) + " frequent categories";
    }

    private static String quartiles(NumericSummary summary, Quantity quantity) {
        if (summary.count() == 0) {
            return "no value";
        }
        double step = Math.max(1e-300, (summary.upperQuartile() - summary.lowerQuartile()) / 100);
        return "median " + short3(quantity, summary.median(), step) + ", half of them from "
                + short3(quantity, summary.lowerQuartile(), step) + " to "
                + short3(quantity, summary.upperQuartile(), step);
    }

    private static String short3(Quantity quantity, double value, double step) {
        return Texts.minus(quantity == Quantity.NUMBER ? Numbers.value(value, 3) : quantity.text(value, step));
    }

    /** @return JSON, some kilobytes */
    public String json() {
        return JsonText.of(this);
    }
}
