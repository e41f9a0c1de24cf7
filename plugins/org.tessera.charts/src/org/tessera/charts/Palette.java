package org.tessera.charts;

import java.util.List;
import org.tessera.engine.data.Labels;

/**
 * A color-blind safe qualitative palette for segments: the colors of Okabe and Ito (2008,
 * https://jfly.uni-koeln.de/color/) without black and with a darker yellow that is visible on white, extended by darker
 * colors of Tol (2021, technical note SRON/EPS/TN/09-002). The 12 colors repeat; more segments are distinguished by
 * their names.
 */
public final class Palette {

    /** Color of noise: gray. */
    static final String NOISE = "#8C8C8C";

    /** Color of all customers: light gray. */
    static final String OVERALL = "#C9CDD2";

    /** Colors of the segments by label, as #RRGGBB. */
    public static final List<String> SEGMENTS = List.of(
            "#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7", "#B8A800", "#332288", "#882255",
            "#44AA99", "#6B4C1E", "#999933");

    private Palette() {}

    /**
     * The color of a segment.
     *
     * @param label 0 and above, or {@link Labels#NOISE}
     * @return the color as #RRGGBB
     */
    public static String hex(int label) {
        return label == Labels.NOISE ? NOISE : SEGMENTS.get(label % SEGMENTS.size());
    }
}
