package org.tessera.knime.view;

import org.knime.core.node.BufferedDataTable;
import org.tessera.charts.ChartSpec;
import org.tessera.charts.Charts;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.port.SegmentationModelPortObject;

/** The charts that the Segment View draws of the output of another node, as text. */
public final class DrawnCharts {

    private DrawnCharts() {}

    /**
     * A chart as SVG, in the default size.
     *
     * @param segmented a node with customers and segments at its first output and the model at its second
     * @param id the chart's identifier
     */
    public static String svg(NodeRun segmented, String id) throws Exception {
        BufferedDataTable table = segmented.table(0);
        SegmentViewParameters parameters = new SegmentViewParameters();
        parameters.m_charts = new String[] {id};
        ChartSpec spec = SegmentViewNodeFactory.charts(
                        table, (SegmentationModelPortObject) segmented.object(1), parameters, Customers.exec())
                .result()
                .charts()
                .get(0);
        return Charts.svg(spec, parameters.m_width, parameters.m_height, RunContext.of(1));
    }
}
