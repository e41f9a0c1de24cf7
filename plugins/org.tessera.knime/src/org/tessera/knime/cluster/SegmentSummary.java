package org.tessera.knime.cluster;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.metric.MetricResult;
import org.tessera.engine.metric.NoisePolicy;
import org.tessera.engine.metric.WithinSumOfSquares;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.SmallTable;

/** The summary of a clustering: one row per segment, the largest first, noise last. */
final class SegmentSummary {

    private SegmentSummary() {}

    static DataTableSpec spec(List<String> features) {
        List<DataColumnSpec> columns = new ArrayList<>(List.of(
                SmallTable.text("Segment"),
                SmallTable.whole("Customers"),
                SmallTable.number("Share"),
                SmallTable.number("Within sum of squares"),
                SmallTable.text("Implementation")));
        DataTableSpec fixed = new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
        DataTableSpecCreator creator = new DataTableSpecCreator(fixed);
        List<String> taken = new ArrayList<>(List.of(fixed.getColumnNames()));
        for (String feature : features) {
            String name = taken.contains(feature) ? feature + " (mean)" : feature;
            taken.add(name);
            creator.addColumns(SmallTable.number(name));
        }
        return creator.createSpec();
    }

    static BufferedDataTable table(SegmentationModel model, Matrix x, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        Labels labels = model.labels();
        MetricResult within =
                EngineRun.call(exec, 0, run -> WithinSumOfSquares.of(x, labels, NoisePolicy.LEAVE_OUT, run));
        double[] sums = sums(x, labels);
        String ran =
                model.provenance().implementation() + ": " + model.provenance().reason();
        SmallTable table = new SmallTable(spec(model.features()));
        int d = x.columns();
        for (int s = 0; s <= labels.segments(); s++) {
            boolean noise = s == labels.segments();
            if (noise && labels.noise() == 0) {
                break;
            }
            int size = noise ? labels.noise() : labels.sizeOf(s);
            String name = labels.nameOf(noise ? Labels.NOISE : s);
            Object[] row = new Object[5 + d];
            row[0] = name;
            row[1] = size;
            row[2] = size / (double) labels.size();
            row[3] = noise ? null : (Double) within.perSegment()[s];
            row[4] = ran;
            for (int j = 0; j < d; j++) {
                row[5 + j] = sums[s * d + j] / size;
            }
            table.add(name, row);
        }
        return table.create(exec);
    }

    /** Sums of the features per segment; noise last. */
    private static double[] sums(Matrix x, Labels labels) {
        int d = x.columns();
        double[] sums = new double[(labels.segments() + 1) * d];
        for (int i = 0; i < labels.size(); i++) {
            int s = labels.at(i) == Labels.NOISE ? labels.segments() : labels.at(i);
            for (int j = 0; j < d; j++) {
                sums[s * d + j] += x.at(i, j);
            }
        }
        return sums;
    }
}
