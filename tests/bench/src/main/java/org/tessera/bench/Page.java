package org.tessera.bench;

import java.util.List;
import java.util.Locale;

/** The page of measurements, in Markdown. */
final class Page {

    private static final String HEAD = """
            | task | Tessera first, s | median, s | beside | first, s | median, s | ratio | goal | Tessera, MB | theirs, MB | goal, MB | reached | same result |
            |---|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|---|---|
            """;

    private static final String GROWTH = """
            ## Growth
            Tessera alone, on %s columns against the rows, in steps of four as long as a run takes less than %s s or its
            matrix of distances fits into 6 GB, and on %s rows against the columns: the fastest of three repetitions and the
            peak of memory beyond the data. The exponents are slopes of the logarithms over the larger half of the sizes.

            | algorithm | rows: time, memory | time ~ n^ | memory ~ n^ | columns: time, memory | time ~ d^ | memory ~ d^ |
            |---|---|--:|--:|---|--:|--:|
            """.formatted(Growth.COLUMNS, (int) Growth.BOUND_SECONDS, Growth.ROWS);

    private static final String MICRO = """
            ## Inner loops
            JMH, one thread, milliseconds per operation with the half-width of a 99.9 %% confidence interval; `KernelBench`
            says what an operation is.

            | loop | ms | ± |
            |---|--:|--:|
            """.formatted();

    private Page() {}

    /** The whole page. */
    static String of(
            Machine machine,
            int rounds,
            List<String> comparison,
            List<String> curves,
            List<String> micro,
            List<String> example) {
        return introduction(machine, rounds)
                + HEAD
                + String.join("\n", comparison)
                + "\n\n"
                + String.join("\n", example)
                + "\n"
                + GROWTH
                + String.join("\n", curves)
                + "\n\n"
                + MICRO
                + String.join("\n", micro)
                + "\n";
    }

    private static String introduction(Machine machine, int rounds) {
        return String.format(
                Locale.ROOT,
                """
                # Speed and memory

                Written by `tests/bench` (CONTRIBUTING.md, 'Measure speed'), not by hand: %s, commit %s, on %d cores of
                %s with %.0f GB; %s; %s.

                ## Side by side
                Every task runs on the same matrix in a fresh process of Tessera and one of the rival, alternately, %d
                times; every process loads its data, then repeats the task. 'First' is the median of the first
                repetitions, in which a JVM still compiles; 'median' that of the others (of all, where a task runs once
                per process); the ratio is that of the medians. Of several variants of the rival, the fastest counts.
                Memory is the peak beyond the data: for Python the resident set, for Java the heap, in a run of its own
                with a collector that keeps little garbage.

                """,
                machine.date(),
                machine.commit(),
                machine.cores(),
                machine.processor(),
                machine.memory(),
                machine.java(),
                machine.rivals(),
                rounds);
    }

    /** A line of the first table. */
    static String line(SideBySide.Outcome outcome) {
        Task task = outcome.task();
        boolean alone = outcome.theirs() == null;
        return "| "
                + String.join(
                        " | ",
                        task.title(),
                        outcome.ours().text(),
                        alone ? "–" : (task.rival().title() + " " + outcome.variant()).strip(),
                        alone ? " | " : outcome.theirs().text(),
                        number("%.3f", outcome.ratio()),
                        alone
                                ? number("%.0f s", task.goal().seconds())
                                : number("%.3f", task.goal().ratio()),
                        number("%.0f", outcome.ourMegabytes()),
                        number("%.0f", outcome.theirMegabytes()),
                        number("%.0f", task.goal().megabytes()),
                        outcome.reached() ? "yes" : "**no**",
                        (outcome.equality().holds() ? "" : "**no**: ")
                                + outcome.equality().words())
                + " |";
    }

    /** A number, nothing for NaN. */
    static String number(String format, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }
}
