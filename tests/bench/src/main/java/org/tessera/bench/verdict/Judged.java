package org.tessera.bench.verdict;

import java.util.Set;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.choose.verdict.Verdict;
import org.tessera.engine.choose.verdict.VerdictOptions;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.prep.ScalingOptions;
import org.tessera.engine.prep.ScalingOptions.CategoryScale;
import org.tessera.engine.run.RunContext;

/** Judges customers prepared as the product prepares them. */
final class Judged {

    private Judged() {}

    static PreparationOptions preparation() {
        return PreparationOptions.defaults()
                .withScaling(ScalingOptions.defaults().withCategories(CategoryScale.TYPICAL_DISTANCE));
    }

    static Verdict verdict(CustomerTable table, PreparationOptions options, VerdictOptions judging, long seed) {
        RunContext run = RunContext.of(seed);
        Preparation preparation = Preparer.with(options).fit(table, Set.of(), run);
        return Verdict.of(preparation.apply(table, run).features(), FeatureColumns.of(preparation), judging, run);
    }
}
