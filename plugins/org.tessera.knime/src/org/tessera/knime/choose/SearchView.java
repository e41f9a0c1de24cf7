package org.tessera.knime.choose;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.tessera.engine.choose.sweep.SweepResult;
import org.tessera.engine.choose.verdict.Verdict;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.ProfileOptions;
import org.tessera.engine.profile.Profiler;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.engine.profile.columns.DescribedColumns;
import org.tessera.knime.cluster.TrainingTable;
import org.tessera.knime.kit.CustomerReader;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.port.OwnColumns;
import org.tessera.knime.port.SegmentationModelPortObject;
import org.tessera.knime.view.web.ColumnDistribution;
import org.tessera.knime.view.web.StoredView;
import org.tessera.knime.view.web.Subject;
import org.tessera.knime.view.web.ViewPart;
import org.tessera.knime.view.web.ViewSettings;
import org.tessera.knime.view.web.ViewSummary;

/** What the view of Auto Segmentation shows: verdict, search, and the segments that were found. */
final class SearchView {

    static final String DESCRIPTION =
            "The verdict, and below it the search and what it found: the curves by which the number of segments is chosen,"
                    + " the leaderboard with its reasons, a card per segment of the best segmentation with size,"
                    + " description and rule, the profile in the units of the columns, the distribution of any column, and"
                    + " the dendrogram of a hierarchical segmentation. Clicking a card highlights its segment in every"
                    + " chart.";

    static final ViewSettings SETTINGS = ViewSettings.of(
            ViewPart.CHOICE_OF_K,
            ViewPart.LEADERBOARD,
            ViewPart.PROFILE,
            ViewPart.DISTRIBUTIONS,
            ViewPart.SIZES,
            ViewPart.DENDROGRAM);

    private SearchView() {}

    /** Describes the segments of a model by the customers' own columns, beside the search that found them. */
    static PortObject[] of(
            TrainingTable training, SegmentationModel model, SweepResult result, Verdict verdict, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        BufferedDataTable table = training.table();
        List<DataColumnSpec> columns = OwnColumns.of(
                table.getDataTableSpec(), new SegmentationModelPortObject(model).getSpec(), model.segmentColumn());
        List<String> names = columns.stream().map(DataColumnSpec::getName).toList();
        CustomerTable customers =
                EngineRun.read(() -> CustomerReader.read(table, names, exec.createSubExecutionContext(0.3)));
        return EngineRun.call(exec.createSubExecutionContext(0.7), 0, run -> {
            DescribedColumns described = DescribedColumns.of(customers, model, run);
            Subject subject = new Subject(
                    described.customers(), new SegmentedRows(training.features().rows(), model.labels()));
            Profile profile =
                    Profiler.profile(described, subject.segments(), ProfileOptions.defaults(), run.part(0, 0.7));
            ViewSummary summary = ViewSummary.of(subject, profile)
                    .withVerdict(verdict.sentence())
                    .withModel(model, run)
                    .withLeaderboard(
                            result.board(),
                            index -> result.curves().get(index).stability().adjustedRand());
            return StoredView.write(summary, ColumnDistribution.all(subject, profile, run.part(0.7, 1)), columns, exec);
        });
    }
}
