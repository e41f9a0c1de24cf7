package org.tessera.engine.prep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.FreeNames;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.ColumnPreparation.Numbers;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.numbers.NumericCategories;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Fits a {@link Preparation} to a table: imputation, transformation, encoding and scaling with the conventions of
 * scikit-learn (SimpleImputer, PowerTransformer, OneHotEncoder with sorted categories, StandardScaler and others), where
 * {@link ScalingOptions} does not balance columns otherwise. The parameters do not depend on the order of the rows or
 * the number of threads.
 */
public final class Preparer {

    /** Two signs or more that divide the columns of files, in the name of a column. */
    private static final Pattern DELIMITERS = Pattern.compile("[;\\t|,].*[;\\t|,]");

    private final PreparationOptions options;

    private Preparer(PreparationOptions options) {
        this.options = options;
    }

    /**
     * Creates a preparer.
     *
     * @param options how columns are turned into features
     * @return the preparer
     */
    public static Preparer with(PreparationOptions options) {
        return new Preparer(Objects.requireNonNull(options, "options"));
    }

    /**
     * Fits a preparation. O(n log n) per column. Numbers with two values may become categories; the preparation's options
     * then name them among the columns of codes. Rows that are left out because a number is missing, or of which
     * nothing is known, contribute to no parameter.
     *
     * @param table the columns to use
     * @param takenNames names that features must not get, because the table they are appended to has them
     * @param run progress, cancel, threads
     * @return the preparation
     * @throws SegmentationException if no feature can be derived, no row is left, or a number is infinite
     */
    public Preparation fit(CustomerTable table, Set<String> takenNames, RunContext run) {
        Set<String> codes = TwoValuedNumbers.in(table, options, run);
        codes.addAll(options.category().codeColumns());
        PreparationOptions fitted = options.withCategory(options.category().withCodeColumns(codes));
        CustomerTable converted = NumericCategories.convert(table, codes, run);
        TextColumns.Detected detected = options.columns().readTexts()
                ? TextColumns.detect(converted, codes, run)
                : new TextColumns.Detected(converted, List.of());
        return with(fitted).fitConverted(detected.table(), takenNames, run).withReadings(detected.readings());
    }

    private Preparation fitConverted(CustomerTable table, Set<String> takenNames, RunContext run) {
        if (table.rows() == 0) {
            throw new SegmentationException("The table has no rows", "check the filters before this step");
        }
        boolean leavesOut = options.numeric().missing() == NumericMissing.LEAVE_OUT;
        Screened screened = Screened.of(leavesOut ? CompleteRows.of(table, run) : table, options, run);
        List<Column> columns = screened.table().columns();
        List<Outcome> outcomes = new ArrayList<>();
        columns.forEach(c -> outcomes.add(null));
        run.forBlocks(columns.size(), c -> {
            run.progress(
                    c / (double) columns.size(), "Column '" + columns.get(c).name() + "'");
            Outcome result = fit(columns.get(c), screened, run);
            synchronized (outcomes) {
                outcomes.set(c, result);
            }
        });
        Preparation preparation = assemble(options, outcomes, takenNames, table.rows());
        if (preparation.features().isEmpty()) {
            throw noFeatures(preparation);
        }
        return preparation;
    }

    private static SegmentationException noFeatures(Preparation preparation) {
        if (preparation.trainingRows() == 1) {
            return new SegmentationException(
                    "The table has one row, but two customers or more are needed to tell them apart",
                    "check the filters before this step");
        }
        List<String> columns = preparation.droppedInWords();
        List<String> remedies = new ArrayList<>(List.of("choose other columns"));
        if (preparation.dropped().stream().anyMatch(d -> d.reason().isChoice())) {
            remedies.add("select one in 'Columns to keep'");
        }
        if (columns.size() == 1
                && DELIMITERS.matcher(preparation.dropped().get(0).column()).find()) {
            remedies.add(0, "set the column delimiter where the file is read, as its columns seem to be in one");
        }
        String[] others = remedies.toArray(String[]::new);
        return columns.size() == 1
                ? new SegmentationException("The only column can't tell customers apart, as " + columns.get(0), others)
                : new SegmentationException(
                        "None of the " + columns.size() + " columns can tell customers apart", columns, others);
    }

    /** A column that is dropped or fitted. */
    record Outcome(Optional<DroppedColumn> dropped, Optional<FittedColumn> fitted) {}

    private Outcome fit(Column column, Screened screened, RunContext run) {
        Optional<DroppedColumn> dropped = Optional.ofNullable(screened.dropped().get(column.name()));
        if (dropped.isPresent()) {
            return new Outcome(dropped, Optional.empty());
        }
        FeatureScaler scaler = new FeatureScaler(options.scaling());
        FittedColumn fitted = column instanceof NumericColumn numbers
                ? new NumberFitter(options.numeric(), scaler).fit(numbers, run)
                : new CategoryFitter(options.category(), scaler).fit((CategoryColumn) column, run);
        return new Outcome(Optional.empty(), Optional.of(fitted));
    }

    /** The preparation of columns in the table's order. */
    static Preparation assemble(PreparationOptions options, List<Outcome> outcomes, Set<String> takenNames, int rows) {
        List<ColumnPreparation> columns = new ArrayList<>();
        List<Feature> numbers = new ArrayList<>();
        List<Feature> categories = new ArrayList<>();
        List<DroppedColumn> dropped = new ArrayList<>();
        Set<String> taken = new HashSet<>(takenNames);
        for (Outcome one : outcomes) {
            one.dropped().ifPresent(dropped::add);
            one.fitted().ifPresent(f -> {
                columns.add(f.preparation());
                (f.preparation() instanceof Numbers ? numbers : categories).addAll(f.features());
            });
        }
        List<Feature> features = new ArrayList<>(numbers);
        features.addAll(categories);
        features.replaceAll(f -> named(f, options, taken));
        return new Preparation(options, columns, features, dropped, rows, List.of());
    }

    private static Feature named(Feature feature, PreparationOptions options, Set<String> taken) {
        return feature.withName(FreeNames.take(
                feature.name() + " (" + options.scaling().method().suffix() + ")", taken));
    }
}
