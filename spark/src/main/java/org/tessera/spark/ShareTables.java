package org.tessera.spark;

import java.util.Arrays;
import java.util.List;
import org.tessera.engine.apply.SegmentShares;
import org.tessera.engine.apply.drift.Drift;
import org.tessera.engine.apply.drift.DriftCounts;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.run.RunContext;

/** The tables of shares and drift, those of the Segment Assigner. */
final class ShareTables {

    private static final String SHARES = "(shares of the segments)";

    private final SegmentationModel model;
    private final Tally tally;
    private final List<String> names;
    private final SegmentShares shares;

    ShareTables(SegmentationModel model, Tally tally) {
        this.model = model;
        this.tally = tally;
        names = Segments.names(model);
        shares = SegmentShares.of(model, Arrays.copyOf(tally.segments(), names.size()));
    }

    /** How the customers are distributed over the segments, in words. */
    String inWords() {
        return shares.inWords();
    }

    /** The distribution of the customers over the segments: a row per segment, and one for all. */
    String shareTable() {
        CsvText table = new CsvText(
                "Segment",
                "Training customers",
                "Training share",
                "Customers",
                "Share",
                "Population stability index",
                "Shift");
        for (int s = 0; s < names.size(); s++) {
            table.add(
                    names.get(s),
                    shares.training()[s],
                    shares.trainingShare(s),
                    shares.customers()[s],
                    shares.share(s),
                    shares.index(s),
                    null);
        }
        table.add(
                "All",
                shares.trainingTotal(),
                1.0,
                shares.total(),
                shares.total() == 0 ? null : (Double) 1.0,
                shares.index(),
                shares.inWords());
        return table.toString();
    }

    /** How the customers differ from those of training: a row per column, and one for the shares of the segments. */
    String driftTable(RunContext run) {
        DriftCounts counts = new DriftCounts(model.baseline());
        tally.addTo(counts);
        Drift drift = counts.result(shares, names::get, run);
        CsvText table = new CsvText(
                "Column",
                "What moved",
                "Effect",
                "p-value",
                "Corrected p-value",
                "Drift",
                "Population stability index",
                "Usual reading of the index",
                "Training customers",
                "Customers");
        for (Drift.Row row : drift.rows()) {
            boolean none = row.customers() == 0 || row.training() == 0;
            table.add(
                    row.name().isEmpty() ? SHARES : row.name(),
                    none ? null : row.moved(),
                    none ? null : (Double) row.effect(),
                    none ? null : (Double) row.p(),
                    none ? null : (Double) row.corrected(),
                    none ? null : row.inWords(),
                    row.index(),
                    none ? null : SegmentShares.usual(row.index()),
                    row.training(),
                    row.customers());
        }
        return table.toString();
    }
}
