package org.tessera.engine.choose.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.tessera.engine.choose.continuum.Continuum;
import org.tessera.engine.choose.stability.Baseline;
import org.tessera.engine.choose.stability.Consistency;
import org.tessera.engine.choose.stability.Repetition;
import org.tessera.engine.choose.stability.Stability;
import org.tessera.engine.choose.stability.StabilityOptions;
import org.tessera.engine.cluster.Clustering;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.kernel.CanonicalRows;
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
    private final Continuum continuum;
    private final RunContext run;

    Consistencies(SweepData searched, RunContext run) {
        data = searched;
        rows = SystematicSample.of(searched.features(), ROWS, 2);
        continuum = Continuum.fit(CanonicalRows.of(rows, run).matrix(), searched.structure(), run);
        this.run = run;
    }

    /** The stability of each trial. */
    List<Consistency> of(List<Tried> tried) {
        Map<Family, List<Integer>> families = new LinkedHashMap<>();
        for (int i = 0; i < tried.size(); i++) {
            families.computeIfAbsent(tried.get(i).family(), f -> new ArrayList<>())
                    .add(i);
        }
        Consistency[] measured = new Consistency[tried.size()];
        int done = 0;
        for (Map.Entry<Family, List<Integer>> family : families.entrySet()) {
            List<Tried> own = family.getValue().stream().map(tried::get).toList();
            RunContext part = run.part((double) done / measured.length, (double) (done + own.size()) / measured.length)
                    .named("Stability of " + own.get(0).trial().algorithm() + " (candidates " + (done + 1) + " to "
                            + (done + own.size()) + " of " + measured.length + ")");
            List<Consistency> of = of(family.getKey(), own, part);
            for (int i = 0; i < own.size(); i++) {
                measured[family.getValue().get(i)] = of.get(i);
            }
            done += own.size();
        }
        return List.of(measured);
    }

    /** Unknown where the algorithm can't segment the sample. */
    private List<Consistency> of(Family family, List<Tried> tried, RunContext part) {
        Repetition repetition = family.repeated(tried.stream()
                .<Configured<?>>map(
                        t -> family.among(t.result(), data.features().rows(), rows.rows()))
                .toList());
        IntFunction<Clustering> again = repetition.on(rows, part);
        List<Integer> which = new ArrayList<>();
        List<Labels> labels = new ArrayList<>();
        for (int i = 0; i < tried.size(); i++) {
            Optional<Labels> found = labels(tried.get(i), i, again);
            if (found.isPresent()) {
                which.add(i);
                labels.add(found.get());
            }
        }
        Repetition measurable = repetition.only(which);
        List<Stability> stabilities = Stability.of(rows, labels, measurable, OPTIONS, part.part(0, 0.5));
        List<Baseline> baselines =
                Stability.withoutSegments(continuum, which.size(), measurable, OPTIONS, part.part(0.5, 1));
        Consistency[] measured = new Consistency[tried.size()];
        Arrays.fill(measured, Consistency.UNKNOWN);
        for (int i = 0; i < labels.size(); i++) {
            measured[which.get(i)] = Consistency.of(stabilities.get(i), baselines.get(i));
        }
        return List.of(measured);
    }

    /** The segments of the rows, two or more; empty if there are none. */
    private Optional<Labels> labels(Tried tried, int index, IntFunction<Clustering> again) {
        try {
            Labels labels = rows == data.features()
                    ? tried.result().clustering().labels()
                    : again.apply(index).labels();
            return labels.segments() < 2 ? Optional.empty() : Optional.of(labels);
        } catch (SegmentationException e) {
            return Optional.empty();
        }
    }

    /** The largest part of the rows that is segmented again and again, by the number that is searched. */
    static DataSize part(DataSize searched) {
        int rows = (int) Math.ceil(PART * Math.min(ROWS, searched.rows()));
        return new DataSize(rows, searched.columns(), searched.threads());
    }
}
