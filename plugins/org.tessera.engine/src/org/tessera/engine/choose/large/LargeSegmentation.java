package org.tessera.engine.choose.large;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.drift.Baselines;
import org.tessera.engine.choose.sweep.CurvePoint;
import org.tessera.engine.choose.sweep.SweepOptions;
import org.tessera.engine.choose.verdict.VerdictOptions;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.model.Baseline;
import org.tessera.engine.model.ClusterModel;
import org.tessera.engine.model.ColumnBaseline;
import org.tessera.engine.model.Provenance;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.model.Training;
import org.tessera.engine.model.TrainingRows;
import org.tessera.engine.pass.ColumnKind;
import org.tessera.engine.pass.Customers;
import org.tessera.engine.pass.RowSample;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.PreparationTotals;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.profile.Profile;
import org.tessera.engine.profile.ProfileOptions;
import org.tessera.engine.profile.Profiler;
import org.tessera.engine.profile.SegmentedRows;
import org.tessera.engine.profile.columns.DescribedColumns;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Auto Segmentation of customers that need not fit into memory, in few passes over them:
 *
 * <ol>
 *   <li>a sample by hash ({@link RowSample});
 *   <li>the preparation of all customers ({@link PreparationTotals});
 *   <li>after the search in the sample, the segments of all customers: k-means and mixtures are refined by exact sums over
 *       all of them, with as many passes as are left or until the objective gains less than {@value Refinement#MIN_GAIN} of
 *       itself; other models assign them by the rule of the Segment Assigner. Segments are numbered by their sizes among
 *       all customers;
 *   <li>figures, distributions and baseline of all customers.
 * </ol>
 *
 * <p>The same seed, customers and options give the same model file, bit for bit, however the customers are cut into parts
 * and in whatever order they come. Where all of them are in the sample, one pass is made, and the model is that of the nodes
 * Segmentation Preprocessor and Auto Segmentation for these customers in the canonical order of the sample. Otherwise which
 * columns are used, how texts are read, how numbers are transformed, the search, the verdict, the profile and the silhouette
 * are those of the sample.
 *
 * <p>Time: that of the search in the sample, and O(n c) for the first two passes over n customers with c columns, O(n k d)
 * for each of the others with k segments and d features, O(n k d²) with full covariances. Memory: that of the search, and
 * per part twice the sample, then 544 bytes for each of k d sums, k d² / 2 with full covariances.
 */
public final class LargeSegmentation {

    /** The most customers: a model counts them per segment and bin in 32 bits. */
    static final int MAX_CUSTOMERS = Integer.MAX_VALUE;

    /** The progress after the sample, the preparation, search and verdict, the segments, the figures. */
    private static final double SAMPLED = 0.08;

    private static final double PREPARED = 0.16;
    private static final double SEARCHED = 0.6;
    private static final double REFINED = 0.88;
    private static final double MEASURED = 0.96;

    private final PreparationOptions preparing;
    private final SweepOptions sweep;
    private final LargeOptions options;
    private final List<ColumnKind> columns;
    private final Passes passes;
    private final RunContext run;
    private final List<String> notes = new ArrayList<>();
    private Map<String, Double> rankErrors = Map.of();

    private LargeSegmentation(
            Customers customers,
            PreparationOptions preparing,
            SweepOptions sweep,
            LargeOptions options,
            RunContext run) {
        this.preparing = preparing;
        this.sweep = sweep;
        this.options = options;
        this.run = run;
        columns = customers.columns();
        passes = new Passes(customers, options.maxPasses());
    }

    /**
     * Segments customers.
     *
     * @param customers the customers, with their own columns
     * @param preparing how columns are turned into features
     * @param sweep what is tried in the sample, and how the best is chosen; what is reserved for the verdict is set here
     * @param options size of the sample, limit of passes
     * @param run seed, threads, progress, cancel
     * @return the best segmentation, and all that is known of it
     * @throws SegmentationException if there is no customer or more than 2^31 - 1, a number is infinite, no column tells
     *     customers apart, or the sample cannot be searched
     * @throws IllegalArgumentException if the search is to end by the clock, or a column occurs twice
     */
    public static LargeResult of(
            Customers customers,
            PreparationOptions preparing,
            SweepOptions sweep,
            LargeOptions options,
            RunContext run) {
        if (sweep.byClock()) {
            throw new IllegalArgumentException(
                    "A search that ends by the clock gives another result in every run: let it" + " end by estimates");
        }
        return new LargeSegmentation(customers, preparing, sweep, options, run).segment();
    }

    private LargeResult segment() {
        RowSample.Sampled sample = sample();
        Preparation preparation = preparation(sample);
        VerdictOptions judged =
                VerdictOptions.defaults().withNullSamples(options.nullSamples()).withMaxRows(sweep.sampleRows());
        SampleSearch found = SampleSearch.of(preparation, sample, sweep, judged, run.part(PREPARED, SEARCHED));
        List<ColumnBaseline> bins = Baselines.columns(found.sources(run), run);
        if (sample.isComplete()) {
            int leftOut = sample.customers().rows() - found.rows().x().rows();
            Labels labels = found.result().clustering().labels();
            ClusterModel clusters = found.result().clustering().model();
            int[] shares = Baselines.shares(clusters, found.rows().x(), labels, run);
            SegmentationModel model =
                    model(found, Origin.of(found, leftOut, run), clusters, labels, new Baseline(bins, shares));
            return result(found, model, Measures.complete(found, bins, run.part(REFINED, MEASURED)));
        }
        Refinement.Refined refined = Refinement.of(found, passes, run.part(SEARCHED, REFINED));
        FigurePass pass = measure(found, refined, bins);
        int[] assigned = Assigner.assign(refined.model(), found.rows().x(), run).segments();
        Labels labels = Labels.ofPart(refined.model().segments(), assigned);
        int[] shares = Arrays.copyOf(
                Arrays.stream(refined.sizes()).mapToInt(Math::toIntExact).toArray(), refined.sizes().length + 1);
        shares[shares.length - 1] = Math.toIntExact(refined.noise());
        Baseline baseline = new Baseline(pass.distributions().all(bins), shares);
        SegmentationModel model = model(found, Origin.of(found, refined, run), refined.model(), labels, baseline);
        return result(found, model, Measures.of(found, refined, labels, pass, bins, run));
    }

    private RowSample.Sampled sample() {
        List<ColumnKind> kinds = columns;
        int size = options.sampleRows();
        RowSample pass = passes.read("sample", () -> new RowSample(kinds, size), run.part(0, SAMPLED));
        if (pass.total() == 0) {
            throw new SegmentationException("There are no customers", "check path and filters before this step");
        }
        if (pass.total() > MAX_CUSTOMERS) {
            throw new SegmentationException(
                    "There are " + Numbers.count(pass.total(), "customer") + ", but a model counts at most "
                            + Numbers.count(MAX_CUSTOMERS),
                    "make the segmentation of a part of them, such as a random half",
                    "assign all of them with that model, which has no limit");
        }
        for (int c = 0; c < columns.size(); c++) {
            if (pass.infinite(c) > 0) {
                throw new SegmentationException(
                        "Column '" + columns.get(c).name() + "' holds an infinite number in "
                                + Numbers.count(pass.infinite(c)) + " of " + Numbers.count(pass.total(), "customer")
                                + ", but numbers have to be finite",
                        "replace them, for example with missing values",
                        "leave the column out");
            }
        }
        return pass.sampled();
    }

    private Preparation preparation(RowSample.Sampled sample) {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(column.name()));
        Preparation sampled = Preparer.with(preparing).fit(sample.customers(), names, run);
        if (sample.isComplete()) {
            return sampled;
        }
        notes.add("Columns, algorithms and numbers of segments were chosen on a sample of "
                + Numbers.count(sample.customers().rows()) + " of " + Numbers.count(sample.total(), "customer")
                + ". Where the search speaks of customers, it means this sample.");
        StoredPreparation stored = new StoredPreparation(sampled);
        PreparationTotals begun = new PreparationTotals(sampled, sample.customers(), run);
        PreparationTotals totals = passes.read(
                        "statistics of the columns",
                        () -> new PreparationPass(stored, begun),
                        run.part(SAMPLED, PREPARED))
                .totals();
        rankErrors = totals.rankErrors();
        List<String> order = columns.stream().map(ColumnKind::name).toList();
        return totals.preparation(sampled, order, names, run);
    }

    private FigurePass measure(SampleSearch found, Refinement.Refined refined, List<ColumnBaseline> bins) {
        StoredSegments stored = new StoredSegments(found.preparation(), refined.model(), bins);
        double[] means = refined.means().values();
        return passes.read("figures", () -> new FigurePass(stored, means), run.part(REFINED, MEASURED));
    }

    private SegmentationModel model(
            SampleSearch found, Provenance provenance, ClusterModel clusters, Labels labels, Baseline baseline) {
        Matrix x = found.rows().x();
        Training training = new Training(
                labels, SegmentationModel.fingerprint(x, run), TrainingRows.of(found.ids(), x, run), baseline);
        return new SegmentationModel(
                provenance,
                options.segmentColumn(),
                found.preparation().featureNames(),
                Optional.of(found.preparation()),
                clusters,
                training,
                found.result().curves().stream().map(CurvePoint::searchPoint).toList());
    }

    private LargeResult result(SampleSearch found, SegmentationModel model, LargeFigures figures) {
        Profile profile = Profiler.profile(
                DescribedColumns.of(found.sample().customers(), model, run),
                new SegmentedRows(found.rows().indices(), model.labels()),
                ProfileOptions.defaults(),
                run.part(MEASURED, 1));
        notes.addAll(found.result().notes());
        notes.addAll(model.provenance().warnings());
        return new LargeResult(
                model,
                found.result().board(),
                found.result().curves(),
                found.verdict(),
                profile,
                figures,
                rankErrors,
                found.sample().customers().rows(),
                passes.made(),
                notes);
    }
}
