package org.tessera.workbench.kernel.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The different texts of a column in the order they came, as long as they are few. */
final class StringDictionary {

    /** How many texts a dictionary holds: codes fit into a short. */
    static final int LIMIT = 1 << 14;

    private final List<String> values = new ArrayList<>();
    private Map<String, Integer> codes = new HashMap<>();

    // Gives the code of a text, a new one if there is room; -1 if there is none.
    int code(String value) {
        Integer known = codes.get(value);
        if (known != null) {
            return known;
        }
        if (values.size() == LIMIT) {
            return -1;
        }
        codes.put(value, values.size());
        values.add(value);
        return values.size() - 1;
    }

    String value(int code) {
        return values.get(code);
    }

    /** Ends the collecting; no code can be asked for afterwards. */
    void seal() {
        codes = null;
        if (values.isEmpty()) {
            values.add(""); // what code 0 of missing values stands for
        }
    }
}
