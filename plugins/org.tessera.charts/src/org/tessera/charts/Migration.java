package org.tessera.charts;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;

/**
 * Where the customers of each segment are in another segmentation: a row per segment from which they come, a column per
 * segment to which they go, and in each cell the share of the row's customers.
 */
public final class Migration {

    private static final Color SHARE = new Color(0x08, 0x51, 0x9C);

    private Migration() {}

    /**
     * The specification of the chart.
     *
     * @param title the chart's title
     * @param subtitle how to read the chart, or why there is nothing to show
     * @param from the segments of the rows, with their customers
     * @param to the segments of the columns, with their customers
     * @param shares per row and column the share of the row's customers, 0 to 1; rows sum to 1, those without customers are 0
     */
    public record Spec(String title, String subtitle, List<SegmentHead> from, List<SegmentHead> to, double[][] shares)
            implements ChartSpec {

        /** Copies the lists. */
        public Spec {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }

        @Override
        public boolean isEmpty() {
            return from.isEmpty() || to.isEmpty();
        }

        @Override
        public List<String> names() {
            List<String> names = new ArrayList<>();
            from.forEach(head -> names.add(head.name()));
            to.forEach(head -> names.add(head.name()));
            return names;
        }
    }

    /**
     * Computes the shares of a matrix of migration. Segments of the same name count as the same.
     *
     * @param from names of the old segments, in the order of their labels; noise by its name
     * @param to names of the new segments, in the order of their labels
     * @param customers per old and new segment the number of customers, 0 and above
     * @return the specification
     * @throws IllegalArgumentException if the sizes of the matrix differ from the names or a number is negative
     */
    public static Spec spec(List<String> from, List<String> to, int[][] customers) {
        check(from, to, customers);
        int[] rows = Arrays.stream(customers)
                .mapToInt(row -> Arrays.stream(row).sum())
                .toArray();
        int[] columns = IntStream.range(0, to.size())
                .map(c -> Arrays.stream(customers).mapToInt(row -> row[c]).sum())
                .toArray();
        double[][] shares = new double[from.size()][to.size()];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < columns.length; c++) {
                shares[r][c] = rows[r] == 0 ? 0 : (double) customers[r][c] / rows[r];
            }
        }
        int all = Arrays.stream(rows).sum();
        List<SegmentHead> old = heads(from, rows, List.of());
        return new Spec(
                title(from, to, customers, all),
                "Of the customers of each row, the share that is now in the segment of the column; "
                        + Numbers.count(all, "customer") + " in all",
                old,
                heads(to, columns, old),
                shares);
    }

    private static void check(List<String> from, List<String> to, int[][] customers) {
        if (customers.length != from.size()) {
            throw new IllegalArgumentException(
                    customers.length + " rows for " + from.size() + " old segments: the numbers must be equal");
        }
        for (int[] row : customers) {
            if (row.length != to.size() || Arrays.stream(row).anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException(row.length + " numbers of customers for " + to.size()
                        + " new segments: the numbers must be equal, and 0 or more");
            }
        }
    }

    /** The headings; a segment that is named as one of others has its label, and so its color. */
    private static List<SegmentHead> heads(List<String> names, int[] sizes, List<SegmentHead> others) {
        Map<String, Integer> labels = new HashMap<>();
        others.forEach(head -> labels.put(head.name(), head.label()));
        int next = others.stream().mapToInt(SegmentHead::label).max().orElse(-1) + 1;
        List<SegmentHead> heads = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            String name = names.get(i);
            Integer same = labels.get(name);
            int label = name.equals(Labels.NOISE_NAME) ? Labels.NOISE : same != null ? same : next++;
            heads.add(new SegmentHead(label, name, sizes[i]));
        }
        return heads;
    }

    private static String title(List<String> from, List<String> to, int[][] customers, int all) {
        long stayed = 0;
        boolean shared = false;
        for (int r = 0; r < from.size(); r++) {
            int same = to.indexOf(from.get(r));
            shared |= same >= 0;
            stayed += same < 0 ? 0 : customers[r][same];
        }
        return all == 0
                ? "No customer is in both segmentations"
                : shared
                        ? Numbers.roughPercent((double) stayed / all) + " of the customers stayed in their segment"
                        : "Where the customers of each segment went";
    }

    static Drawing create(Spec spec) {
        return (pen, area) -> {
            if (spec.isEmpty()) {
                pen.text("No segments", pen.theme().textFont(), Theme.MUTED, area, 0.5);
            } else {
                new HeatMapGrid(cells(spec), pen, area).draw();
            }
        };
    }

    private static HeatMapCells cells(Spec spec) {
        return new HeatMapCells(
                spec.to(),
                spec.from().stream()
                        .map(head -> new HeatMapCells.RowName(
                                head.name(), " (" + head.count() + ")", OptionalInt.of(head.label())))
                        .toList(),
                spec.shares(),
                new HeatMapCells.Look(
                        share -> share == 0 ? "" : Numbers.roughPercent(share).replace("under ", "<"),
                        share -> Theme.tint(SHARE, share),
                        0,
                        1,
                        List.of("0 %", "50 %", "100 %")));
    }
}
