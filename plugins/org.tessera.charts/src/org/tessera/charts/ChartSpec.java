package org.tessera.charts;

/**
 * What a chart shows, as plain data: numbers and names, nothing of drawing. Each chart has its own record of this type,
 * nested in the chart's file; {@link Charts} draws them all. Arrays inside are shared and must not be changed.
 */
public interface ChartSpec {

    /** @return the chart's title, without a line break */
    String title();

    /** @return what the reader has to know about the data, may be empty */
    String subtitle();
}
