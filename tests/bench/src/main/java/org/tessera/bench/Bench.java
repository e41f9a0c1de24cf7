package org.tessera.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures Tessera beside scikit-learn, scipy and Weka and, when everything was asked for, writes
 * {@code docs/performance.md}. System properties: {@code tessera.root}, the repository; {@code tasks}, beginnings of names
 * of tasks, which are then printed only; {@code rounds}; {@code python}, an interpreter with scikit-learn; {@code cores};
 * {@code scale}, by which the rows are divided to try whether everything works, without a page.
 */
final class Bench {

    private static final String PAGE = "docs/performance.md";

    private final String chosen;
    private final int scale;
    private final SideBySide sides;
    private final Growth growth;
    private final Child child;
    private final Workflows workflows;

    private Bench(String chosen, int scale, SideBySide sides, Growth growth, Child child, Workflows workflows) {
        this.chosen = chosen;
        this.scale = scale;
        this.sides = sides;
        this.growth = growth;
        this.child = child;
        this.workflows = workflows;
    }

    public static void main(String[] args) throws IOException {
        Path root = Path.of(System.getProperty("tessera.root", "."))
                .toAbsolutePath()
                .normalize();
        String chosen = System.getProperty("tasks", "");
        int scale = Integer.getInteger("scale", 1);
        int rounds = Integer.getInteger("rounds", 3);
        int cores =
                Math.min(Integer.getInteger("cores", 2), Runtime.getRuntime().availableProcessors());
        DataFolder data = new DataFolder(root.resolve("tests/bench/target/data" + (scale == 1 ? "" : "-" + scale)));
        Child child = new Child(root, data.folder(), System.getProperty("python", "python3"), cores);
        Machine machine = Machine.of(root, child, cores);
        Workflows workflows = new Workflows(root, data.folder(), scale);
        if (chosen.isBlank()) {
            workflows.require();
        }
        new Bench(
                        chosen,
                        scale,
                        new SideBySide(child, data, rounds, cores),
                        new Growth(child, data, cores),
                        child,
                        workflows)
                .run(machine, rounds, root.resolve(PAGE));
    }

    private void run(Machine machine, int rounds, Path page) throws IOException {
        List<String> comparison = new ArrayList<>();
        for (Task task : Tasks.all()) {
            if (isChosen(task.id())) {
                show(comparison, Page.line(sides.run(task.smaller(scale))));
            }
        }
        List<String> curves = new ArrayList<>();
        for (Growth.Subject subject : Growth.subjects()) {
            if (isChosen(subject.id())) {
                show(curves, Growth.line(growth.run(subject)));
            }
        }
        List<String> micro = new ArrayList<>();
        if (isChosen("micro")) {
            Micro.run().forEach(line -> show(micro, line));
        }
        List<String> example = new ArrayList<>();
        if (isChosen("workflow")) {
            show(example, workflows.text(workflows.example(), workflows.readerSpeed()));
        }
        if (isChosen("around")) {
            show(example, AroundKernel.text(child, scale));
        }
        if (chosen.isBlank() && scale == 1) {
            Files.writeString(page, Page.of(machine, rounds, comparison, curves, micro, example));
        } else if (Stream.of(comparison, curves, micro, example).allMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    "Nothing begins with '" + chosen + "': there are micro, workflow, around, "
                            + Stream.concat(
                                            Tasks.all().stream().map(Task::id),
                                            Growth.subjects().stream().map(Growth.Subject::id))
                                    .toList());
        }
    }

    private boolean isChosen(String id) {
        return chosen.isBlank() || Stream.of(chosen.split(",")).anyMatch(beginning -> id.startsWith(beginning.strip()));
    }

    private static void show(List<String> lines, String line) {
        lines.add(line);
        System.out.println(line);
    }
}
