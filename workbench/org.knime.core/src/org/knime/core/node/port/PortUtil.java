package org.knime.core.node.port;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/** Writes and reads port objects and specs in KNIME's zip layout. */
public final class PortUtil {
    private static final String SPEC_MARKER = "portSpec.file";
    private static final String OBJECT_MARKER = "portObject.file";
    private static final String CONTENT = "content.xml";
    private static final String SPEC = "objectSpec.file";
    private static final String OBJECT = "object.file";

    private PortUtil() {}

    /**
     * Starts a stream that a spec serializer can write to.
     *
     * @param out where the zip goes
     * @return the stream, its marker entry written
     * @throws IOException when writing fails
     */
    public static PortObjectSpecZipOutputStream getPortObjectSpecZipOutputStream(final OutputStream out)
            throws IOException {
        final PortObjectSpecZipOutputStream zip = new PortObjectSpecZipOutputStream(out);
        zip.putNextEntry(new ZipEntry(SPEC_MARKER));
        return zip;
    }

    /**
     * Starts a stream that an object serializer can write to.
     *
     * @param out where the zip goes
     * @return the stream, its marker entry written
     * @throws IOException when writing fails
     */
    public static PortObjectZipOutputStream getPortObjectZipOutputStream(final OutputStream out) throws IOException {
        final PortObjectZipOutputStream zip = new PortObjectZipOutputStream(out);
        zip.putNextEntry(new ZipEntry(OBJECT_MARKER));
        return zip;
    }

    /**
     * Opens a stream that a spec serializer can read from.
     *
     * @param in the zip
     * @return the stream, its marker entry read
     * @throws IOException when reading fails or the marker is missing
     */
    public static PortObjectSpecZipInputStream getPortObjectSpecZipInputStream(final InputStream in)
            throws IOException {
        final PortObjectSpecZipInputStream zip = new PortObjectSpecZipInputStream(in);
        expect(zip, SPEC_MARKER);
        return zip;
    }

    /**
     * Opens a stream that an object serializer can read from.
     *
     * @param in the zip
     * @return the stream, its marker entry read
     * @throws IOException when reading fails or the marker is missing
     */
    public static PortObjectZipInputStream getPortObjectZipInputStream(final InputStream in) throws IOException {
        final PortObjectZipInputStream zip = new PortObjectZipInputStream(in);
        expect(zip, OBJECT_MARKER);
        return zip;
    }

    // Moves to the next entry, which must have the given name.
    static void expect(final ZipInputStream zip, final String name) throws IOException {
        final ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new IOException("Expected zip entry '" + name + "', got "
                    + (entry == null ? "the end of the stream" : "'" + entry.getName() + "'"));
        }
    }

    /**
     * Writes an object with its spec to a file.
     *
     * @param object what to write
     * @param file where to write
     * @param exec for progress and cancellation
     * @throws IOException when writing fails or a serializer is missing
     * @throws CanceledExecutionException when canceled
     */
    public static void writeObjectToFile(final PortObject object, final File file, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.toPath()))) {
            writeObjectToStream(object, out, exec);
        }
    }

    /**
     * Writes an object with its spec; the stream stays open.
     *
     * @param object what to write
     * @param out where to write
     * @param exec for progress and cancellation
     * @throws IOException when writing fails or a serializer is missing
     * @throws CanceledExecutionException when canceled
     */
    public static void writeObjectToStream(final PortObject object, final OutputStream out, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        final PortObjectSpec spec = object.getSpec();
        final ModelContent content = new ModelContent("content");
        content.addInt("version", 1);
        content.addString("port_spec_class", spec.getClass().getName());
        content.addString("port_object_class", object.getClass().getName());
        final ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry(CONTENT));
        content.saveToXML(new OpenZip.Output(zip));
        zip.putNextEntry(new ZipEntry(SPEC));
        try (PortObjectSpecZipOutputStream nested = getPortObjectSpecZipOutputStream(new OpenZip.Output(zip))) {
            specSerializer(spec.getClass()).savePortObjectSpec(spec, nested);
        }
        zip.putNextEntry(new ZipEntry(OBJECT));
        try (PortObjectZipOutputStream nested = getPortObjectZipOutputStream(new OpenZip.Output(zip))) {
            objectSerializer(object.getClass()).savePortObject(object, nested, exec);
        }
        zip.finish();
        out.flush();
    }

    /**
     * Reads an object from a file.
     *
     * @param file where it was written
     * @param exec for progress and cancellation
     * @return the object
     * @throws IOException when reading fails, the layout is another, a serializer is missing, or the file unpacks to more
     *     than 64 MB and 200 times its size
     * @throws CanceledExecutionException when canceled
     */
    public static PortObject readObjectFromFile(final File file, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        final long size = file.length();
        try (InputStream in = Files.newInputStream(file.toPath())) {
            return readObject(in, new Unpacking(() -> size), exec);
        }
    }

    private static PortObject readObject(final InputStream in, final Unpacking unpacking, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        try (ZipInputStream zip = unpacking.zip(new BufferedInputStream(in))) {
            final ModelContentRO content = readContent(zip);
            final PortObjectSpec spec = readSpec(content, zip, unpacking);
            final String className = string(content, "port_object_class");
            final Class<? extends PortObject> objectClass = PortTypeRegistry.getInstance()
                    .getObjectClass(className)
                    .orElseThrow(() -> unknown("port object", className));
            expect(zip, OBJECT);
            try (PortObjectZipInputStream nested = unpacking.object(new OpenZip.Input(zip))) {
                expect(nested, OBJECT_MARKER);
                return objectSerializer(objectClass).loadPortObject(nested, spec, exec);
            }
        }
    }

    /**
     * Reads the spec of an object from a file.
     *
     * @param file where the object was written
     * @return the spec
     * @throws IOException when reading fails, the layout is another, a serializer is missing, or the file unpacks to more
     *     than 64 MB and 200 times its size
     */
    public static PortObjectSpec readObjectSpecFromFile(final File file) throws IOException {
        final long size = file.length();
        try (InputStream in = Files.newInputStream(file.toPath())) {
            return readObjectSpec(in, new Unpacking(() -> size));
        }
    }

    private static PortObjectSpec readObjectSpec(final InputStream in, final Unpacking unpacking) throws IOException {
        try (ZipInputStream zip = unpacking.zip(new BufferedInputStream(in))) {
            return readSpec(readContent(zip), zip, unpacking);
        }
    }

    private static ModelContentRO readContent(final ZipInputStream zip) throws IOException {
        expect(zip, CONTENT);
        return ModelContent.loadFromXML(new OpenZip.Input(zip));
    }

    private static PortObjectSpec readSpec(
            final ModelContentRO content, final ZipInputStream zip, final Unpacking unpacking) throws IOException {
        final String className = string(content, "port_spec_class");
        final Class<? extends PortObjectSpec> specClass = PortTypeRegistry.getInstance()
                .getSpecClass(className)
                .orElseThrow(() -> unknown("port object spec", className));
        expect(zip, SPEC);
        try (PortObjectSpecZipInputStream nested = unpacking.spec(new OpenZip.Input(zip))) {
            expect(nested, SPEC_MARKER);
            return specSerializer(specClass).loadPortObjectSpec(nested);
        }
    }

    private static IOException unknown(final String kind, final String className) {
        return new IOException(
                "Can't load class \"" + className + "\": no installed extension registers it as a " + kind);
    }

    private static PortObjectSpecSerializer<PortObjectSpec> specSerializer(
            final Class<? extends PortObjectSpec> specClass) throws IOException {
        return PortTypeRegistry.getInstance()
                .getSpecSerializer(specClass)
                .orElseThrow(() -> new IOException("No serializer registered for " + specClass.getName()));
    }

    private static PortObjectSerializer<PortObject> objectSerializer(final Class<? extends PortObject> objectClass)
            throws IOException {
        return PortTypeRegistry.getInstance()
                .getObjectSerializer(objectClass)
                .orElseThrow(() -> new IOException("No serializer registered for " + objectClass.getName()));
    }

    private static String string(final ModelContentRO content, final String key) throws IOException {
        try {
            return content.getString(key);
        } catch (InvalidSettingsException e) {
            throw new IOException("Unable to parse " + CONTENT + " in port object file: " + e.getMessage(), e);
        }
    }
}
