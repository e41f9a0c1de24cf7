package org.tessera.engine.choose.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/** Carries out the trials of a plan one after the other, each on all threads. */
final class Trials {

    private final Plan plan;
    private final Matrix rows;
    private final BooleanSupplier timeIsUp;
    private final List<Tried> tried = new ArrayList<>();
    private final List<Trial> stopped = new ArrayList<>();
    private final List<SegmentationException> failures = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private int started;
    private double secondsBefore;

    Trials(Plan plan, Matrix rows, BooleanSupplier timeIsUp) {
        this.plan = plan;
        this.rows = rows;
        this.timeIsUp = timeIsUp;
    }

    /**
     * Runs them.
     *
     * @throws SegmentationException that of the first trial if all fail
     */
    List<Tried> run(RunContext run) {
        for (Plan.Part part : plan.parts()) {
            Family.Search search = part.family().search(plan.minSegments(), rows);
            for (int i = 0; i < part.tried(); i++) {
                Trial trial = part.trials().get(i);
                if (!tried.isEmpty() && timeIsUp.getAsBoolean()) {
                    stopped.add(trial);
                } else {
                    carryOut(part.family(), trial, search, i, run);
                }
            }
        }
        if (tried.isEmpty()) {
            throw failures.get(0);
        }
        return List.copyOf(tried);
    }

    /** A trial that fails for reasons of its own, such as a covariance matrix, does not end the search. */
    private void carryOut(Family family, Trial trial, Family.Search search, int index, RunContext run) {
        try {
            Optional<Family.Result> result = search.fit(index, named(trial, run));
            result.ifPresent(r -> tried.add(new Tried(family, trial, r)));
        } catch (SegmentationException e) {
            failures.add(e);
            failed.add(trial.title() + " failed: " + e.getMessage());
        }
    }

    /** The part of the run that the trial has by its estimate, with its name and number as its progress. */
    private RunContext named(Trial trial, RunContext run) {
        int all = plan.tried().size();
        double seconds = plan.estimate().seconds();
        double from = seconds > 0 ? secondsBefore / seconds : 0;
        secondsBefore += trial.seconds();
        double to = seconds > 0 ? Math.min(1, secondsBefore / seconds) : 1;
        started++;
        RunContext part = run.part(Math.min(from, to), to).named(trial.title() + " (" + started + " of " + all + ")");
        part.progress(0, "");
        return part;
    }

    /** What failed or was stopped, sentences for the user. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(failed);
        if (!stopped.isEmpty()) {
            notes.add("The time budget ended the search before " + Numbers.count(stopped.size(), "candidate") + " ("
                    + stopped.get(0).title() + (stopped.size() > 1 ? " and later" : "")
                    + "): another run may try others. Raise '" + SweepOptions.BUDGET_OPTION + "' to try them.");
        }
        return notes;
    }
}
