package org.tessera.workbench.kernel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.port.PortUtil;
import org.tessera.workbench.kernel.data.StoredTable;

/**
 * Writes port objects and specs with their registered serializers and reads them back. {@code copy} is what KNIME does for
 * every connected consumer; {@code store} is what it does to a workflow that is saved and opened again, tables included.
 */
public final class RoundTrips {
    private RoundTrips() {}

    /**
     * Copies an object through its serializer.
     *
     * @param object the object, not null
     * @param exec for progress and cancellation
     * @return the copy; the object itself for a table
     * @throws NoSuchElementException when no serializer is registered for the object or its spec
     * @throws IOException when writing or reading fails
     * @throws CanceledExecutionException when canceled
     */
    public static PortObject copy(final PortObject object, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        if (object instanceof BufferedDataTable) {
            return object;
        }
        final PortObjectSpec spec = copy(object.getSpec());
        return read(write(object, exec), object, spec, exec);
    }

    /**
     * Copies a spec through its serializer.
     *
     * @param spec the spec, not null
     * @return the copy; the spec itself for a table's
     * @throws NoSuchElementException when no serializer is registered
     * @throws IOException when writing or reading fails
     */
    public static PortObjectSpec copy(final PortObjectSpec spec) throws IOException {
        return spec instanceof DataTableSpec ? spec : read(write(spec), spec);
    }

    /**
     * Copies an object or table through its bytes, and makes sure that the copy writes the same.
     *
     * @param object the object, may be null
     * @param exec for progress and cancellation
     * @return the copy
     * @throws NoSuchElementException when no serializer is registered for the object or its spec
     * @throws IOException when writing or reading fails, or something was lost on the way
     * @throws CanceledExecutionException when canceled
     */
    public static PortObject store(final PortObject object, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        if (object == null) {
            return null;
        }
        if (object instanceof BufferedDataTable table) {
            return StoredTable.copy(table, exec);
        }
        final PortObjectSpec spec = store(object.getSpec());
        final byte[] written = write(object, exec);
        final PortObject copy = read(written, object, spec, exec);
        checkSame(written, write(copy, exec), object.getClass());
        return copy;
    }

    /**
     * Copies a spec, also of a table, through its bytes, and makes sure that the copy writes the same.
     *
     * @param spec the spec, may be null
     * @return the copy
     * @throws NoSuchElementException when no serializer is registered
     * @throws IOException when writing or reading fails, or something was lost on the way
     */
    public static PortObjectSpec store(final PortObjectSpec spec) throws IOException {
        if (spec == null) {
            return null;
        }
        final byte[] written = write(spec);
        final PortObjectSpec copy = read(written, spec);
        checkSame(written, write(copy), spec.getClass());
        return copy;
    }

    private static byte[] write(final PortObject object, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PortObjectZipOutputStream out = PortUtil.getPortObjectZipOutputStream(bytes)) {
            out.setLevel(0);
            serializer(object).savePortObject(object, out, exec);
        }
        return bytes.toByteArray();
    }

    private static PortObject read(
            final byte[] bytes, final PortObject original, final PortObjectSpec spec, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        try (PortObjectZipInputStream in = PortUtil.getPortObjectZipInputStream(new ByteArrayInputStream(bytes))) {
            return serializer(original).loadPortObject(in, spec, exec);
        }
    }

    private static PortObjectSerializer<PortObject> serializer(final PortObject object) {
        return PortTypeRegistry.getInstance()
                .getObjectSerializer(object.getClass())
                .orElseThrow(() -> missing(object.getClass()));
    }

    private static byte[] write(final PortObjectSpec spec) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PortObjectSpecZipOutputStream out = PortUtil.getPortObjectSpecZipOutputStream(bytes)) {
            out.setLevel(0);
            serializer(spec).savePortObjectSpec(spec, out);
        }
        return bytes.toByteArray();
    }

    private static PortObjectSpec read(final byte[] bytes, final PortObjectSpec original) throws IOException {
        try (PortObjectSpecZipInputStream in =
                PortUtil.getPortObjectSpecZipInputStream(new ByteArrayInputStream(bytes))) {
            return serializer(original).loadPortObjectSpec(in);
        }
    }

    private static PortObjectSpecSerializer<PortObjectSpec> serializer(final PortObjectSpec spec) {
        return PortTypeRegistry.getInstance()
                .getSpecSerializer(spec.getClass())
                .orElseThrow(() -> missing(spec.getClass()));
    }

    // Says what KNIME says, which is not much, and what is missing.
    private static NoSuchElementException missing(final Class<?> type) {
        return new NoSuchElementException("No value present (no serializer registered for " + type.getName() + ")");
    }

    private static void checkSame(final byte[] first, final byte[] second, final Class<?> type) throws IOException {
        final Map<String, byte[]> before = entries(first);
        final Map<String, byte[]> after = entries(second);
        for (final Map.Entry<String, byte[]> entry : before.entrySet()) {
            if (!Arrays.equals(entry.getValue(), after.get(entry.getKey()))) {
                throw new IOException(type.getName() + " loses something when it is written and read: its entry '"
                        + entry.getKey() + "' differs when the copy is written");
            }
        }
        if (after.size() != before.size()) {
            throw new IOException(type.getName() + " writes the entries " + after.keySet() + " after it was read, and "
                    + before.keySet() + " before");
        }
    }

    // The entries of a zip; their times do not count.
    private static Map<String, byte[]> entries(final byte[] bytes) throws IOException {
        final Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
