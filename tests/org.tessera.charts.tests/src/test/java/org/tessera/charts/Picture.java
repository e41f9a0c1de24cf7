package org.tessera.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A drawn chart, taken apart: its texts with what is behind them, and its shapes. */
final class Picture {

    /**
     * A text.
     *
     * @param text its characters
     * @param box where it is
     * @param contrast the lowest contrast to at least nine tenths of what is behind it
     */
    record Text(String text, Rectangle2D box, double contrast) {}

    /**
     * A filled shape or a drawn line.
     *
     * @param shape its outline
     * @param color its color without transparency
     * @param filled whether it is filled
     */
    record Drawn(Shape shape, Color color, boolean filled) {}

    private final List<Text> texts = new ArrayList<>();
    private final List<Drawn> shapes = new ArrayList<>();

    private Picture() {}

    static Picture of(ChartSpec spec, int width, int height) {
        Picture picture = new Picture();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Pen pen = picture.new Observed(image, Theme.of(width, height));
        Charts.draw(pen, spec, ChartCatalog.drawing(spec), width, height);
        return picture;
    }

    List<Text> texts() {
        return texts;
    }

    List<String> words() {
        return texts.stream().map(Text::text).toList();
    }

    /** The shapes that are filled with the color of a segment. */
    long filled(int label) {
        return count(Theme.segment(label), true);
    }

    /** The lines in the color of a segment. */
    long lines(int label) {
        return count(Theme.segment(label), false);
    }

    private long count(Color color, boolean filled) {
        return shapes.stream()
                .filter(s -> s.filled() == filled && s.color().equals(color))
                .count();
    }

    /** Draws shapes into an image, where the color behind a text can be seen, and notes texts instead of drawing them. */
    private final class Observed extends Pen {

        /** Share of what is behind a text that may be lines that cross it. */
        private static final double CROSSED = 0.1;

        private final BufferedImage image;

        Observed(BufferedImage image, Theme theme) {
            super(image.createGraphics(), theme, Samples.RUN);
            this.image = image;
        }

        @Override
        void fill(Shape shape, Color color) {
            super.fill(shape, color);
            shapes.add(new Drawn(shape, new Color(color.getRGB()), true));
        }

        @Override
        void outline(Shape shape, Color color, Stroke stroke) {
            super.outline(shape, color, stroke);
            shapes.add(new Drawn(shape, new Color(color.getRGB()), false));
        }

        @Override
        void text(String text, Font font, Color color, Rectangle2D box, double alignment) {
            String shown = fit(text, font, box.getWidth());
            double width = width(shown, font);
            double height = 0.75 * font.getSize2D();
            double x = box.getX() + (box.getWidth() - width) * alignment;
            Rectangle2D inked = new Rectangle2D.Double(x, box.getCenterY() - height / 2, width, height);
            Rectangle2D placed =
                    graphics().getTransform().createTransformedShape(inked).getBounds2D();
            if (!shown.isBlank()) {
                texts.add(new Text(shown, placed, contrast(placed.getBounds(), color)));
            }
        }

        private double contrast(Rectangle box, Color color) {
            List<Double> contrasts = new ArrayList<>();
            Rectangle inside = box.intersection(new Rectangle(0, 0, image.getWidth(), image.getHeight()));
            for (int x = inside.x; x < inside.x + inside.width; x++) {
                for (int y = inside.y; y < inside.y + inside.height; y++) {
                    contrasts.add(Theme.contrast(color, new Color(image.getRGB(x, y))));
                }
            }
            return contrasts.stream()
                    .sorted()
                    .skip((long) (CROSSED * contrasts.size()))
                    .findFirst()
                    .orElse(21.0);
        }
    }
}
