package org.tessera.charts;

import java.util.List;
import org.tessera.engine.data.Labels;

/**
 * Colors of the segments that people with any color vision can tell apart: those of Okabe and Ito (2008,
 * https://jfly.uni-koeln.de/color/) without black and with a darker yellow that shows on white, extended by darker
 * colors of Tol (2021, technical note SRON/EPS/TN/09-002). After 12 they repeat; charts then still tell segments apart
 * by their names.
 */
public final class Palette {

    /** Color of noise: gray. */
    public static final String NOISE = "#8C8C8C";

    /** Color of what is not a segment, such as all customers: light gray. */
    public static final String OVERALL = "#C9CDD2";

    private static final List<String> SEGMENTS = List.of(
            "#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7", "#B8A800", "#332288", "#882255",
            "#44AA99", "#6B4C1E", "#999933");

    private Palette() {}

    /**
     * The color of a segment.
     *
     * @param label 0 to k - 1, or {@link Labels#NOISE}
     * @return "#RRGGBB"
     */
    public static String hex(int label) {
        return label == Labels.NOISE ? NOISE : SEGMENTS.get(label % SEGMENTS.size());
    }

    /** @return the number of different segment colors */
    public static int size() {
        return SEGMENTS.size();
    }
}
