package org.tessera.engine.choose.large;

import java.util.List;
import java.util.Set;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.choose.sweep.Sweep;
import org.tessera.engine.choose.sweep.SweepData;
import org.tessera.engine.choose.sweep.SweepOptions;
import org.tessera.engine.choose.sweep.SweepResult;
import org.tessera.engine.choose.verdict.Verdict;
import org.tessera.engine.choose.verdict.VerdictOptions;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.pass.RowSample;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.numbers.NumericCategories;
import org.tessera.engine.run.RunContext;

/**
 * What Auto Segmentation finds among the customers of a sample.
 *
 * @param preparation the preparation that makes their features
 * @param sample the sample
 * @param rows the customers of the sample that have features
 * @param result the search
 * @param verdict whether there are segments at all
 */
record SampleSearch(
        Preparation preparation,
        RowSample.Sampled sample,
        StoredSegments.Rows rows,
        SweepResult result,
        Verdict verdict) {

    /** The share of the progress of the search; the rest is for the verdict. */
    private static final double SEARCH = 0.75;

    /** Searches the sample as the node does. */
    static SampleSearch of(
            Preparation preparation,
            RowSample.Sampled sample,
            SweepOptions options,
            VerdictOptions judged,
            RunContext run) {
        StoredSegments.Rows rows = StoredSegments.Rows.of(
                preparation.apply(sample.customers(), run).features());
        Matrix x = rows.x();
        FeatureColumns structure = FeatureColumns.of(preparation);
        List<Column> columns = options.selection().guards().distinctFromColumns()
                ? ownColumns(preparation, sample, rows, run)
                : List.of();
        double reserved = Verdict.seconds(x.rows(), x.columns(), judged, SweepOptions.THREADS);
        Sweep sweep = Sweep.of(new SweepData(x, structure, columns), options.withReserved(reserved), run);
        SweepResult result = sweep.run(() -> false, run.part(0, SEARCH));
        Verdict verdict =
                Verdict.of(x, structure, judged, run.part(SEARCH, 1).named("Comparing with tables without segments"));
        return new SampleSearch(preparation, sample, rows, result, verdict);
    }

    /** The own columns that make features, as the preparation reads them. */
    private static List<Column> ownColumns(
            Preparation preparation, RowSample.Sampled sample, StoredSegments.Rows rows, RunContext run) {
        CustomerTable all = sample.customers();
        CustomerTable used = new CustomerTable(
                all.rows(),
                preparation.sourceColumns().stream()
                        .map(name -> all.column(name).orElseThrow())
                        .toList());
        Set<String> codes = preparation.options().category().codeColumns();
        return selected(NumericCategories.convert(preparation.readTexts(used, run), codes, run), rows)
                .columns();
    }

    /** The own columns of the customers with features as the numbers and categories of which these are made. */
    CustomerTable sources(RunContext run) {
        return selected(preparation.sources(sample.customers(), run), rows);
    }

    private static CustomerTable selected(CustomerTable table, StoredSegments.Rows rows) {
        return rows.indices().length == table.rows()
                ? table
                : new CustomerTable(
                        rows.indices().length,
                        table.columns().stream()
                                .map(c -> c.select(rows.indices()))
                                .toList());
    }

    /** The hashes of the identifiers of the customers with features. */
    long[] ids() {
        long[] ids = new long[rows.indices().length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = sample.ids()[rows.indices()[i]];
        }
        return ids;
    }
}
