package org.tessera.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs one task on both sides alternately, each time in a fresh process, and compares results. */
final class SideBySide {

    private static final double MEGABYTE = 1e6;

    private final Child child;
    private final DataFolder data;
    private final int rounds;
    private final int cores;

    SideBySide(Child child, DataFolder data, int rounds, int cores) {
        this.child = child;
        this.data = data;
        this.rounds = rounds;
        this.cores = cores;
    }

    /**
     * What a task has given.
     *
     * @param task the task
     * @param ours seconds of Tessera
     * @param theirs seconds of the rival's fastest variant, null without a rival
     * @param variant the fastest variant
     * @param ourMegabytes peak beyond the data
     * @param theirMegabytes peak beyond the data
     * @param equality whether the results agree
     */
    record Outcome(
            Task task,
            Timing ours,
            Timing theirs,
            String variant,
            double ourMegabytes,
            double theirMegabytes,
            Equality equality) {

        double ratio() {
            return theirs == null ? Double.NaN : ours.warm() / theirs.warm();
        }

        /** Whether time, memory and equality are as they shall be. */
        boolean reached() {
            Task.Goal goal = task.goal();
            return equality.holds()
                    && !(ratio() > goal.ratio())
                    && !(ours.warm() > goal.seconds())
                    && !(ourMegabytes > goal.megabytes());
        }
    }

    Outcome run(Task task) throws IOException {
        data.clearResults();
        Request request = data.complete(task.request(), cores);
        Timing ours = new Timing();
        Map<String, Timing> theirs = new LinkedHashMap<>();
        Answer our = null;
        Answer their = null;
        double theirPeak = 0;
        for (int round = 0; round < rounds; round++) {
            our = child.java(
                    TesseraSide.class,
                    Child.USUAL,
                    request.with(request.variant(), task.repeats(), data.out("tessera")));
            ours.add(our.seconds());
            for (String variant : task.rival() == Task.Rival.NONE ? new String[0] : variants(task)) {
                their = rival(task, request.with(variant, task.rivalRepeats(), data.out("rival")));
                theirs.computeIfAbsent(variant, v -> new Timing()).add(their.seconds());
                theirPeak = Math.max(theirPeak, their.peak());
            }
        }
        double ourPeak = child.java(
                        TesseraSide.class, Child.FRUGAL, request.with(request.variant(), 1, data.out("frugal")))
                .peak();
        Equality equality = their == null
                ? new Equality(true, "no rival")
                : Equality.of(request, our, Path.of(data.out("tessera")), their, Path.of(data.out("rival")));
        String fastest = fastest(theirs);
        return new Outcome(
                task,
                ours,
                theirs.get(fastest),
                fastest,
                ourPeak / MEGABYTE,
                their == null ? Double.NaN : theirPeak / MEGABYTE,
                equality);
    }

    private static String[] variants(Task task) {
        return task.variants().toArray(String[]::new);
    }

    private Answer rival(Task task, Request request) throws IOException {
        return task.rival() == Task.Rival.WEKA
                ? child.java(WekaSide.class, Child.USUAL, request)
                : child.python(request);
    }

    private static String fastest(Map<String, Timing> timings) {
        return timings.entrySet().stream()
                .min((a, b) -> Double.compare(a.getValue().warm(), b.getValue().warm()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
