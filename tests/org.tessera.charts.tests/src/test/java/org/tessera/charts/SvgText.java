package org.tessera.charts;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A text of an SVG and its bounding box, also of texts that run upward; those with other transforms are omitted.
 *
 * @param text the text
 * @param box its bounding box
 */
record SvgText(String text, Rectangle2D box) {

    private static final Pattern SIZE = Pattern.compile("font-size: ([0-9.]+)px");

    private static final Pattern UPWARD = Pattern.compile("matrix\\(-?0,-1,1,-?0,([-0-9.]+),([-0-9.]+)\\)");

    static Document parse(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("Not well-formed: " + e.getMessage(), e);
        }
    }

    static List<SvgText> of(String svg) {
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        List<SvgText> texts = new ArrayList<>();
        NodeList nodes = parse(svg).getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            Element element = (Element) nodes.item(i);
            Element parent = (Element) element.getParentNode();
            Matcher upward = UPWARD.matcher(parent.getAttribute("transform"));
            boolean vertical = upward.matches();
            if (element.hasAttribute("transform") || parent.hasAttribute("transform") && !vertical) {
                continue;
            }
            String style = element.getAttribute("style");
            Matcher size = SIZE.matcher(style);
            if (!size.find()) {
                throw new AssertionError("No font size: " + style);
            }
            Font font = new Font(Font.SANS_SERIF, style.contains("bold") ? Font.BOLD : Font.PLAIN, 1)
                    .deriveFont(Float.parseFloat(size.group(1)));
            FontMetrics metrics = g.getFontMetrics(font);
            double x = Double.parseDouble(element.getAttribute("x"));
            double y = Double.parseDouble(element.getAttribute("y"));
            String text = element.getTextContent();
            // Glyphs extend from the descent below the baseline to about 0.75 of the font size above it.
            double height = 0.75 * font.getSize2D();
            double width = metrics.stringWidth(text);
            double full = height + 0.6 * metrics.getDescent();
            texts.add(new SvgText(
                    text,
                    vertical
                            ? new Rectangle2D.Double(
                                    Double.parseDouble(upward.group(1)) + y - height,
                                    Double.parseDouble(upward.group(2)) - x - width,
                                    full,
                                    width)
                            : new Rectangle2D.Double(x, y - height, width, full)));
        }
        return texts;
    }
}
