package org.tessera.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures Tessera beside scikit-learn, scipy and Weka and, when everything was asked for, writes
 * {@code docs/performance.md}. System properties: {@code tessera.root}, the repository; {@code tasks}, beginnings of names
 * of tasks, which are then printed only; {@code rounds}; {@code python}, an interpreter with scikit-learn; {@code cores}.
 */
final class Bench {

    private static final String PAGE = "docs/performance.md";

    private Bench() {}

    public static void main(String[] args) throws IOException {
        Path root = Path.of(System.getProperty("tessera.root", "."))
                .toAbsolutePath()
                .normalize();
        String chosen = System.getProperty("tasks", "");
        int rounds = Integer.getInteger("rounds", 3);
        int cores =
                Math.min(Integer.getInteger("cores", 2), Runtime.getRuntime().availableProcessors());
        DataFolder data = new DataFolder(root.resolve("tests/bench/target/data"));
        Child child = new Child(root, data.folder(), System.getProperty("python", "python3"), cores);
        Machine machine = Machine.of(root, child, cores);
        SideBySide sides = new SideBySide(child, data, rounds, cores);
        List<SideBySide.Outcome> outcomes = new ArrayList<>();
        for (Task task : Tasks.all()) {
            if (task.isAmong(chosen)) {
                SideBySide.Outcome outcome = sides.run(task);
                outcomes.add(outcome);
                System.out.println(Page.line(outcome));
            }
        }
        if (chosen.isBlank()) {
            Files.writeString(root.resolve(PAGE), Page.of(machine, rounds, outcomes));
        } else if (outcomes.isEmpty()) {
            throw new IllegalArgumentException("No task begins with '" + chosen + "', there are "
                    + Tasks.all().stream().map(Task::id).toList());
        }
    }
}
