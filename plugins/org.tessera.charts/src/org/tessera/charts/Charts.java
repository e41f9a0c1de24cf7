package org.tessera.charts;

import java.awt.AWTError;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
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
    /** Smallest number of pixels per unit. */
    static final double MIN_SCALE = 0.5;

    private static final double MAX_SCALE = 8;
    private static final int MAX_TITLE_LINES = 2;
    private static final int MAX_CAUTION_LINES = 2;
    /** Height below which titles are small. */
    private static final double SMALL = 230;

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
        if (!(scale >= MIN_SCALE && scale <= MAX_SCALE) || Math.max(width, height) * scale > MAX_SIZE) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A picture of %d x %d at %s pixels per unit: the scale must be 0.5 to 8 and the picture at most %,d"
                            + " pixels wide and high",
                    width,
                    height,
                    scale,
                    MAX_SIZE));
        }
        return image(List.of(spec), new ChartPage(1, width, height), scale, run);
    }

    /**
     * Draws several charts as one PNG: a grid of equal cells, filled row by row, each with a chart as {@link #png} draws it.
     * Cells are as sharp as wanted, or less sharp if the image would have more than {@value #MAX_SIZE} pixels in width or
     * height.
     *
     * @param specs the specifications, at least one
     * @param page the layout
     * @param scale pixels per unit, 0.5 to 8
     * @param run cancel
     * @return the bytes of a PNG file
     * @throws IllegalArgumentException if there is no chart, a size is out of bounds or the page would have less than half a
     *     pixel per unit ({@link ChartPage#fits})
     * @throws ChartException if the machine lacks fonts or a graphics environment
     * @throws org.tessera.engine.run.RunCanceledException if the user has canceled
     */
    public static byte[] page(List<? extends ChartSpec> specs, ChartPage page, double scale, RunContext run) {
        checkSize(page.width(), page.height());
        if (specs.isEmpty() || !page.fits(specs.size()) || !(scale >= MIN_SCALE && scale <= MAX_SCALE)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A page of %,d charts, %d side by side, of %d x %d at %s pixels per unit: needs a chart, and at most"
                            + " %,d pixels in width and height at half a pixel per unit",
                    specs.size(),
                    page.columns(),
                    page.width(),
                    page.height(),
                    scale,
                    MAX_SIZE));
        }
        double sharpest = (double) MAX_SIZE / Math.max(page.fullWidth(specs.size()), page.fullHeight(specs.size()));
        return image(specs, page, Math.min(scale, sharpest), run);
    }

    private static byte[] image(List<? extends ChartSpec> specs, ChartPage page, double scale, RunContext run) {
        List<Drawing> drawings = specs.stream().map(ChartCatalog::drawing).toList();
        return drawn(() -> {
            int width = (int) Math.round(page.fullWidth(specs.size()) * scale);
            int height = (int) Math.round(page.fullHeight(specs.size()) * scale);
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.setColor(Theme.BACKGROUND);
            g.fillRect(0, 0, width, height);
            g.scale(scale, scale);
            AffineTransform origin = g.getTransform();
            Pen pen = new Pen(g, Theme.of(page.width(), page.height()), run);
            for (int c = 0; c < specs.size(); c++) {
                g.setTransform(origin);
                g.transform(page.corner(c));
                draw(pen, specs.get(c), drawings.get(c), page.width(), page.height());
            }
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

    /** Draws a chart at the origin of the pen's surface. */
    static void draw(Pen pen, ChartSpec spec, Drawing drawing, int width, int height) {
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

    /** Draws title, caution and subtitle, and returns the area below. */
    private static Rectangle2D header(Pen pen, ChartSpec spec, Rectangle2D area) {
        Theme theme = pen.theme();
        double limit = area.getHeight() * MAX_SUBTITLE_SHARE;
        Font title = pen.wrap(spec.title(), theme.titleFont(), area.getWidth(), MAX_TITLE_LINES + 1)
                                        .size()
                                > MAX_TITLE_LINES
                        || area.getHeight() < pen.px(SMALL)
                ? theme.boldFont()
                : theme.titleFont();
        double y = lines(pen, spec.title(), title, Theme.TEXT, area, area.getY(), MAX_TITLE_LINES) + pen.px(2);
        if (!spec.caution().isEmpty()) {
            double pad = pen.px(4);
            double line = pen.height(theme.boldFont());
            int count = pen.wrap(spec.caution(), theme.boldFont(), area.getWidth() - 2 * pad, MAX_CAUTION_LINES)
                    .size();
            Rectangle2D band = Pen.box(area.getX(), y, area.getWidth(), count * line + 2 * pad);
            pen.fill(band, Theme.CAUTION);
            Rectangle2D inner = Pen.box(area.getX() + pad, y, area.getWidth() - 2 * pad, band.getHeight());
            lines(pen, spec.caution(), theme.boldFont(), Theme.TEXT, inner, y + pad, MAX_CAUTION_LINES);
            y = band.getMaxY() + pen.px(3);
        }
        double line = pen.height(theme.textFont());
        int lines = (int) Math.max(1, Math.min(MAX_SUBTITLE_LINES, limit / line));
        y = lines(pen, spec.subtitle(), theme.textFont(), Theme.MUTED, area, y, lines) + pen.px(10);
        return Pen.box(area.getX(), y, area.getWidth(), area.getMaxY() - y);
    }

    /** Draws a text in lines, and returns where the next line is. */
    private static double lines(
            Pen pen, String text, Font font, Color color, Rectangle2D area, double top, int maxLines) {
        double y = top;
        double line = pen.height(font) + (font.isBold() ? 0 : pen.px(1));
        for (String part : pen.wrap(text, font, area.getWidth(), maxLines)) {
            pen.text(part, font, color, Pen.box(area.getX(), y, area.getWidth(), line), 0);
            y += line;
        }
        return y;
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
