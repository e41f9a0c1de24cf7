package org.tessera.knime.kit;

/** The texts of the option that all nodes have which append a segment. */
public final class KeepFeatures {

    /** Its title. */
    public static final String TITLE = "Keep features";

    /** Its description. */
    public static final String DESCRIPTION = "Passes on the features that a Segmentation Preprocessor appended to the"
            + " table. Scorer, Segment View, Profiler and Assigner make the features they need from the customers' own"
            + " columns: turn it on for other nodes only. Features that were chosen by hand are the customers' own"
            + " columns and always stay. Default: off.";

    private KeepFeatures() {}
}
