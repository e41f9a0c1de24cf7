package org.tessera.engine.data;

import java.util.Set;

/** Names for new columns of a table that has columns already. */
public final class FreeNames {

    private FreeNames() {}

    /**
     * Takes a name, or the first free one of name (#1), name (#2) and so on.
     *
     * @param wanted the name that is wanted
     * @param taken names that are taken; the one that is returned is added
     * @return a name that was free
     */
    public static String take(String wanted, Set<String> taken) {
        String name = wanted;
        for (int i = 1; !taken.add(name); i++) {
            name = wanted + " (#" + i + ")";
        }
        return name;
    }
}
