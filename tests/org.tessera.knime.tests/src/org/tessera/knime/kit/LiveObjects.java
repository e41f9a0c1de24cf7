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

    private LiveObjects() {}

    /** Collects garbage and counts what is left, by class. */
    static Map<String, Long> count() throws JMException {
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
