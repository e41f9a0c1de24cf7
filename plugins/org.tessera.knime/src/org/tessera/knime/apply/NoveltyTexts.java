package org.tessera.knime.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.run.SegmentationException;
import org.tessera.knime.apply.AssignerParameters.Unseen;
import org.tessera.knime.kit.NodeTexts;

/** Categories and numbers not seen in training, in words. */
final class NoveltyTexts {

    private NoveltyTexts() {}

    static SegmentationException refusal(String column, NoveltySums.Unseen unseen) {
        return new SegmentationException(
                "Column '" + column + "' holds " + categories(unseen) + " in " + NodeTexts.count(unseen.rows(), "row")
                        + ", which was not seen in training",
                "correct the category",
                "make the segmentation anew with these customers",
                "set option 'Unseen categories' to 'Assign'");
    }

    private static String categories(NoveltySums.Unseen unseen) {
        return NodeTexts.first(
                unseen.categories().stream().map(c -> "'" + c + "'").toList(), ", ");
    }

    static String unseen(NoveltySums novelties, Unseen policy) {
        if (novelties.rowsUnseen() == 0) {
            return "";
        }
        List<String> columns = new ArrayList<>();
        novelties.unseen().forEach((column, unseen) -> columns.add("column '" + column + "' " + categories(unseen)));
        return NodeTexts.count(novelties.rowsUnseen(), "row has", "rows have")
                + " a category not seen in training ("
                + NodeTexts.first(columns, "; ") + ")"
                + outcome(policy == Unseen.ASSIGN, "Unseen categories", "Assign");
    }

    /** States which texts do not read as the numbers or dates of training; "" if all of them do. */
    static String unread(NoveltySums novelties) {
        int count = 0;
        List<String> columns = new ArrayList<>();
        for (Map.Entry<String, NoveltySums.Unread> column : novelties.unread().entrySet()) {
            NoveltySums.Unread unread = column.getValue();
            count += unread.rows();
            columns.add("column '" + column.getKey() + "' " + NodeTexts.quoted(unread.example()) + " instead of "
                    + unread.quantity().plural() + ", first in row " + Numbers.count(unread.first() + 1));
        }
        return count == 0
                ? ""
                : NodeTexts.count(count, "value does", "values do")
                        + " not read as in training and " + (count == 1 ? "counts" : "count") + " as missing ("
                        + NodeTexts.first(columns, "; ") + "). Write them as in training.";
    }

    /** States which columns have no value at all; "" if none has. */
    static String empty(NoveltySums novelties) {
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

    static String outOfRange(NoveltySums novelties, AssignerParameters.OutOfRange policy) {
        if (novelties.rowsOutOfRange() == 0 || policy == AssignerParameters.OutOfRange.IGNORE) {
            return "";
        }
        List<String> columns = new ArrayList<>();
        novelties.outOfRange().forEach((column, reach) -> columns.add(reach(column, reach)));
        return NodeTexts.count(novelties.rowsOutOfRange(), "row has", "rows have")
                + " a number outside the range of training ("
                + NodeTexts.first(columns, "; ") + ")"
                + outcome(policy == AssignerParameters.OutOfRange.FLAG, "Numbers out of range", "Flag");
    }

    private static String reach(String column, NoveltySums.Reach numbers) {
        Quantity quantity = numbers.quantity();
        List<String> reach = new ArrayList<>();
        if (numbers.lowest() < numbers.min()) {
            reach.add("down to " + quantity.text(numbers.lowest()));
        }
        if (numbers.highest() > numbers.max()) {
            reach.add("up to " + quantity.text(numbers.highest()));
        }
        return "column '" + column + "' " + String.join(" and ", reach) + " instead of " + quantity.text(numbers.min())
                + " to " + quantity.text(numbers.max());
    }
}
