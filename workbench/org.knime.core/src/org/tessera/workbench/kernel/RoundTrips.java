package org.tessera.workbench.kernel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

/**
 * Writes port objects and specs with their registered serializers and reads them back, as KNIME does for every connected
 * consumer. Tables and their specs pass as they are.
 */
public final class RoundTrips {
    private RoundTrips() {}

    /**
     * Copies an object through its serializer.
     *
     * @param object the object, not null
     * @param exec for progress and cancellation
     * @return the copy; the object itself for a table
     * @throws java.util.NoSuchElementException when no serializer is registered for the object or its spec
     * @throws IOException when writing or reading fails
     * @throws CanceledExecutionException when cancelled
     */
    public static PortObject copy(final PortObject object, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        if (object instanceof BufferedDataTable) {
            return object;
        }
        final PortObjectSpec spec = copy(object.getSpec());
        final PortObjectSerializer<PortObject> serializer = PortTypeRegistry.getInstance()
                .getObjectSerializer(object.getClass())
                .orElseThrow();
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PortObjectZipOutputStream out = PortUtil.getPortObjectZipOutputStream(bytes)) {
            out.setLevel(0);
            serializer.savePortObject(object, out, exec);
        }
        try (PortObjectZipInputStream in =
                PortUtil.getPortObjectZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return serializer.loadPortObject(in, spec, exec);
        }
    }

    /**
     * Copies a spec through its serializer.
     *
     * @param spec the spec, not null
     * @return the copy; the spec itself for a table's
     * @throws java.util.NoSuchElementException when no serializer is registered
     * @throws IOException when writing or reading fails
     */
    public static PortObjectSpec copy(final PortObjectSpec spec) throws IOException {
        if (spec instanceof DataTableSpec) {
            return spec;
        }
        final PortObjectSpecSerializer<PortObjectSpec> serializer = PortTypeRegistry.getInstance()
                .getSpecSerializer(spec.getClass())
                .orElseThrow();
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PortObjectSpecZipOutputStream out = PortUtil.getPortObjectSpecZipOutputStream(bytes)) {
            out.setLevel(0);
            serializer.savePortObjectSpec(spec, out);
        }
        try (PortObjectSpecZipInputStream in =
                PortUtil.getPortObjectSpecZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return serializer.loadPortObjectSpec(in);
        }
    }
}
