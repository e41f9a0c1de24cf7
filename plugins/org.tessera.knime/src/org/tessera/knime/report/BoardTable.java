package org.tessera.knime.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.tessera.charts.report.Report;
import org.tessera.knime.kit.Failures;

/** Leaderboard and verdict as Auto Segmentation and the Selector write them, read by the names of their columns. */
final class BoardTable {

    /** Rows read at most; leaderboards have fewer. */
    private static final int MAX_ROWS = 1000;

    private static final List<String> BOARD = List.of("Rank", "Segmentation", "Segments", "Reason");
    private static final List<String> VERDICT = List.of("Verdict", "In words");

    private final DataTableSpec spec;
    private final DataRow row;

    private BoardTable(DataTableSpec spec, DataRow row) {
        this.spec = spec;
        this.row = row;
    }

    /**
     * Refuses another table in place of a leaderboard.
     *
     * @param spec the table's spec, null if nothing is connected
     */
    static void requireLeaderboard(DataTableSpec spec) throws InvalidSettingsException {
        require(spec, BOARD, "leaderboard", "of the Best Segmentation Selector or of Auto Segmentation");
    }

    /**
     * Refuses another table in place of a verdict.
     *
     * @param spec the table's spec, null if nothing is connected
     */
    static void requireVerdict(DataTableSpec spec) throws InvalidSettingsException {
        require(spec, VERDICT, "verdict", "of Auto Segmentation");
    }

    private static void require(DataTableSpec spec, List<String> columns, String what, String whose)
            throws InvalidSettingsException {
        for (String column : spec == null ? List.<String>of() : columns) {
            if (!spec.containsName(column)) {
                throw Failures.refusal(
                        "The table at the input for the " + what + " has no column '" + column + "'",
                        "connect the " + what + " " + whose,
                        "leave the input unconnected");
            }
        }
    }

    /** The candidates of a leaderboard by rank; none if nothing is connected. */
    static List<Report.Candidate> leaderboard(BufferedDataTable table) {
        List<Report.Candidate> candidates = new ArrayList<>();
        if (table != null) {
            for (DataRow row : table) {
                if (candidates.size() < MAX_ROWS) {
                    candidates.add(new BoardTable(table.getDataTableSpec(), row).candidate());
                }
            }
        }
        candidates.sort(Comparator.comparingInt(Report.Candidate::rank));
        return candidates;
    }

    /** The verdict; empty if nothing is connected or the table has no row. */
    static Optional<Report.Verdict> verdict(BufferedDataTable table) {
        if (table != null) {
            for (DataRow row : table) {
                BoardTable cells = new BoardTable(table.getDataTableSpec(), row);
                return Optional.of(new Report.Verdict(cells.text("Verdict"), cells.text("In words")));
            }
        }
        return Optional.empty();
    }

    private Report.Candidate candidate() {
        return new Report.Candidate(
                (int) number("Rank"),
                text("Segmentation"),
                (int) number("Segments"),
                number("Smallest segment share"),
                number(silhouette()),
                cell("Passes guards")
                        .filter(BooleanValue.class::isInstance)
                        .map(c -> ((BooleanValue) c).getBooleanValue()),
                new Report.Stability(
                        number("Stability"),
                        number("Stability without segments"),
                        number("Jaccard"),
                        number("Jaccard of worst segment"),
                        number("Jaccard without segments")),
                text("Reason"));
    }

    /** The column of the mean silhouette, whose name says what it does with noise. */
    private String silhouette() {
        return spec.stream()
                .map(column -> column.getName())
                .filter(name -> name.startsWith("Silhouette ("))
                .findFirst()
                .orElse("");
    }

    private Optional<DataCell> cell(String column) {
        int index = spec.findColumnIndex(column);
        return index < 0 || row.getCell(index).isMissing() ? Optional.empty() : Optional.of(row.getCell(index));
    }

    private String text(String column) {
        return cell(column)
                .map(c -> c instanceof StringValue text ? text.getStringValue() : c.toString())
                .orElse("");
    }

    private double number(String column) {
        return cell(column)
                .filter(DoubleValue.class::isInstance)
                .map(c -> ((DoubleValue) c).getDoubleValue())
                .orElse(Double.NaN);
    }
}
