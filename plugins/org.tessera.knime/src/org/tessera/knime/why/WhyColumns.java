package org.tessera.knime.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.tessera.engine.apply.why.Contributions;
import org.tessera.engine.apply.why.Explainer;
import org.tessera.engine.apply.why.Reasons;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.engine.data.FreeNames;
import org.tessera.engine.data.Labels;
import org.tessera.knime.kit.SegmentColumn;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.port.SegmentationModelPortObjectSpec;
import org.tessera.knime.port.SourceColumns;

/**
 * The columns that say why: a sentence, and if they are chosen the contributions of the own columns and of the term of the
 * model's rule that belongs to none, followed by their sum, the margin.
 *
 * @param specs the columns, in order; none if no reasons are chosen
 * @param contributions what has a contribution, in order; none if contributions are not chosen
 */
public record WhyColumns(List<DataColumnSpec> specs, List<String> contributions) {

    /** Copies the lists. */
    public WhyColumns {
        specs = List.copyOf(specs);
        contributions = List.copyOf(contributions);
    }

    /**
     * Plans the columns.
     *
     * @param choice what is appended
     * @param segment name of the segment column
     * @param model the model
     * @param taken the names that are taken; those of the columns are added
     * @return the columns
     */
    public static WhyColumns of(
            WhyChoice choice, String segment, SegmentationModelPortObjectSpec model, Set<String> taken) {
        if (choice == WhyChoice.NONE) {
            return new WhyColumns(List.of(), List.of());
        }
        List<DataColumnSpec> specs = new ArrayList<>();
        specs.add(SmallTable.text(FreeNames.take(segment + " why", taken)));
        if (choice == WhyChoice.SENTENCE) {
            return new WhyColumns(specs, List.of());
        }
        List<String> terms = terms(model);
        terms.forEach(term -> specs.add(SmallTable.number(FreeNames.take(segment + " why: " + term, taken))));
        specs.add(SmallTable.number(FreeNames.take(segment + " margin", taken)));
        return new WhyColumns(specs, terms);
    }

    /**
     * The column of the runner-up.
     *
     * @param segment name of the segment column
     * @param segments the names of the segments, and of noise; empty if they are not known
     * @param taken the names that are taken; that of the column is added
     * @return a column of texts
     */
    public static DataColumnSpec runnerUp(String segment, List<String> segments, Set<String> taken) {
        return SegmentColumn.spec(
                FreeNames.take(segment + " runner-up", taken),
                segments.stream().filter(s -> !s.equals(Labels.NOISE_NAME)).toList());
    }

    private static List<String> terms(SegmentationModelPortObjectSpec model) {
        List<String> terms =
                new ArrayList<>(model.sources().map(SourceColumns::names).orElse(model.features()));
        if (is(model, Algorithms.GAUSSIAN_MIXTURE)) {
            terms.add(Explainer.SIZE);
        } else if (is(model, Algorithms.DBSCAN)) {
            terms.add(Explainer.RADIUS);
        }
        return terms;
    }

    /** Whether an algorithm made the model, by its title, which the title of the model begins with. */
    private static boolean is(SegmentationModelPortObjectSpec model, Algorithm<?> algorithm) {
        return model.algorithm().startsWith(algorithm.title());
    }

    /**
     * Fills the cells of a row.
     *
     * @param why the reasons
     * @param row the row of the reasons, below 0 for a customer without a segment
     * @param cells receives the cells
     * @param from the index of the first of them
     */
    public void fill(Reasons why, int row, DataCell[] cells, int from) {
        int at = from;
        cells[at++] = text(row < 0 ? "" : why.sentence(row));
        Contributions found = why.contributions();
        for (String column : contributions) {
            int c = found.columns().indexOf(column);
            cells[at++] = number(row < 0 || c < 0 ? Double.NaN : found.values().at(row, c));
        }
        if (!contributions.isEmpty()) {
            cells[at] = number(row < 0 ? Double.NaN : found.margins()[row]);
        }
    }

    /**
     * A cell of a text.
     *
     * @param text a text
     * @return its cell, missing for ""
     */
    public static DataCell text(String text) {
        return text.isEmpty() ? DataType.getMissingCell() : new StringCell(text);
    }

    /**
     * A cell of a number.
     *
     * @param value a number
     * @return its cell, missing for NaN
     */
    public static DataCell number(double value) {
        return Double.isNaN(value) ? DataType.getMissingCell() : new DoubleCell(value);
    }
}
