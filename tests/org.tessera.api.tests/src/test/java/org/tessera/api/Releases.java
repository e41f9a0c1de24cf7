package org.tessera.api;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of the releases that were looked at lack a thing that KNIME {@link #BASE} has.
 *
 * @param lacking version numbers, none for a thing that all have
 */
record Releases(Set<String> lacking) {
    /** The release whose API the extract lists. */
    static final String BASE = "5.9.0";

    /** The oldest release that the bundles' version range allows. */
    static final String OLDEST = "5.8.0";

    /** The newest release that was looked at. */
    static final String NEWEST = "5.11.0";

    /** Releases beside the base, oldest first. */
    static final List<String> OTHERS = List.of(OLDEST, NEWEST);

    /** In all releases. */
    static final Releases ALL = new Releases(Set.of());

    boolean contain(String release) {
        return !lacking.contains(release);
    }

    Releases without(String release) {
        Set<String> more = new TreeSet<>(lacking);
        more.add(release);
        return new Releases(more);
    }

    /** As in the extract: {@code -} for all, otherwise the releases that lack it. */
    String text() {
        return lacking.isEmpty() ? "-" : String.join(",", lacking);
    }

    static Releases parse(String text) {
        return text.equals("-") ? ALL : new Releases(new TreeSet<>(Arrays.asList(text.split(","))));
    }
}
