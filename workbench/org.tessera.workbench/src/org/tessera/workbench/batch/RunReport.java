package org.tessera.workbench.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tessera.workbench.run.RunListener;
import org.tessera.workbench.workflow.WorkflowNode;

/** Shows on the console what happens to the nodes of a workflow and counts how they ended. */
final class RunReport implements RunListener {
    private static final int LABEL = 36;
    private static final String INDENT = "      ";

    private final Console console;
    private final List<String> failures = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private int warnings;
    private int executed;

    RunReport(Console console) {
        this.console = console;
    }

    @Override
    public void started(WorkflowNode node) {
        console.started(node.id(), node.label());
    }

    @Override
    public void progress(WorkflowNode node, double fraction, String message) {
        console.progress(node.id(), fraction, message);
    }

    @Override
    public synchronized void executed(WorkflowNode node, Duration duration, String summary, String warning) {
        executed++;
        String line = line("done", node)
                + String.format(Locale.ROOT, " %7.2f s", duration.toNanos() / 1e9)
                + (summary == null || summary.isEmpty()
                        ? ""
                        : "  " + summary.lines().findFirst().orElse(""));
        if (warning != null) {
            warnings++;
            line += System.lineSeparator() + INDENT + indented("Warning, " + node.label() + ": " + warning);
        }
        console.finished(node.id(), line);
    }

    @Override
    public synchronized void failed(WorkflowNode node, String message) {
        failures.add(node.label() + ": " + message);
        console.finished(node.id(), line("FAILED", node));
    }

    @Override
    public synchronized void canceled(WorkflowNode node) {
        console.finished(node.id(), line("canceled", node));
    }

    @Override
    public synchronized void skipped(WorkflowNode node) {
        skipped.add(node.label());
    }

    private static String line(String what, WorkflowNode node) {
        return String.format(Locale.ROOT, "%-9s %-" + LABEL + "s", what, node.label());
    }

    /** With the lines behind the first, a message's details and resolutions, set in. */
    private static String indented(String text) {
        return text.lines().collect(Collectors.joining(System.lineSeparator() + INDENT));
    }

    /** Shows what failed and what was not executed therefore. */
    synchronized void conclude(Duration duration, boolean canceled) {
        failures.forEach(failure -> console.error(indented("ERROR " + failure)));
        if (!skipped.isEmpty()) {
            console.error("Not executed: " + String.join(", ", skipped));
        }
        String time = String.format(Locale.ROOT, "%.1f s", duration.toNanos() / 1e9);
        if (canceled) {
            console.error("Canceled after " + time);
        } else if (failures.isEmpty()) {
            console.info("Executed " + executed + " nodes in " + time
                    + (warnings == 0 ? "" : ", " + warnings + " with warnings"));
        } else {
            console.error("Failed: " + failures.size() + " of " + (executed + failures.size() + skipped.size())
                    + " nodes, after " + time);
        }
    }
}
