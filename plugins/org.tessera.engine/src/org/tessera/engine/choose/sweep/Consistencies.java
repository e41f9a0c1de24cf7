package org.tessera.engine.choose.sweep;

import java.util.List;
import org.tessera.engine.choose.stability.Baseline;
import org.tessera.engine.choose.stability.Stability;
import org.tessera.engine.choose.stability.StabilityOptions;
import org.tessera.engine.cluster.Clusterer;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.SystematicSample;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/** Measures the stability of every trial of a search on at most {@value #ROWS} of its rows. */
final class Consistencies {

    /** Most rows. Parts of few customers agree less than parts of many, so this is as many as time allows. */
    private static final int ROWS = 5_000;

    /** Resamples and tables enough to tell stable from unstable, for dozens of candidates. */
    private static final StabilityOptions OPTIONS =
            StabilityOptions.defaults().withResamples(4).withHalves(5).withNullTables(1);

    /** Share of the rows that as many draws with replacement get at least once, 1 - 1/e; halves are smaller. */
    private static final double PART = 0.632;

    /** How often an algorithm runs per trial, on the rows or parts of them. */
    static final int RUNS = (1 + OPTIONS.nullTables()) * (1 + OPTIONS.resamples() + OPTIONS.halves());

    private final SweepData data;
    private final Matrix rows;
    private final RunContext run;

    Consistencies(SweepData searched, RunContext run) {
        data = searched;
        rows = SystematicSample.of(searched.features(), ROWS, 2);
        this.run = run;
    }

    /** The stability of each trial. */
    List<Consistency> of(List<Tried> tried) {
        Consistency[] measured = new Consistency[tried.size()];
        for (int i = 0; i < measured.length; i++) {
            RunContext part = run.part((double) i / measured.length, (i + 1.0) / measured.length)
                    .named("Stability of " + tried.get(i).title() + " (" + (i + 1) + " of " + measured.length + ")");
            measured[i] = of(tried.get(i), part);
        }
        return List.of(measured);
    }

    /** Unknown where the algorithm can't segment the sample. */
    private Consistency of(Tried tried, RunContext part) {
        Family family = tried.family();
        Configured<?> among = family.among(tried.result(), data.features().rows(), rows.rows());
        Clusterer clusterer = family.repeated(among);
        Labels labels;
        try {
            labels = rows == data.features()
                    ? tried.result().clustering().labels()
                    : clusterer.fit(rows, part).labels();
        } catch (SegmentationException e) {
            return Consistency.UNKNOWN;
        }
        if (labels.segments() < 2) {
            return Consistency.UNKNOWN;
        }
        Stability stability = Stability.of(rows, labels, clusterer, OPTIONS, part);
        Baseline baseline = Stability.withoutSegments(rows, data.structure(), clusterer, OPTIONS, part);
        return new Consistency(
                stability.adjustedRand(),
                baseline.adjustedRand(),
                stability.meanJaccard(),
                stability.worstJaccard(),
                baseline.jaccard());
    }

    /** The largest part of the rows that is segmented again and again, by the number that is searched. */
    static DataSize part(DataSize searched) {
        int rows = (int) Math.ceil(PART * Math.min(ROWS, searched.rows()));
        return new DataSize(rows, searched.columns(), searched.threads());
    }
}
