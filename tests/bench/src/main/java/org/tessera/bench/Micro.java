package org.tessera.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.tessera.engine.cluster.mixture.KernelBench;

/** Runs the micro benchmarks for the page; alone and with JMH's own options: {@code -Dbench.main=org.openjdk.jmh.Main}. */
final class Micro {

    private Micro() {}

    /** Lines of the table. */
    static List<String> run() {
        Collection<RunResult> results;
        try {
            results = new Runner(new OptionsBuilder()
                            .include(KernelBench.class.getName())
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException("The micro benchmarks failed", e);
        }
        List<String> lines = new ArrayList<>();
        for (RunResult result : results) {
            var primary = result.getPrimaryResult();
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %.3f | %.3f |",
                    primary.getLabel(),
                    primary.getScore(),
                    primary.getScoreError()));
        }
        return lines;
    }
}
