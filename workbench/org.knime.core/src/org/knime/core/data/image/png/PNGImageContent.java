package org.knime.core.data.image.png;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.image.ImageContent;

/** The bytes of an image in PNG format. Two are equal if their bytes are. */
public class PNGImageContent implements ImageContent {

    /** The type of cells of such images. */
    public static final DataType TYPE = DataType.getType(PNGImageCell.class);

    private final byte[] bytes;
    private final Dimension size;

    /**
     * Creates an image.
     *
     * @param imageBytes the bytes, not copied
     * @throws IllegalArgumentException if they are no image
     */
    public PNGImageContent(byte[] imageBytes) {
        bytes = Objects.requireNonNull(imageBytes, "Argument must not be null.");
        BufferedImage image = decode(imageBytes);
        size = new Dimension(image.getWidth(), image.getHeight());
    }

    /**
     * Creates an image.
     *
     * @param is the bytes; stays open
     * @throws IOException if they cannot be read
     * @throws IllegalArgumentException if they are no image
     */
    public PNGImageContent(InputStream is) throws IOException {
        this(is.readAllBytes());
    }

    private static BufferedImage decode(byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null) {
                throw new IllegalArgumentException("The " + bytes.length + " bytes are no image.");
            }
            return image;
        } catch (IOException e) {
            throw new IllegalArgumentException("The " + bytes.length + " bytes are no image: " + e.getMessage(), e);
        }
    }

    /**
     * Gives the bytes.
     *
     * @return a copy
     */
    public byte[] getByteArray() {
        return bytes.clone();
    }

    /**
     * Gives the bytes.
     *
     * @return the bytes themselves, not to be changed
     */
    public byte[] getByteArrayReference() {
        return bytes;
    }

    @Override
    public DataCell toImageCell() {
        return new PNGImageCell(this);
    }

    @Override
    public void save(OutputStream output) throws IOException {
        output.write(bytes);
    }

    @Override
    public String getSummary() {
        String weight = bytes.length < 1000 ? bytes.length + " B" : bytes.length / 1024 + " KB";
        return "PNG Image " + size.width + " x " + size.height + " with " + weight;
    }

    @Override
    public boolean equals(Object o) {
        return o == this || o instanceof PNGImageContent other && Arrays.equals(bytes, other.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
