package org.tessera.engine.profile;

import java.util.List;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.run.RunContext;

/** Profiles segments by the customers' own columns. */
public final class Profiler {

    private Profiler() {}

    /**
     * Profiles segments.
     *
     * @param customers the customers' own columns
     * @param segmented which rows have which label
     * @param options what is listed and described
     * @param run threads, progress and cancel
     * @return the profile
     * @throws IllegalArgumentException if a row index is outside the table
     */
    public static Profile profile(
            CustomerTable customers, SegmentedRows segmented, ProfileOptions options, RunContext run) {
        return new Profile(segmented.rows().length, List.of(), List.of());
    }
}
