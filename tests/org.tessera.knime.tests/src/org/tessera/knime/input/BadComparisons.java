package org.tessera.knime.input;

import static org.tessera.knime.input.Tables.alone;
import static org.tessera.knime.input.Tables.both;
import static org.tessera.knime.input.Tables.kMeans;

import java.util.stream.Stream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.score.ScorerNodeFactory;

/** Columns that segments cannot be compared with, or only in part. */
final class BadComparisons {

    private BadComparisons() {}

    static Stream<BadInput> all() {
        DataColumnSpec texts = SmallTable.text("Other");
        return Stream.of(
                compare("compared with a column that is not there", "Before", table(texts, "a", "a", "b")),
                compare("compared with no column", " ", table(texts, "a", "a", "b")),
                compare("compared with the segment column", "Segment", table(texts, "a", "a", "b")),
                BadInput.of(
                                ScorerNodeFactory.class,
                                "compared with the segment column of the model",
                                () -> both(kMeans(Customers.twoGroups(), 2)))
                        .with(s -> with(s, "Segment")),
                compare("compared with numbers", "Other", table(SmallTable.number("Other"), 1.0, 1.0, 2.0)),
                compare("compared with a column all missing", "Other", table(texts, null, null, null)),
                compare("compared with a column partly missing", "Other", table(texts, "a", null, "b")),
                compare("compared where no customer has both", "Other", table(texts, "Noise", "Noise", "Noise")),
                compare("compared with one segment", "Other", table(SmallTable.whole("Other"), 1, 1, 1)));
    }

    private static BadInput compare(String input, String column, BufferedDataTable table) {
        return BadInput.of(ScorerNodeFactory.class, input, () -> alone(table)).with(s -> with(s, column));
    }

    private static void with(NodeSettings settings, String column) {
        settings.addString("compareWith", column);
        settings.addBoolean("compareWith_is_present", true);
    }

    private static BufferedDataTable table(DataColumnSpec other, Object... values) {
        return Customers.table(
                new DataTableSpec(SmallTable.number("x"), SmallTable.text("Segment"), other),
                new Object[] {1.0, "A", values[0]},
                new Object[] {2.0, "A", values[1]},
                new Object[] {9.0, "B", values[2]});
    }
}
