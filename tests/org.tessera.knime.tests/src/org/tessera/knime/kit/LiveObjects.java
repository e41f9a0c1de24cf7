package org.tessera.knime.kit;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.ObjectName;

/** Counts what cannot be collected: objects of the classes that hold the customers of a run. */
final class LiveObjects {

    private static final Set<String> CLASSES = Set.of(
            "org.tessera.engine.data.Matrix",
            "org.tessera.engine.data.CustomerTable",
            "org.tessera.engine.data.NumericColumn",
            "org.tessera.engine.data.CategoryColumn",
            "org.tessera.weka.WatchedRows$Row",
            "weka.core.Instances");

    private static final int ROUNDS = 50;
    private static final long WAIT_MILLIS = 20;

    private LiveObjects() {}

    /**
     * Counts until two counts agree: threads that are about to end, and references that the collector clears one round
     * later, hold objects for a moment.
     */
    static Map<String, Long> settled() throws JMException, InterruptedException {
        Map<String, Long> before = count();
        for (int round = 0; round < ROUNDS; round++) {
            Thread.sleep(WAIT_MILLIS);
            Map<String, Long> now = count();
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        return before;
    }

    /** Waits until there are no more objects than before. @return the classes of which there still are more */
    static Map<String, Long> moreThan(Map<String, Long> before) throws JMException, InterruptedException {
        Map<String, Long> more = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            more = count();
            more.entrySet().removeIf(entry -> entry.getValue() <= before.getOrDefault(entry.getKey(), 0L));
            if (more.isEmpty()) {
                return more;
            }
            Thread.sleep(WAIT_MILLIS);
        }
        return more;
    }

    /** Collects garbage and counts what is left, by class. */
    private static Map<String, Long> count() throws JMException {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {null},
                        new String[] {String[].class.getName()});
        Map<String, Long> counts = new TreeMap<>();
        for (String line : histogram.split("\n")) {
            String[] fields = line.strip().split("\\s+"); // number, instances, bytes, class
            if (fields.length > 3 && CLASSES.contains(fields[3])) {
                counts.put(fields[3], Long.parseLong(fields[1]));
            }
        }
        return counts;
    }
}
