package org.tessera.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.apply.Assigner;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.apply.SegmentShares;
import org.tessera.engine.apply.drift.Drift;
import org.tessera.engine.apply.drift.DriftCounts;
import org.tessera.engine.apply.why.Contributions;
import org.tessera.engine.apply.why.Explainer;
import org.tessera.engine.apply.why.Reasons;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.model.DensityModel;
import org.tessera.engine.model.MixtureModel;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparedRows;

/** What the Segment Assigner makes of a whole table with the sentence and the contributions, written down plainly. */
final class WholeTable {

    /** Per customer what is appended, as texts: numbers with all their digits. */
    final List<List<String>> appended = new ArrayList<>();

    final SegmentShares shares;
    final Drift drift;

    WholeTable(SegmentationModel model, CustomerTable customers) {
        Preparation preparation = model.preparation().orElseThrow();
        PreparedRows prepared = preparation.apply(customers, TestModels.RUN);
        Matrix x = prepared.features();
        int[] rows = IntStream.range(0, x.rows())
                .filter(i -> Arrays.stream(x.row(i)).anyMatch(v -> !Double.isNaN(v)))
                .toArray();
        Assignment assignment = Assigner.assign(model.clusters(), x.select(rows), TestModels.RUN);
        CustomerTable own = preparation.sources(customers, TestModels.RUN);
        CustomerTable assigned = new CustomerTable(
                rows.length, own.columns().stream().map(c -> c.select(rows)).toList());
        Contributions why = Explainer.of(model, TestModels.RUN).explain(x.select(rows), assignment, TestModels.RUN);
        Reasons reasons = new Reasons(why, assignment, model.labels()::nameOf, assigned);
        for (int row = 0, i = 0; row < x.rows(); row++) {
            boolean known = i < rows.length && rows[i] == row;
            List<String> cells = known ? cells(model, assignment, reasons, i++) : new ArrayList<>();
            while (!known && cells.size() < columns(model) - 1) {
                cells.add(null);
            }
            String beyond = prepared.novelties().outOfRangeInWords(row);
            cells.add(beyond.isEmpty() ? null : beyond);
            appended.add(cells);
        }
        shares = shares(model, assignment);
        DriftCounts counts = new DriftCounts(model.baseline());
        counts.add(assigned, TestModels.RUN);
        drift = counts.result(shares, model.labels()::nameOf, TestModels.RUN);
    }

    private static int columns(SegmentationModel model) {
        boolean mixture = model.clusters() instanceof MixtureModel;
        boolean term = mixture || model.clusters() instanceof DensityModel;
        return 6 + (term ? 1 : 0) + model.preparation().orElseThrow().columns().size();
    }

    private static List<String> cells(SegmentationModel model, Assignment assignment, Reasons reasons, int i) {
        List<String> cells = new ArrayList<>();
        cells.add(name(model.labels(), assignment.segments()[i]));
        cells.add(number(assignment.confidences()[i]));
        cells.add(name(model.labels(), assignment.runnersUp()[i]));
        cells.add(reasons.sentence(i).isEmpty() ? null : reasons.sentence(i));
        Contributions found = reasons.contributions();
        List<String> terms =
                new ArrayList<>(ModelFile.sourceColumns(model.preparation().orElseThrow()));
        found.columns().stream().filter(c -> !terms.contains(c)).forEach(terms::add);
        for (String term : terms) {
            int c = found.columns().indexOf(term);
            cells.add(c < 0 ? null : number(found.values().at(i, c)));
        }
        cells.add(number(found.margins()[i]));
        return cells;
    }

    private static SegmentShares shares(SegmentationModel model, Assignment assignment) {
        int[] training = model.baseline().shares();
        int k = model.labels().segments();
        boolean noise = model.clusters() instanceof DensityModel;
        int[] counts = IntStream.range(0, noise ? k + 1 : k)
                .map(s -> assignment.count(s < k ? s : Labels.NOISE))
                .toArray();
        return new SegmentShares(Arrays.copyOf(training, counts.length), counts);
    }

    private static String name(Labels labels, int label) {
        return label == Assignment.NONE ? null : labels.nameOf(label);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? null : Double.toString(value);
    }
}
