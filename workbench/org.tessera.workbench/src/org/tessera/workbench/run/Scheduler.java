package org.tessera.workbench.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/**
 * Runs tasks that depend on each other, those that are independent at the same time.
 *
 * <p>A task is started when all it depends on have succeeded; of the tasks that can start, the one with the lowest
 * number starts first. When a task fails, those that depend on it are skipped and the others still run. An instance runs
 * once.
 */
public final class Scheduler {

    /** What the scheduler runs. */
    public interface Task {
        /**
         * Runs one task; called in a thread of the scheduler.
         *
         * @param id its number
         * @return whether it succeeded
         */
        boolean run(int id);
    }

    private final Map<Integer, Set<Integer>> waitsFor = new TreeMap<>();
    private final Map<Integer, Set<Integer>> dependents = new HashMap<>();
    private final TreeSet<Integer> ready = new TreeSet<>();
    private final int threads;
    private int running;
    private boolean canceled;
    private boolean failed;

    /**
     * Creates a scheduler.
     *
     * @param dependencies for every task the tasks it depends on; without circles
     * @param threads how many tasks run at the same time at most, at least 1
     */
    public Scheduler(Map<Integer, Set<Integer>> dependencies, int threads) {
        dependencies.forEach((id, sources) -> {
            waitsFor.put(id, new HashSet<>(sources));
            sources.forEach(source ->
                    dependents.computeIfAbsent(source, s -> new TreeSet<>()).add(id));
            if (sources.isEmpty()) {
                ready.add(id);
            }
        });
        ready.forEach(waitsFor::remove);
        this.threads = threads;
    }

    /**
     * Runs everything; returns when no task runs any more.
     *
     * @param task runs one task
     * @param skipped told the numbers of the tasks that were never started, in ascending order, after all others ended
     * @return whether every task succeeded
     */
    public boolean run(Task task, IntConsumer skipped) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, Scheduler::daemon);
        try {
            synchronized (this) {
                startReady(pool, task);
                while (running > 0) {
                    wait();
                }
            }
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
        } finally {
            pool.shutdown();
        }
        Set<Integer> rest;
        boolean success;
        synchronized (this) {
            rest = new TreeSet<>(waitsFor.keySet());
            rest.addAll(ready);
            success = !failed && rest.isEmpty();
        }
        rest.forEach(skipped::accept);
        return success;
    }

    /** Starts no further task; those that run are not stopped by this. */
    public synchronized void cancel() {
        canceled = true;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "workbench-node");
        thread.setDaemon(true);
        return thread;
    }

    private void startReady(ExecutorService pool, Task task) {
        while (!canceled && running < threads && !ready.isEmpty()) {
            int id = ready.pollFirst();
            running++;
            pool.execute(() -> {
                boolean success = false;
                try {
                    success = task.run(id);
                } finally {
                    ended(id, success, pool, task);
                }
            });
        }
    }

    private synchronized void ended(int id, boolean success, ExecutorService pool, Task task) {
        running--;
        failed |= !success;
        if (success) {
            for (int dependent : dependents.getOrDefault(id, Set.of())) {
                Set<Integer> sources = waitsFor.get(dependent);
                sources.remove(id);
                if (sources.isEmpty()) {
                    waitsFor.remove(dependent);
                    ready.add(dependent);
                }
            }
        }
        startReady(pool, task);
        notifyAll();
    }
}
