package org.tessera.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The committed lists of what a check of the workbench reports and may stay, with reasons. */
enum WorkbenchExceptions {
    /** What the workbench may have although KNIME's API does not. */
    NOT_IN_KNIME("workbench-exceptions.txt"),
    /** What the workbench may have although nothing reaches it. */
    UNREACHED("unreached-exceptions.txt");

    private final String resource;

    WorkbenchExceptions(String resource) {
        this.resource = resource;
    }

    /** What is left of the reports, plus a report for every exception of the list that none of them needs. */
    Map<String, String> remaining(Map<String, String> reports) throws IOException {
        try (InputStream in = WorkbenchExceptions.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is missing");
            }
            return remaining(reports, parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    /** What is excepted, to the reason. */
    Map<String, String> parse(String text) {
        Map<String, String> reasons = new TreeMap<>();
        for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
            int mark = line.indexOf(" # ");
            if (mark < 0 || line.substring(mark + 3).isBlank()) {
                throw new IllegalArgumentException(resource + ": no reason in: " + line);
            }
            reasons.put(line.substring(0, mark), line.substring(mark + 3));
        }
        return reasons;
    }

    /** The same with exceptions that are given. */
    Map<String, String> remaining(Map<String, String> reports, Map<String, String> exceptions) {
        Map<String, String> remaining = new TreeMap<>(reports);
        for (String excepted : exceptions.keySet()) {
            if (remaining.remove(excepted) == null) {
                remaining.put(excepted, "this exception is not needed any more: remove it from " + resource);
            }
        }
        return remaining;
    }
}
