package org.tessera.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.choose.sweep.Sweep;
import org.tessera.engine.choose.sweep.SweepData;
import org.tessera.engine.choose.sweep.SweepOptions;
import org.tessera.engine.choose.sweep.SweepResult;
import org.tessera.engine.choose.verdict.Verdict;
import org.tessera.engine.choose.verdict.VerdictOptions;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.run.RunContext;

/**
 * Prints time and memory of what the Auto Segmentation node computes with its default options: trials, stability, metrics,
 * the best segmentation of all rows, and the verdict. Run it with {@code -Xmx2g}.
 */
public final class SearchTime {

    private static final double MEGABYTE = 1 << 20;

    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private String step = "";
    private double since = processorSeconds();

    private SearchTime() {}

    /**
     * Measures: {@code SearchTime [<rows> [<columns>]]}.
     *
     * @param args number of customers, 100,000 if not given; of numbers per customer, 20 if not given
     */
    public static void main(String[] args) {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int columns = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        new SearchTime().measure(Clouds.of(rows, columns, 1).matrix());
    }

    private void measure(Matrix x) {
        FeatureColumns structure = FeatureColumns.numbers(IntStream.rangeClosed(1, x.columns())
                .mapToObj(j -> "number " + j)
                .toList());
        VerdictOptions judging = VerdictOptions.defaults().withMaxRows(SweepOptions.SAMPLE_ROWS);
        SweepOptions options = SweepOptions.defaults()
                .withReserved(Verdict.seconds(x.rows(), x.columns(), judging, SweepOptions.THREADS));
        RunContext run = RunContext.of(1).withProgress((fraction, message) -> begin(message));
        HeapPeak peak = HeapPeak.start();
        long start = System.nanoTime();
        double processor = processorSeconds();
        begin("Preparing the search");
        Sweep sweep = Sweep.of(new SweepData(x, structure, List.of()), options, run);
        SweepResult result = sweep.run(() -> false, run);
        begin("Verdict");
        Verdict verdict = Verdict.of(x, structure, judging, run.named("Verdict"));
        begin("");
        seconds.forEach((title, taken) -> System.out.printf(Locale.ENGLISH, "%8.1f s  %s%n", taken, title));
        System.out.printf(
                Locale.ENGLISH,
                "%,d x %d: %.1f s of the clock, %.1f s of the processor on %d threads (by estimate %.0f s on %d), %.0f MB;"
                        + " %d candidates, %s; %s%n",
                x.rows(),
                x.columns(),
                (System.nanoTime() - start) / 1e9,
                processorSeconds() - processor,
                run.threads(),
                sweep.plan().estimate().seconds(),
                SweepOptions.THREADS,
                peak.bytes() / MEGABYTE,
                sweep.plan().tried().size(),
                result.title(),
                verdict.sentence());
        result.notes().forEach(System.out::println);
    }

    /** Counts the processor's time from now on for a step; its title is its message up to the first comma or bracket. */
    private synchronized void begin(String message) {
        double now = processorSeconds();
        if (!step.isEmpty()) {
            seconds.merge(step, now - since, Double::sum);
        }
        since = now;
        step = message.split("[,(]")[0].strip();
    }

    private static double processorSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis()
                / (double) TimeUnit.SECONDS.toMillis(1);
    }
}
