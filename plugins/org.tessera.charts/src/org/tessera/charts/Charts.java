package org.tessera.charts;

import java.awt.AWTError;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;
import org.tessera.engine.run.RunContext;

/**
 * Renders charts as PNG or SVG without a display. Equal specifications and sizes yield equal bytes on the same machine.
 * Thread safe.
 */
public final class Charts {

    /** Smallest width and height of a chart, in units of the layout. */
    public static final int MIN_SIZE = 200;

    /** Largest width and height of a chart, in units of the layout and in pixels. */
    public static final int MAX_SIZE = 10_000;

    private static final double MARGIN = 16;
    private static final int MAX_SUBTITLE_LINES = 3;
    private static final double MAX_SUBTITLE_SHARE = 0.2;

    private Charts() {}

    /**
     * Draws a chart as PNG. Checks for cancellation before every shape and while the image is encoded.
     *
     * @param spec the specification, of a type in {@link ChartCatalog}
     * @param width width in units of the layout, {@value #MIN_SIZE} to {@value #MAX_SIZE}
     * @param height height in the same units
     * @param scale pixels per unit, 0.5 to 8, e.g. 2 for print; the image is at most {@value #MAX_SIZE} pixels wide and
     *     high
     * @param run cancel
     * @return the bytes of a PNG file
     * @throws IllegalArgumentException if a size is out of bounds or no chart type has such specifications
     * @throws ChartException if the machine lacks fonts or a graphics environment
     * @throws org.tessera.engine.run.RunCanceledException if the user has canceled
     */
    public static byte[] png(ChartSpec spec, int width, int height, double scale, RunContext run) {
        checkSize(width, height);
        if (!(scale >= 0.5 && scale <= 8) || Math.max(width, height) * scale > MAX_SIZE) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A picture of %d x %d at %s pixels per unit: the scale must be 0.5 to 8 and the picture at most %,d"
                            + " pixels wide and high",
                    width,
                    height,
                    scale,
                    MAX_SIZE));
        }
        Drawing drawing = ChartCatalog.drawing(spec);
        return drawn(() -> {
            BufferedImage image = new BufferedImage(
                    (int) Math.round(width * scale), (int) Math.round(height * scale), BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.scale(scale, scale);
            draw(new Pen(g, Theme.of(width, height), run), spec, drawing, width, height);
            g.dispose();
            return encode(image, run);
        });
    }

    /**
     * Draws a chart as SVG. Checks for cancellation before every shape.
     *
     * @param spec the specification, of a type in {@link ChartCatalog}
     * @param width width in units of the layout, {@value #MIN_SIZE} to {@value #MAX_SIZE}
     * @param height height in the same units
     * @param run cancel
     * @return an svg element, in which text is text; its identifiers are prefixed with the chart's, so that several
     *     charts can be embedded in one page
     * @throws IllegalArgumentException if a size is out of bounds or no chart type has such specifications
     * @throws ChartException if the machine lacks fonts or a graphics environment
     * @throws org.tessera.engine.run.RunCanceledException if the user has canceled
     */
    public static String svg(ChartSpec spec, int width, int height, RunContext run) {
        checkSize(width, height);
        Drawing drawing = ChartCatalog.drawing(spec);
        String id = ChartCatalog.of(spec).id();
        return drawn(() -> {
            SVGGraphics2D g = new SVGGraphics2D(width, height);
            g.setDefsKeyPrefix(id + "-");
            g.setFontFunction(family -> Fonts.css(family, g));
            g.setGeomDoubleConverter(Charts::shortNumber);
            g.setTransformDoubleConverter(Charts::shortNumber);
            draw(new Pen(g, Theme.of(width, height), run), spec, drawing, width, height);
            return g.getSVGElement(null, true, new ViewBox(0, 0, width, height), null, null);
        });
    }

    /** A coordinate with two decimals at most. */
    private static String shortNumber(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    private static void checkSize(int width, int height) {
        if (Math.min(width, height) < MIN_SIZE || Math.max(width, height) > MAX_SIZE) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A chart of %d x %d: width and height must be %d to %,d",
                    width,
                    height,
                    MIN_SIZE,
                    MAX_SIZE));
        }
    }

    private static void draw(Pen pen, ChartSpec spec, Drawing drawing, int width, int height) {
        Graphics2D g = pen.graphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.fill(Pen.box(0, 0, width, height), Theme.BACKGROUND);
        double margin = pen.px(MARGIN);
        Rectangle2D area = Pen.box(margin, margin, width - 2 * margin, height - 2 * margin);
        drawing.draw(pen, header(pen, spec, area));
    }

    /** Draws title and subtitle, and returns the area below. */
    private static Rectangle2D header(Pen pen, ChartSpec spec, Rectangle2D area) {
        double y = area.getY();
        double title = pen.height(pen.theme().titleFont());
        for (String text : pen.wrap(spec.title(), pen.theme().titleFont(), area.getWidth(), 2)) {
            pen.text(text, pen.theme().titleFont(), Theme.TEXT, Pen.box(area.getX(), y, area.getWidth(), title), 0);
            y += title;
        }
        y += pen.px(2);
        double line = pen.height(pen.theme().textFont()) + pen.px(1);
        int lines = (int) Math.max(1, Math.min(MAX_SUBTITLE_LINES, area.getHeight() * MAX_SUBTITLE_SHARE / line));
        for (String text : pen.wrap(spec.subtitle(), pen.theme().textFont(), area.getWidth(), lines)) {
            pen.text(text, pen.theme().textFont(), Theme.MUTED, Pen.box(area.getX(), y, area.getWidth(), line), 0);
            y += line;
        }
        y += pen.px(10);
        return Pen.box(area.getX(), y, area.getWidth(), area.getMaxY() - y);
    }

    private static byte[] encode(BufferedImage image, RunContext run) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        writer.addIIOWriteProgressListener(new EncodingCancel(run));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(image);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing a picture to memory failed", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Draws; errors of a machine without fonts or display become a {@link ChartException} with a remedy. */
    static <T> T drawn(Supplier<T> drawing) {
        try {
            return drawing.get();
        } catch (AWTError e) {
            throw new ChartException(
                    "Charts need no display, but Java cannot reach the one it was told to use (" + e.getMessage() + ")",
                    "unset DISPLAY or start Java with -Djava.awt.headless=true",
                    e);
        } catch (RuntimeException | LinkageError | InternalError e) {
            if (Fonts.areMissing(e)) {
                throw noFonts(e);
            }
            throw e;
        }
    }

    private static ChartException noFonts(Throwable e) {
        return new ChartException(
                "Charts need a font, but Java found none on this machine (" + e + ")",
                "install fontconfig and a font, on Debian and Ubuntu with 'apt-get install fontconfig"
                        + " fonts-dejavu-core libfreetype6', on Red Hat with 'dnf install fontconfig dejavu-sans-fonts'",
                e);
    }
}
