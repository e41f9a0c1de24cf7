package org.tessera.knime.prep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparedRows;
import org.tessera.engine.prep.Preparer;
import org.tessera.knime.kit.AppendedColumns;
import org.tessera.knime.kit.CustomerReader;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.kit.Failures;
import org.tessera.knime.kit.Limits;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.PreparedColumns;
import org.tessera.knime.port.PreparationPortObject;

/** The Segmentation Preprocessor: appends features for clustering to a table of customers. */
public final class PreprocessorNodeFactory extends DefaultNodeFactory {

    /** What columns hold that can be used. */
    private static final String USABLE = "numbers, dates, times, texts or Booleans";

    private static final DefaultNode NODE = DefaultNode.create()
            .name("Segmentation Preprocessor")
            .icon("../icons/preprocessor.png")
            .shortDescription("Turns columns of customers into features for clustering: imputes missing values, encodes"
                    + " categories and scales.")
            .fullDescription(NodeTexts.text("preprocessor"))
            .sinceVersion(5, 8, 0)
            .ports(p -> p.addInputTable("Customers", "One row per customer, with any columns.")
                    .addOutputTable(
                            "Customers with features",
                            "The same rows and columns in the same order, with the features appended, unless that is"
                                    + " turned off.")
                    .addOutputPort(
                            "Preparation",
                            "How the features are computed: their source columns, the values that replace missing ones,"
                                    + " the categories and the scales. Connect it to the clustering nodes.",
                            PreparationPortObject.type()))
            .model(m -> m.parametersClass(PreprocessorParameters.class)
                    .configure(PreprocessorNodeFactory::configure)
                    .execute(PreprocessorNodeFactory::execute))
            .nodeType(NodeType.Manipulator)
            .keywords(
                    "missing values",
                    "one-hot",
                    "normalize",
                    "standardize",
                    "z-score",
                    "impute",
                    "dummy",
                    "encode",
                    "scale",
                    "features",
                    "segmentation")
            .addExternalResource(
                    "https://scikit-learn.org/stable/modules/preprocessing.html", "scikit-learn: Preprocessing data");

    /** The node. */
    public PreprocessorNodeFactory() {
        super(NODE);
    }

    /** Sets no output specs: which features there are depends on the categories and constants in the data. */
    static void configure(ConfigureInput in, ConfigureOutput out) throws InvalidSettingsException {
        PreprocessorParameters parameters = in.getParameters();
        ColumnWeight.of(parameters.m_weights, columns(in.getInTableSpec(0), parameters));
        codes(in.getInTableSpec(0), parameters);
        keep(in.getInTableSpec(0), parameters);
        out.setOutSpec(0, null);
        out.setOutSpec(1, null);
    }

    static void execute(ExecuteInput in, ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        PreprocessorParameters parameters = in.getParameters();
        BufferedDataTable table = in.getInTable(0);
        ExecutionContext exec = in.getExecutionContext();
        List<String> columns = EngineRun.read(() -> columns(table.getDataTableSpec(), parameters));
        Set<String> codes = EngineRun.read(() -> codes(table.getDataTableSpec(), parameters));
        Set<String> keep = EngineRun.read(() -> keep(table.getDataTableSpec(), parameters));
        Map<String, Double> weights = EngineRun.read(() -> ColumnWeight.of(parameters.m_weights, columns));
        ExecutionContext reading = exec.createSubExecutionContext(0.3);
        CustomerTable customers = EngineRun.read(() -> CustomerReader.read(table, columns, reading));
        Prepared prepared = EngineRun.call(exec.createSubExecutionContext(0.3), 0, run -> {
            Preparation preparation = Preparer.with(parameters.toOptions(codes, keep, weights))
                    .fit(customers, names(table.getDataTableSpec()), run.part(0, 0.7));
            Limits.check(preparation.estimate(customers.rows()));
            PreparedRows rows = preparation.apply(customers, run.part(0.7, 1));
            List<String> warnings = new ArrayList<>(ColumnQuestions.of(preparation, customers, run));
            warnings.addAll(FeatureWarnings.of(preparation, rows, run));
            return new Prepared(preparation, rows, warnings);
        });
        ExecutionContext writing = exec.createSubExecutionContext(0.4);
        out.setOutData(0, parameters.m_appendFeatures ? append(table, prepared, writing) : table);
        out.setOutData(1, new PreparationPortObject(prepared.preparation()));
        List<String> warnings = new ArrayList<>(
                List.of(PreparationWarnings.of(prepared.preparation(), prepared.rows(), customers.rows())));
        warnings.addAll(prepared.warnings());
        NodeTexts.warnInLines(out, warnings);
    }

    private record Prepared(Preparation preparation, PreparedRows rows, List<String> warnings) {}

    private static Set<String> names(DataTableSpec spec) {
        return new HashSet<>(List.of(spec.getColumnNames()));
    }

    private static List<String> columns(DataTableSpec spec, PreprocessorParameters parameters)
            throws InvalidSettingsException {
        List<DataColumnSpec> usable = CustomerReader.usable(spec);
        List<String> columns = selected(parameters.m_columns, usable, "", USABLE);
        if (columns.isEmpty()) {
            throw Failures.refusal(
                    "No column is selected (the table has " + NodeTexts.count(usable.size(), "column") + " of " + USABLE
                            + ")",
                    "select at least one of them");
        }
        return columns;
    }

    private static Set<String> keep(DataTableSpec spec, PreprocessorParameters parameters)
            throws InvalidSettingsException {
        String where = " in '" + PreprocessorParameters.KEEP + "'";
        return Set.copyOf(selected(parameters.m_keep, CustomerReader.usable(spec), where, USABLE));
    }

    private static Set<String> codes(DataTableSpec spec, PreprocessorParameters parameters)
            throws InvalidSettingsException {
        List<DataColumnSpec> numbers =
                spec.stream().filter(CustomerReader::isNumeric).toList();
        String where = " in '" + PreprocessorParameters.CODES + "'";
        return Set.copyOf(selected(parameters.m_numbersAsCategories, numbers, where, "numbers"));
    }

    /** The columns that a filter selects; refuses one that is selected by hand, but is no candidate. */
    private static List<String> selected(
            ColumnFilter filter, List<DataColumnSpec> candidates, String where, String kinds)
            throws InvalidSettingsException {
        String[] missing = filter.getMissingSelected(candidates);
        if (missing.length > 0) {
            throw Failures.refusal(
                    "Column '" + missing[0] + "' is selected" + where + ", but is not in the table or holds no "
                            + kinds,
                    "select the columns again");
        }
        return List.of(filter.filter(candidates));
    }

    private static BufferedDataTable append(BufferedDataTable table, Prepared prepared, ExecutionContext exec)
            throws CanceledExecutionException {
        List<DataColumnSpec> columns = prepared.preparation().featureNames().stream()
                .map(PreparedColumns::spec)
                .toList();
        Matrix x = prepared.rows().features();
        return AppendedColumns.append(table, columns, row -> PreparedColumns.cells(x, (int) row), exec);
    }
}
