package org.knime.core.node.port.image;

import java.io.IOException;
import java.util.zip.ZipEntry;
import javax.swing.JComponent;
import org.knime.core.data.DataCell;
import org.knime.core.data.image.ImageContent;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.AbstractPortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** An image on a port. The embedded workbench reads PNG images back, no other content. */
public class ImagePortObject extends AbstractPortObject {
    /** The type of image ports. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(ImagePortObject.class);

    private ImageContent content;
    private ImagePortObjectSpec spec;

    /** For the serializer. */
    public ImagePortObject() {}

    /**
     * Creates an object.
     *
     * @param content the image, not null
     * @param spec its spec, not null
     * @throws NullPointerException when one is null
     */
    public ImagePortObject(final ImageContent content, final ImagePortObjectSpec spec) {
        if (content == null || spec == null) {
            throw new NullPointerException("Argument must not be null.");
        }
        this.content = content;
        this.spec = spec;
    }

    /**
     * Returns the image as a cell.
     *
     * @return the cell
     */
    public DataCell toDataCell() {
        return content.toImageCell();
    }

    @Override
    public String getSummary() {
        return content.getSummary();
    }

    @Override
    public ImagePortObjectSpec getSpec() {
        return spec;
    }

    /** Returns no views: the embedded workbench shows none. */
    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    protected void save(final PortObjectZipOutputStream out, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        out.putNextEntry(new ZipEntry(content.getClass().getName()));
        content.save(out);
        out.closeEntry();
        out.flush();
    }

    @Override
    protected void load(final PortObjectZipInputStream in, final PortObjectSpec portSpec, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        final ZipEntry entry = in.getNextEntry();
        final String contentClass = entry == null ? "nothing" : entry.getName();
        if (!contentClass.equals(PNGImageContent.class.getName())) {
            throw new IOException("Images stored as " + contentClass + " cannot be read, only PNG images can");
        }
        content = new PNGImageContent(in);
        spec = (ImagePortObjectSpec) portSpec;
    }

    /** Writes and reads images. */
    public static final class Serializer extends AbstractPortObjectSerializer<ImagePortObject> {
        /** For the registry. */
        public Serializer() {}
    }
}
