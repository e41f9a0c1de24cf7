package org.tessera.knime.apply;

import java.util.List;
import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.DataSize;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.data.ReadingEstimate;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.prep.ColumnPreparation;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.run.SegmentationException;
import org.tessera.knime.kit.ChangedColumns;
import org.tessera.knime.kit.CustomerReader;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.FeatureBlocks;
import org.tessera.knime.kit.Features;
import org.tessera.knime.kit.Limits;
import org.tessera.knime.kit.OwnCustomers;
import org.tessera.knime.kit.PreparedFeatures;

/**
 * Reads new customers block after block, so that memory does not grow with their number. All of them are one block where the
 * format of a column of texts is found in the column itself, because it had numbers or dates in training.
 */
final class CustomerBlocks implements AutoCloseable {

    /** Most rows of a block. */
    static final int MAX_ROWS = 1 << 16;

    /** Features of a block. */
    private static final int CELLS = 1 << 22;

    private final SegmentationModel model;
    private final AssignerParameters parameters;
    private final long size;
    private final int rows;
    private final Optional<FeatureBlocks> features;
    private final Optional<CustomerReader.Blocks> customers;
    private final Optional<ChangedColumns> changed;
    private long read;

    private CustomerBlocks(BufferedDataTable table, SegmentationModel model, AssignerParameters parameters)
            throws InvalidSettingsException {
        this.model = model;
        this.parameters = parameters;
        size = table.size();
        if (size > Integer.MAX_VALUE) {
            throw new SegmentationException(
                    "The table has " + Numbers.count(size) + " rows, but at most " + Numbers.count(Integer.MAX_VALUE)
                            + " can be assigned at once",
                    "split the table");
        }
        int block = Math.max(
                1, Math.min(MAX_ROWS, CELLS / Math.max(1, model.features().size())));
        Optional<Preparation> preparation = model.preparation();
        boolean whole = preparation.isPresent() && readsTexts(table.getDataTableSpec(), preparation.get());
        rows = (int) Math.min(size, whole ? Integer.MAX_VALUE : block);
        if (preparation.isPresent()) {
            List<String> sources = preparation.get().sourceColumns();
            Limits.check(ReadingEstimate.columns(DataSize.of(rows, sources.size())));
            features = Optional.empty();
            customers = Optional.of(new CustomerReader.Blocks(table, sources));
        } else {
            Limits.check(
                    ReadingEstimate.features(DataSize.of(rows, model.features().size())));
            features = Optional.of(new FeatureBlocks(table, model.features()));
            customers = Optional.empty();
        }
        changed = preparation.map(ChangedColumns::new);
    }

    static CustomerBlocks of(BufferedDataTable table, SegmentationModel model, AssignerParameters parameters)
            throws CanceledExecutionException, KNIMEException {
        return EngineRun.read(() -> new CustomerBlocks(table, model, parameters));
    }

    /** Whether a column has texts that had numbers or dates in training, and no format of training. */
    private static boolean readsTexts(DataTableSpec spec, Preparation preparation) {
        List<String> known = preparation.readings().stream()
                .filter(r -> r.isRead())
                .map(r -> r.column())
                .toList();
        return preparation.columns().stream()
                .filter(c -> c instanceof ColumnPreparation.Numbers && !known.contains(c.column()))
                .map(c -> spec.getColumnSpec(c.column()))
                .anyMatch(c -> c != null && CustomerReader.quantity(c).isEmpty());
    }

    /** The next customers; there are some left. */
    NewCustomers next(ExecutionMonitor exec) throws CanceledExecutionException, KNIMEException {
        int n = (int) Math.min(rows, size - read);
        read += n;
        if (features.isPresent()) {
            Features block = EngineRun.read(() -> features.get().next(n, exec));
            return NewCustomers.of(
                    block,
                    EngineRun.call(exec, 0, run -> OwnCustomers.features(block.matrix(), model.features(), run)));
        }
        Preparation preparation = model.preparation().orElseThrow();
        CustomerTable block = EngineRun.read(() -> customers.orElseThrow().next(n, exec));
        return EngineRun.call(exec, 0, run -> {
            changed.orElseThrow().add(block, run);
            PreparedFeatures prepared = PreparedFeatures.of(block, preparation, List.of(), run);
            return NewCustomers.of(prepared, preparation.sources(block, run), parameters, run);
        });
    }

    /** A warning about customers with a missing feature where there is no preparation, or "". */
    String leftOut() {
        return features.map(FeatureBlocks::leftOutWarning).orElse("");
    }

    /** What is odd in the customers' own columns, or "". */
    String warning() {
        return changed.map(ChangedColumns::warning).orElse("");
    }

    @Override
    public void close() {
        features.ifPresent(FeatureBlocks::close);
        customers.ifPresent(CustomerReader.Blocks::close);
    }
}
