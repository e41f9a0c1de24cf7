package org.tessera.engine.data;

import java.util.Set;

/** Makes the names of new columns unique within a table. */
public final class FreeNames {

    private FreeNames() {}

    /**
     * Reserves a name, or the first unused one of name (#1), name (#2) and so on.
     *
     * @param wanted the preferred name
     * @param taken the names in use; the returned one is added
     * @return a name that was not in use
     */
    public static String take(String wanted, Set<String> taken) {
        String name = wanted;
        for (int i = 1; !taken.add(name); i++) {
            name = wanted + " (#" + i + ")";
        }
        return name;
    }
}
