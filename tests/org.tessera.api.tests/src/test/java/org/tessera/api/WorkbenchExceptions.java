package org.tessera.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The committed list of what the workbench may have although KNIME's API does not, with reasons. */
final class WorkbenchExceptions {
    private static final String RESOURCE = "workbench-exceptions.txt";

    private WorkbenchExceptions() {}

    /** What is excepted, to the reason. */
    static Map<String, String> read() throws IOException {
        try (InputStream in = WorkbenchExceptions.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException(RESOURCE + " is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static Map<String, String> parse(String text) {
        Map<String, String> reasons = new TreeMap<>();
        for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
            int mark = line.indexOf(" # ");
            if (mark < 0 || line.substring(mark + 3).isBlank()) {
                throw new IllegalArgumentException(RESOURCE + ": no reason in: " + line);
            }
            reasons.put(line.substring(0, mark), line.substring(mark + 3));
        }
        return reasons;
    }

    /** What is left of the reports, plus a report for every exception that none of them needs. */
    static Map<String, String> remaining(Map<String, String> reports, Map<String, String> exceptions) {
        Map<String, String> remaining = new TreeMap<>(reports);
        for (String excepted : exceptions.keySet()) {
            if (remaining.remove(excepted) == null) {
                remaining.put(excepted, "this exception is not needed any more: remove it from " + RESOURCE);
            }
        }
        return remaining;
    }
}
