package org.tessera.workbench.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.tessera.workbench.csv.CsvCount;
import org.tessera.workbench.csv.CsvReader;
import org.tessera.workbench.csv.CsvSource;
import org.tessera.workbench.csv.CsvSpec;
import org.tessera.workbench.kernel.WorkflowSite;
import org.tessera.workbench.kernel.data.LocalDateCell;
import org.tessera.workbench.kernel.data.LocalTimeCell;
import org.tessera.workbench.kernel.data.SharedSecrets;
import org.tessera.workbench.kernel.data.TableBuilder;

/** Reads a CSV file into a table; the columns are known when the node is configured, from a scan of the file. */
public final class CsvReaderNodeModel extends FileNodeModel<CsvReaderSettings> {
    private CsvSpec configured;
    private Stamp stamp;

    /** By which a file that has changed is noticed. */
    private record Stamp(Path file, long size, long time) {
        static Stamp of(Path file) throws IOException {
            return new Stamp(
                    file, Files.size(file), Files.getLastModifiedTime(file).toMillis());
        }
    }

    CsvReaderNodeModel() {
        super(new PortType[0], new PortType[] {BufferedDataTable.TYPE});
    }

    @Override
    CsvReaderSettings read(NodeSettingsRO model) throws InvalidSettingsException {
        return CsvReaderSettings.load(model);
    }

    @Override
    protected void loadValidatedSettingsFrom(NodeSettingsRO model) throws InvalidSettingsException {
        super.loadValidatedSettingsFrom(model);
        stamp = null;
    }

    @Override
    protected PortObjectSpec[] configure(PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        Path file = file();
        try {
            return new PortObjectSpec[] {tableSpec(columns(file))};
        } catch (IOException e) {
            throw new InvalidSettingsException("File '" + file + "': " + reason(e), e);
        }
    }

    private Path file() throws InvalidSettingsException {
        Path file = settings().location().resolve(WorkflowSite.current());
        if (!Files.isRegularFile(file)) {
            throw new InvalidSettingsException(FileLocation.missing(file, "settings/file_selection"));
        }
        return file;
    }

    private CsvReader reader(Path file) throws InvalidSettingsException {
        CsvReaderSettings settings = settings();
        return new CsvReader(
                new CsvSource(file, settings.charset()), settings.syntax(), settings.options(), settings.limits());
    }

    /** The columns of the file; scanned again only when it or the settings have changed. */
    private CsvSpec columns(Path file) throws IOException, InvalidSettingsException {
        Stamp now = Stamp.of(file);
        if (!now.equals(stamp)) {
            CsvSpec found = reader(file).guess();
            StoredColumns stored = settings().columns();
            configured = stored == null ? found : stored.checked(found);
            stamp = now;
        }
        return configured;
    }

    @Override
    protected PortObject[] execute(PortObject[] inObjects, ExecutionContext exec) throws Exception {
        Path file = file();
        exec.setMessage("Reading " + file.getFileName());
        CsvSpec columns = columns(file);
        TableBuilder table = new TableBuilder(tableSpec(columns), DataContainerSettings.getDefault());
        try {
            CsvCount count = reader(file).read(columns, new CsvTableRows(table, exec, Files.size(file)));
            warn(file, count);
            return new PortObject[] {SharedSecrets.tables().create(table.build())};
        } catch (InterruptedException e) {
            throw (CanceledExecutionException) new CanceledExecutionException().initCause(e);
        } catch (IOException e) {
            throw new IOException("File '" + file + "': " + reason(e), e);
        }
    }

    /** Warns of a table without rows and of rows that may have been lost as comments. */
    private void warn(Path file, CsvCount count) throws InvalidSettingsException {
        String note = count.comments() == 0 ? "" : ": " + settings().syntax().commentNote(count.comments());
        if (count.rows() == 0) {
            setWarningMessage("File '" + file + "' has no data rows" + note + ".");
        } else if (count.comments() > 0) {
            setWarningMessage("File '" + file + "'" + note + ".");
        }
    }

    private static DataTableSpec tableSpec(CsvSpec columns) {
        DataColumnSpec[] specs = new DataColumnSpec[columns.names().size()];
        for (int i = 0; i < specs.length; i++) {
            DataType type = switch (columns.types().get(i)) {
                case INT -> IntCell.TYPE;
                case LONG -> LongCell.TYPE;
                case DOUBLE -> DoubleCell.TYPE;
                case STRING -> StringCell.TYPE;
                case DATE -> LocalDateCell.TYPE;
                case TIME -> LocalTimeCell.TYPE;
            };
            specs[i] = new DataColumnSpecCreator(columns.names().get(i), type).createSpec();
        }
        return new DataTableSpec("default", specs);
    }
}
