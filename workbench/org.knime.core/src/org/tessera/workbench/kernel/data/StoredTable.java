package org.tessera.workbench.kernel.data;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.knime.core.node.port.PortUtil;

/** A table in a file: its spec with all domains, its row keys and cells. For copies, not for keeping. */
public final class StoredTable {
    private static final int BATCH = 1 << 10;

    private StoredTable() {}

    /**
     * Writes a table to a temporary file and reads it back.
     *
     * @param table the table
     * @param exec asked for canceling every thousand rows
     * @return a table that shares nothing with the first
     * @throws IOException if it cannot be written or read
     * @throws CanceledExecutionException if canceled
     */
    public static BufferedDataTable copy(BufferedDataTable table, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        Path file = Files.createTempFile("tessera-table", ".bin");
        try {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
                write(table, out, exec);
            }
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
                return SharedSecrets.tables().create(read(in, exec));
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void write(BufferedDataTable table, DataOutputStream out, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        CellFormat.writeBytes(specBytes(table.getDataTableSpec()), out);
        out.writeLong(table.size());
        long done = 0;
        for (DataRow row : table) {
            if (done++ % BATCH == 0) {
                exec.checkCanceled();
            }
            CellFormat.writeText(row.getKey().getString(), out);
            for (DataCell cell : row) {
                CellFormat.writeCell(cell, out);
            }
        }
    }

    private static byte[] specBytes(DataTableSpec spec) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PortObjectSpecZipOutputStream zip = PortUtil.getPortObjectSpecZipOutputStream(bytes)) {
            new DataTableSpec.Serializer().savePortObjectSpec(spec, zip);
        }
        return bytes.toByteArray();
    }

    private static Table read(DataInputStream in, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
        DataTableSpec spec;
        try (PortObjectSpecZipInputStream zip =
                PortUtil.getPortObjectSpecZipInputStream(new ByteArrayInputStream(CellFormat.readBytes(in)))) {
            spec = new DataTableSpec.Serializer().loadPortObjectSpec(zip);
        }
        TableBuilder builder = new TableBuilder(
                spec, DataContainerSettings.builder().withDomainUpdate(false).build());
        long size = in.readLong();
        for (long row = 0; row < size; row++) {
            if (row % BATCH == 0) {
                exec.checkCanceled();
            }
            String key = CellFormat.readText(in);
            DataCell[] cells = new DataCell[spec.getNumColumns()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = CellFormat.readCell(in);
            }
            builder.add(new DefaultRow(key, cells));
        }
        return new Table(spec, builder.build().data());
    }
}
