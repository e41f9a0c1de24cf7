package org.tessera.knime.view.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView.ViewInput;
import org.tessera.knime.kit.SmallTable;

/**
 * A view's data in a node's internal tables, which are saved with the workflow: the summary, a row per column, and an empty
 * table of the customers' columns, by which the settings of the view choose.
 */
public final class StoredView {

    private static final DataTableSpec SUMMARY = new DataTableSpec(SmallTable.text("Summary"));
    private static final DataTableSpec COLUMNS =
            new DataTableSpec(SmallTable.text("Column"), SmallTable.text("Distribution"));

    private StoredView() {}

    /**
     * Writes the data.
     *
     * @param summary the summary
     * @param distributions the distributions of the columns
     * @param columns the columns to choose from
     * @param exec the node's context
     * @return three tables
     */
    public static PortObject[] write(
            ViewSummary summary,
            List<ColumnDistribution> distributions,
            List<DataColumnSpec> columns,
            ExecutionContext exec) {
        SmallTable first = new SmallTable(SUMMARY);
        first.add("Summary", summary.json());
        SmallTable second = new SmallTable(COLUMNS);
        for (int i = 0; i < distributions.size(); i++) {
            second.add(
                    "Row" + i,
                    distributions.get(i).column(),
                    distributions.get(i).json());
        }
        SmallTable third = new SmallTable(new DataTableSpec(columns.toArray(DataColumnSpec[]::new)));
        return new PortObject[] {first.create(exec), second.create(exec), third.create(exec)};
    }

    /**
     * Reads the data that the page gets when it opens.
     *
     * @param input the view's input
     * @param settings what the page shows, given the columns to choose from
     * @return the data; without a summary if the node was not executed, or by a version that stored something else
     */
    public static ViewData read(ViewInput input, Function<List<DataColumnSpec>, ViewSettings> settings) {
        if (!isReadable(input)) {
            return new ViewData("", List.of(), ViewSettings.of());
        }
        BufferedDataTable[] tables = input.getInternalTables();
        return ViewData.of(
                texts(tables[0], 0).get(0),
                distributions(input),
                settings.apply(tables[2].getDataTableSpec().stream().toList()));
    }

    /**
     * Answers the page's questions for further columns.
     *
     * @param input the view's input
     * @return the service
     */
    public static ColumnService service(ViewInput input) {
        return new ColumnService(() -> isReadable(input) ? distributions(input) : List.of());
    }

    private static boolean isReadable(ViewInput input) {
        if (input.getInternalPortObjects() == null) {
            return false;
        }
        BufferedDataTable[] tables = input.getInternalTables();
        return tables.length == 3 && tables[0].getDataTableSpec().equalStructure(SUMMARY) && tables[0].size() == 1;
    }

    private static List<String> distributions(ViewInput input) {
        return texts(input.getInternalTables()[1], 1);
    }

    private static List<String> texts(BufferedDataTable table, int column) {
        List<String> texts = new ArrayList<>();
        for (DataRow row : table) {
            texts.add(((StringValue) row.getCell(column)).getStringValue());
        }
        return texts;
    }
}
