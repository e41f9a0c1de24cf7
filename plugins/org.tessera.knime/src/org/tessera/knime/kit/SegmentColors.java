package org.tessera.knime.kit;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.property.ColorAttr;
import org.knime.core.data.property.ColorHandler;
import org.knime.core.data.property.ColorModelNominal;
import org.tessera.charts.Palette;
import org.tessera.engine.data.Labels;

/** The colors of segments in KNIME's own views: those of the charts, noise gray. */
final class SegmentColors {

    private SegmentColors() {}

    /** The colors of segments by their names, in the order of their labels; noise wherever it stands. */
    static ColorHandler of(List<String> names) {
        Map<DataCell, ColorAttr> colors = new LinkedHashMap<>();
        int label = 0;
        for (String name : names) {
            boolean noise = name.equals(Labels.NOISE_NAME);
            colors.put(new StringCell(name), color(Palette.hex(noise ? Labels.NOISE : label)));
            label += noise ? 0 : 1;
        }
        ColorAttr[] palette =
                Palette.SEGMENTS.stream().map(SegmentColors::color).toArray(ColorAttr[]::new);
        return new ColorHandler(new ColorModelNominal(colors, palette));
    }

    private static ColorAttr color(String hex) {
        return ColorAttr.getInstance(new Color(Integer.parseInt(hex.substring(1), 16)));
    }
}
