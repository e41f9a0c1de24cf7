package org.tessera.knime.apply;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.NoveltyReport;

/** Categories and numbers not seen in training, added up over blocks of new customers. */
final class NoveltySums {

    /** Different unseen categories of a column that are told apart; further ones count as rows only. */
    private static final int MAX_CATEGORIES = 10_000;

    /** Unseen categories of a column: their rows, and their number by category. */
    static final class Unseen {
        private final Map<String, Integer> counts = new HashMap<>();
        private int rows;

        private void add(NoveltyReport.Unseen found, int count) {
            CategoryColumn column = found.column();
            for (int i = 0; i < count; i++) {
                if (found.at(i)) {
                    int code = column.codes()[i];
                    String category = code == CategoryColumn.MISSING
                            ? Categories.MISSING_LEVEL
                            : column.levels().get(code);
                    rows++;
                    if (counts.size() < MAX_CATEGORIES || counts.containsKey(category)) {
                        counts.merge(category, 1, Integer::sum);
                    }
                }
            }
        }

        int rows() {
            return rows;
        }

        /** The categories, the most frequent first. */
        List<String> categories() {
            return counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    /** The reach of a column whose numbers are outside the range of training. */
    record Reach(Quantity quantity, double min, double max, double lowest, double highest) {

        private static Reach of(NoveltyReport.OutOfRange found) {
            return new Reach(found.column().quantity(), found.min(), found.max(), found.lowest(), found.highest());
        }

        private Reach with(Reach other) {
            return new Reach(quantity, min, max, Math.min(lowest, other.lowest), Math.max(highest, other.highest));
        }
    }

    /** Texts of a column that do not read: their number, one of them, and the row of the first. */
    record Unread(Quantity quantity, int rows, String example, long first) {

        private Unread with(Unread other) {
            return new Unread(quantity, rows + other.rows, example, first);
        }
    }

    private final List<String> order;
    private final Map<String, Unseen> unseen = new HashMap<>();
    private final Map<String, Reach> outOfRange = new HashMap<>();
    private final Map<String, Unread> unread = new HashMap<>();
    private final Set<String> filled = new HashSet<>();
    private int rowsUnseen;
    private int rowsOutOfRange;
    private long rows;

    /** Sums of nothing, for the columns of a preparation in their order. */
    NoveltySums(List<String> order) {
        this.order = order;
    }

    /** Adds a block of rows. O(n) per column with novelties. */
    void add(NoveltyReport report, int count) {
        for (int i = 0; i < count; i++) {
            rowsUnseen += report.hasUnseen(i) ? 1 : 0;
            rowsOutOfRange += report.isOutOfRange(i) ? 1 : 0;
        }
        report.unseen()
                .forEach(u -> unseen.computeIfAbsent(u.column().name(), c -> new Unseen())
                        .add(u, count));
        report.outOfRange().forEach(o -> outOfRange.merge(o.column().name(), Reach.of(o), Reach::with));
        for (NoveltyReport.Unread u : report.unread()) {
            Unread found = new Unread(
                    u.quantity(),
                    u.account().unread().rows(),
                    u.account().unread().examples().get(0),
                    rows + u.account().firstUnread());
            unread.merge(u.column(), found, Unread::with);
        }
        order.stream()
                .filter(column -> count > 0 && !report.empty().contains(column))
                .forEach(filled::add);
        rows += count;
    }

    /** Number of rows with an unseen category. */
    int rowsUnseen() {
        return rowsUnseen;
    }

    /** Number of rows with a number outside the range of training. */
    int rowsOutOfRange() {
        return rowsOutOfRange;
    }

    Map<String, Unseen> unseen() {
        return ordered(unseen);
    }

    Map<String, Reach> outOfRange() {
        return ordered(outOfRange);
    }

    Map<String, Unread> unread() {
        return ordered(unread);
    }

    /** The columns without any entry. */
    List<String> empty() {
        return rows == 0
                ? List.of()
                : order.stream().filter(column -> !filled.contains(column)).toList();
    }

    private <T> Map<String, T> ordered(Map<String, T> columns) {
        Map<String, T> ordered = new LinkedHashMap<>();
        order.stream().filter(columns::containsKey).forEach(column -> ordered.put(column, columns.get(column)));
        return ordered;
    }
}
