package org.tessera.knime.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.prep.NoveltyReport;
import org.tessera.engine.prep.NoveltyReport.OutOfRange;
import org.tessera.engine.run.SegmentationException;
import org.tessera.knime.apply.AssignerParameters.Unseen;
import org.tessera.knime.kit.NodeTexts;

/** Categories and numbers not seen in training, in words. */
final class NoveltyTexts {

    private NoveltyTexts() {}

    static SegmentationException refusal(NoveltyReport.Unseen unseen) {
        return new SegmentationException(
                "Column '" + unseen.column().name() + "' holds " + categories(unseen) + " in "
                        + NodeTexts.count(unseen.rows(), "row") + ", which was not seen in training",
                "correct the category",
                "make the segmentation anew with these customers",
                "set option 'Unseen categories' to 'Assign'");
    }

    private static String categories(NoveltyReport.Unseen unseen) {
        return NodeTexts.first(
                unseen.categories().stream().map(c -> "'" + c + "'").toList(), ", ");
    }

    static String unseen(NoveltyReport novelties, int rows, Unseen policy) {
        long count = IntStream.range(0, rows).filter(novelties::hasUnseen).count();
        if (count == 0) {
            return "";
        }
        List<String> columns = novelties.unseen().stream()
                .map(u -> "column '" + u.column().name() + "' " + categories(u))
                .toList();
        return NodeTexts.count(count, "row has", "rows have") + " a category not seen in training ("
                + NodeTexts.first(columns, "; ") + ")"
                + outcome(policy == Unseen.ASSIGN, "Unseen categories", "Assign");
    }

    /** States which texts do not read as the numbers or dates of training; "" if all of them do. */
    static String unread(NoveltyReport novelties) {
        int count = novelties.unread().stream()
                .mapToInt(u -> u.account().unread().rows())
                .sum();
        List<String> columns = novelties.unread().stream()
                .map(u -> "column '" + u.column() + "' "
                        + NodeTexts.quoted(u.account().unread().examples().get(0))
                        + " instead of " + u.quantity().plural() + ", first in row "
                        + Numbers.count(u.account().firstUnread() + 1L))
                .toList();
        return count == 0
                ? ""
                : NodeTexts.count(count, "value does", "values do")
                        + " not read as in training and " + (count == 1 ? "counts" : "count") + " as missing ("
                        + NodeTexts.first(columns, "; ") + "). Write them as in training.";
    }

    /** States which columns have no value at all; "" if none has. */
    static String empty(NoveltyReport novelties) {
        List<String> names =
                novelties.empty().stream().map(name -> "'" + name + "'").toList();
        return names.isEmpty()
                ? ""
                : NodeTexts.count(names.size(), "column has", "columns have") + " no value at all ("
                        + NodeTexts.first(names, ", ")
                        + "): every customer counts as one with a missing value there. Check the source of the data.";
    }

    private static String outcome(boolean assigned, String option, String value) {
        return assigned
                ? ", so their segments are less certain: if there are many, make the segmentation anew."
                : " and got no segment: to assign one, set option '" + option + "' to '" + value + "'.";
    }

    static String outOfRange(NoveltyReport novelties, int rows, AssignerParameters.OutOfRange policy) {
        long count = IntStream.range(0, rows).filter(novelties::isOutOfRange).count();
        if (count == 0 || policy == AssignerParameters.OutOfRange.IGNORE) {
            return "";
        }
        List<String> columns =
                novelties.outOfRange().stream().map(NoveltyTexts::reach).toList();
        return NodeTexts.count(count, "row has", "rows have") + " a number outside the range of training ("
                + NodeTexts.first(columns, "; ") + ")"
                + outcome(policy == AssignerParameters.OutOfRange.FLAG, "Numbers out of range", "Flag");
    }

    private static String reach(OutOfRange column) {
        List<String> reach = new ArrayList<>();
        if (column.lowest() < column.min()) {
            reach.add("down to " + text(column, column.lowest()));
        }
        if (column.highest() > column.max()) {
            reach.add("up to " + text(column, column.highest()));
        }
        return "column '" + column.column().name() + "' " + String.join(" and ", reach) + " instead of "
                + text(column, column.min()) + " to " + text(column, column.max());
    }

    private static String text(OutOfRange column, double value) {
        return column.column().quantity().text(value);
    }
}
