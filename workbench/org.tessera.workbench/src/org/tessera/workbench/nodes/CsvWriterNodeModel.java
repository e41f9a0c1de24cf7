package org.tessera.workbench.nodes;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.v2.RowCursor;
import org.knime.core.data.v2.RowRead;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.tessera.workbench.csv.CsvWriter;
import org.tessera.workbench.kernel.WorkflowSite;

/** Writes a table of texts and numbers to a CSV file. */
public final class CsvWriterNodeModel extends FileNodeModel<CsvWriterSettings> {
    /** Values that are written between two looks for a cancel: some milliseconds. */
    private static final int PROGRESS_VALUES = 1 << 14;

    /** How the values of a column are written. */
    private enum Kind {
        INTEGER,
        NUMBER,
        TEXT
    }

    CsvWriterNodeModel() {
        super(new PortType[] {BufferedDataTable.TYPE}, new PortType[0]);
    }

    @Override
    CsvWriterSettings read(NodeSettingsRO model) throws InvalidSettingsException {
        return CsvWriterSettings.load(model);
    }

    @Override
    protected PortObjectSpec[] configure(PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        CsvWriterSettings settings = settings();
        settings.file().location().resolve(WorkflowSite.current());
        boolean numbers = false;
        for (DataColumnSpec column : (DataTableSpec) inSpecs[0]) {
            DataType type = column.getType();
            numbers |= type.isCompatible(DoubleValue.class);
            if (!type.isCompatible(DoubleValue.class) && !type.isCompatible(StringValue.class)) {
                throw new InvalidSettingsException("Column '" + column.getName() + "' is of type " + type
                        + ", but only texts and numbers can be written: remove or convert it");
            }
        }
        char decimal = settings.format().numbers().decimal();
        if (numbers && settings.format().delimiter().indexOf(decimal) >= 0) {
            throw new InvalidSettingsException(
                    "The column delimiter '" + settings.format().delimiter() + "' holds the decimal separator '"
                            + decimal + "': choose two different ones");
        }
        return new PortObjectSpec[0];
    }

    @Override
    protected PortObject[] execute(PortObject[] inObjects, ExecutionContext exec) throws Exception {
        WorkflowSite site = WorkflowSite.current();
        Path file = settings().file().prepare(site);
        boolean existed = Files.exists(file);
        settings().file().write(file, site, out -> {
            try (CsvWriter writer = writer(out)) {
                write((BufferedDataTable) inObjects[0], writer, existed, exec);
            }
        });
        return new PortObject[0];
    }

    private CsvWriter writer(OutputStream out) throws IOException, InvalidSettingsException {
        CsvWriterSettings settings = settings();
        return new CsvWriter(
                new BufferedWriter(new OutputStreamWriter(
                        settings.gzip() ? new GZIPOutputStream(out, 1 << 16) : out, settings.charset())),
                settings.format());
    }

    private void write(BufferedDataTable table, CsvWriter writer, boolean existed, ExecutionContext exec)
            throws IOException, InvalidSettingsException, CanceledExecutionException {
        CsvWriterSettings settings = settings();
        DataTableSpec spec = table.getDataTableSpec();
        boolean appending = existed && settings.file().policy() == OutputFile.Policy.APPEND;
        for (String line : settings.comment().lines(spec.getName(), appending)) {
            writer.line(line);
        }
        if (settings.header() && !(appending && settings.noHeaderOnAppend())) {
            writeHeader(spec, writer, settings.rowIds());
        }
        Kind[] kinds = spec.stream().map(column -> kind(column.getType())).toArray(Kind[]::new);
        int every = Math.max(1, PROGRESS_VALUES / Math.max(1, kinds.length));
        long rows = 0;
        try (RowCursor cursor = table.cursor()) {
            while (cursor.canForward()) {
                writeRow(cursor.forward(), kinds, writer, settings.rowIds());
                if (++rows % every == 0) {
                    exec.checkCanceled();
                    long done = rows;
                    exec.setProgress(rows / (double) table.size(), () -> done + " rows written");
                }
            }
        }
    }

    private static void writeHeader(DataTableSpec spec, CsvWriter writer, boolean rowIds) throws IOException {
        if (rowIds) {
            writer.text("row ID");
        }
        spec.forEach(column -> writer.text(column.getName()));
        writer.endRow();
    }

    private static Kind kind(DataType type) {
        if (type.isCompatible(LongValue.class)) {
            return Kind.INTEGER;
        }
        return type.isCompatible(DoubleValue.class) ? Kind.NUMBER : Kind.TEXT;
    }

    private static void writeRow(RowRead row, Kind[] kinds, CsvWriter writer, boolean rowIds) throws IOException {
        if (rowIds) {
            writer.text(row.getRowKey().getString());
        }
        for (int i = 0; i < kinds.length; i++) {
            if (row.isMissing(i)) {
                writer.missing();
            } else {
                switch (kinds[i]) {
                    case INTEGER -> writer.integer(row.<LongValue>getValue(i).getLongValue());
                    case NUMBER -> writer.number(row.<DoubleValue>getValue(i).getDoubleValue());
                    case TEXT -> writer.text(row.getAsDataCell(i).toString());
                }
            }
        }
        writer.endRow();
    }
}
