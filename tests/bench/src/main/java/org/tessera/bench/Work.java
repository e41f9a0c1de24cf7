package org.tessera.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One task with its data loaded: what is timed, and what is told of its result afterwards.
 *
 * @param <R> the result
 * @param run the task itself
 * @param figures figures of a result; arrays are written beside the path
 */
record Work<R>(Supplier<R> run, Figures<R> figures) {

    /** Tells of a result. */
    @FunctionalInterface
    interface Figures<R> {

        /** Figures by name; arrays go to files whose names begin with the path. */
        Map<String, Double> of(R result, Path out) throws IOException;
    }

    /** Runs the task as often as asked. */
    Answer measure(Request request) throws IOException {
        double[] seconds = new double[request.repeats()];
        R result = null;
        HeapPeak heap = HeapPeak.start();
        double peak = 0;
        for (int i = 0; i < seconds.length; i++) {
            long start = System.nanoTime();
            result = run.get();
            seconds[i] = (System.nanoTime() - start) / 1e9;
            peak = i == 0 ? heap.bytes() : peak;
        }
        return new Answer(seconds, figures.of(result, Path.of(request.out())), peak);
    }

    /** The file of an array. */
    static Path file(Path out, String name) {
        return Path.of(out + "." + name);
    }
}
