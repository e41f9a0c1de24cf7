package org.tessera.charts;

import java.util.List;
import org.tessera.engine.data.Labels;

/**
 * The colors of segments, in one place for pictures, KNIME's views and the interactive view. The twelve colors and the gray
 * of noise can be told apart by people with normal color vision, protanopia, deuteranopia and tritanopia: the CIEDE2000
 * difference of any two of them is at least 12, and of the first five at least 18, also as these people see them by the model
 * of Machado, Oliveira and Fernandes (2009, <a
 * href="https://doi.org/10.1109/TVCG.2009.113">doi:10.1109/TVCG.2009.113</a>). Found by maximizing the smallest difference
 * with a contrast to white of at least 2. The colors repeat after 12 segments; pictures tell more segments apart by marks,
 * dashes and names as well.
 */
public final class Palette {

    /** Color of noise: gray. */
    static final String NOISE = "#8C8C8C";

    /** Color of all customers: light gray. */
    static final String OVERALL = "#C9CDD2";

    /** Colors of the segments by label, as #RRGGBB. */
    public static final List<String> SEGMENTS = List.of(
            "#0072B2", "#E69F00", "#8D0D4F", "#D5A3F9", "#3D5400", "#10D085", "#908100", "#865477", "#029BB3",
            "#C1033F", "#D74E6C", "#35408E");

    private static final float[][] DASHES = {{}, {7, 3}, {2, 2}, {10, 3, 2, 3}, {14, 3}};

    /** Lengths of the dashes and gaps of a segment's line, in turn; none for a solid line. */
    static float[] dashes(int label) {
        return label == Labels.NOISE ? new float[] {1, 3} : DASHES[label % DASHES.length];
    }

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
