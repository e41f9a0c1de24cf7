package org.tessera.knime.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.tessera.charts.ChartException;
import org.tessera.charts.Charts;
import org.tessera.charts.Migration;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.match.Matching;
import org.tessera.engine.match.OptimalAssignment;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.ProfileOptions;
import org.tessera.engine.profile.Profiler;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.engine.profile.columns.DescribedColumns;
import org.tessera.engine.run.SegmentationException;
import org.tessera.knime.kit.CustomerReader;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.Failures;
import org.tessera.knime.kit.LabeledTable;
import org.tessera.knime.view.web.ColumnDistribution;
import org.tessera.knime.view.web.StoredView;
import org.tessera.knime.view.web.Subject;
import org.tessera.knime.view.web.ViewPart;
import org.tessera.knime.view.web.ViewSettings;
import org.tessera.knime.view.web.ViewSummary;

/** What view and image of the Segment Matcher show. */
final class MatchView {

    static final String DESCRIPTION =
            "Where the customers of each earlier segment are today, and today's segments: a card with size, description and"
                    + " rule for each, their profile in the units of the columns, and the distribution of any column."
                    + " Clicking a card highlights its segment in every chart.";

    static final ViewSettings SETTINGS =
            ViewSettings.of(ViewPart.MIGRATION, ViewPart.PROFILE, ViewPart.DISTRIBUTIONS, ViewPart.SIZES);

    static final ImagePortObjectSpec IMAGE = new ImagePortObjectSpec(PNGImageContent.TYPE);

    /** Pixels per unit of the layout, as sharp as the Segment View's image. */
    private static final double SHARPNESS = 2;

    private static final int WIDTH = 900;
    private static final int WIDTH_PER_SEGMENT = 60;
    private static final int HEIGHT = 420;
    private static final int HEIGHT_PER_SEGMENT = 30;

    private MatchView() {}

    /**
     * The chart of the customers whose earlier segment is known, with noise where there is any. Earlier segments that are
     * continued are called as they are today, so that both have one color.
     */
    static Migration.Spec chart(Labels before, List<String> present, Matching matching) {
        List<String> from = new ArrayList<>();
        for (int s = 0; s < before.segments(); s++) {
            int today = matching.continuedBy(s);
            from.add(today == OptimalAssignment.NONE ? before.nameOf(s) : present.get(today));
        }
        List<String> to = new ArrayList<>(present);
        if (matching.migration().ofEarlier(before.segments()) > 0) {
            from.add(Labels.NOISE_NAME);
        }
        if (matching.migration().ofPresent(present.size()) > 0) {
            to.add(Labels.NOISE_NAME);
        }
        int[][] counts = new int[from.size()][];
        for (int r = 0; r < counts.length; r++) {
            counts[r] = Arrays.copyOf(matching.migration().counts()[r], to.size());
        }
        return Migration.spec(from, to, counts);
    }

    static ImagePortObject image(Migration.Spec chart, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        int width = size(WIDTH, WIDTH_PER_SEGMENT, chart.to().size());
        int height = size(HEIGHT, HEIGHT_PER_SEGMENT, chart.from().size());
        try {
            byte[] png = EngineRun.call(exec, 0, run -> Charts.png(chart, width, height, SHARPNESS, run));
            return new ImagePortObject(new PNGImageContent(png), IMAGE);
        } catch (ChartException e) {
            throw Failures.of(new SegmentationException(e.problem(), e, e.remedy()));
        }
    }

    private static int size(int least, int perSegment, int segments) {
        int wanted = Math.max(least, 200 + perSegment * segments);
        return (int) Math.min(wanted, Charts.MAX_SIZE / SHARPNESS);
    }

    /** Describes today's segments by the customers' own columns, beside where the customers came from. */
    static PortObject[] of(
            LabeledTable labeled,
            List<String> columns,
            MatchedCustomers customers,
            Migration.Spec chart,
            SegmentationModel named,
            Optional<MoveReasons> reasons,
            ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        CustomerTable own = labeled.own(columns, exec.createSubExecutionContext(0.3));
        Labels present = customers.present().namedAs(named.labels());
        return EngineRun.call(exec.createSubExecutionContext(0.7), 0, run -> {
            DescribedColumns described = DescribedColumns.of(own, named, run);
            Subject subject = new Subject(described.customers(), new SegmentedRows(customers.tableRows(), present));
            Profile profile =
                    Profiler.profile(described, subject.segments(), ProfileOptions.defaults(), run.part(0, 0.7));
            ViewSummary summary = ViewSummary.of(subject, profile)
                    .withMigration(chart, subject, customers.matching().migration())
                    .withVerdict(reasons.flatMap(MoveReasons::summary).orElse(""));
            return StoredView.write(
                    summary,
                    ColumnDistribution.all(subject, profile, run.part(0.7, 1)),
                    CustomerReader.usable(labeled.table().getDataTableSpec()),
                    exec);
        });
    }
}
