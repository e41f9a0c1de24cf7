package org.tessera.engine.prep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.FreeNames;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.ColumnPreparation.Numbers;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.run.RunContext;
import org.tessera.engine.run.SegmentationException;

/**
 * Fits a {@link Preparation} to a table: imputation, encoding and scaling with the conventions of scikit-learn:
 * SimpleImputer, OneHotEncoder with sorted categories, StandardScaler (population standard deviation), MinMaxScaler,
 * RobustScaler (quartiles by linear interpolation). The parameters do not depend on the order of the rows or the number
 * of threads.
 */
public final class Preparer {

    /** Largest absolute value of a scaled feature; squares of larger ones may overflow. */
    private static final double MAX_SCALED = 1e150;
    /** Rows encoded between two checks for cancellation. */
    private static final int BLOCK = 1 << 16;

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
     * Fits a preparation. O(n log n) per column. Rows that are left out because a number is missing, or of
     * which nothing is known, contribute to no parameter.
     *
     * @param table the columns to use
     * @param takenNames names that features must not get, because the table they are appended to has them
     * @param run progress, cancel, threads
     * @return the preparation
     * @throws SegmentationException if no feature can be derived, no row is left, or a number is infinite
     */
    public Preparation fit(CustomerTable table, Set<String> takenNames, RunContext run) {
        return fitConverted(NumericCategories.convert(table, options.category().codeColumns(), run), takenNames, run);
    }

    private Preparation fitConverted(CustomerTable table, Set<String> takenNames, RunContext run) {
        if (table.rows() == 0) {
            throw new SegmentationException("The table has no rows", "check the filters before this step");
        }
        boolean leavesOut = options.numeric().missing() == NumericMissing.LEAVE_OUT;
        Screened screened = Screened.of(leavesOut ? CompleteRows.of(table, run) : table, options, run);
        List<Column> columns = screened.table().columns();
        List<FittedColumn> fitted = new ArrayList<>();
        columns.forEach(c -> fitted.add(null));
        run.forBlocks(columns.size(), c -> {
            run.progress(
                    c / (double) columns.size(), "Column '" + columns.get(c).name() + "'");
            FittedColumn result = fit(columns.get(c), screened, run);
            synchronized (fitted) {
                fitted.set(c, result);
            }
        });
        Preparation preparation = assemble(fitted, takenNames, table.rows());
        if (preparation.features().isEmpty()) {
            throw noFeatures(preparation);
        }
        return preparation;
    }

    private static SegmentationException noFeatures(Preparation preparation) {
        List<String> columns = preparation.droppedInWords();
        List<String> remedies = new ArrayList<>(List.of("choose other columns"));
        if (preparation.dropped().stream().anyMatch(d -> d.reason().isChoice())) {
            remedies.add("select one in 'Columns to keep'");
        }
        String[] others = remedies.toArray(String[]::new);
        return columns.size() == 1
                ? new SegmentationException("The only column can't tell customers apart, as " + columns.get(0), others)
                : new SegmentationException(
                        "None of the " + columns.size() + " columns can tell customers apart", columns, others);
    }

    private record FittedColumn(
            Optional<DroppedColumn> dropped, Optional<ColumnPreparation> preparation, List<Feature> features) {}

    private FittedColumn fit(Column column, Screened screened, RunContext run) {
        Optional<DroppedColumn> dropped = Optional.ofNullable(screened.dropped().get(column.name()));
        if (dropped.isPresent()) {
            return new FittedColumn(dropped, Optional.empty(), List.of());
        }
        return column instanceof NumericColumn numbers ? fit(numbers, run) : fit((CategoryColumn) column, run);
    }

    private FittedColumn fit(NumericColumn column, RunContext run) {
        FiniteNumbers.check(column);
        NumericOptions numeric = options.numeric();
        ColumnStatistics statistics = ColumnStatistics.of(column.values(), run);
        OptionalDouble fill = switch (numeric.missing()) {
            case MEAN -> OptionalDouble.of(statistics.mean());
            case MEDIAN -> OptionalDouble.of(statistics.median());
            case CONSTANT -> OptionalDouble.of(numeric.constant());
            case LEAVE_OUT -> OptionalDouble.empty();
        };
        int missing = column.missing();
        Quantity quantity = column.quantity();
        Numbers fitted = new Numbers(
                column.name(),
                missing,
                fill,
                column.integral(),
                statistics.min(),
                statistics.max(),
                Optional.of(quantity));
        boolean log = numeric.logSkewed()
                && !quantity.isPointInTime()
                && statistics.min() >= 0
                && fill.orElse(0) >= 0
                && statistics.skewness() > NumericOptions.MIN_SKEWNESS;
        List<Feature> features = new ArrayList<>();
        Feature.Kind kind = log ? Feature.Kind.LOG_NUMBER : Feature.Kind.NUMBER;
        features.add(scale(unscaled(column.name(), column.name(), kind), new ColumnEncoder(fitted, column), run));
        if (numeric.indicator() && missing > 0 && numeric.missing() != NumericMissing.LEAVE_OUT) {
            String name = column.name() + " missing";
            Feature indicator = unscaled(name, column.name(), Feature.Kind.MISSING);
            features.add(scale(indicator, ColumnStatistics.ofIndicator(column.size(), missing)));
        }
        return new FittedColumn(Optional.empty(), Optional.of(fitted), features);
    }

    private FittedColumn fit(CategoryColumn column, RunContext run) {
        Categories fitted = CategoryLevels.fit(column, options.category(), run);
        List<Feature> features = new ArrayList<>();
        Encoding encoding = options.category().encoding();
        if (encoding == Encoding.ONE_HOT) {
            List<String> levels = fitted.levels();
            int first = options.category().dropFirst() && levels.size() > 1 ? 1 : 0;
            for (int l = first; l < levels.size(); l++) {
                String name = column.name() + "=" + levels.get(l);
                Feature feature =
                        new Feature(name, column.name(), Feature.Kind.LEVEL, Optional.of(levels.get(l)), 0, 0, 1);
                int customers = (int) Math.round(fitted.shares()[l] * column.size());
                features.add(scale(feature, ColumnStatistics.ofIndicator(column.size(), customers)));
            }
        } else {
            Feature.Kind kind = encoding == Encoding.ORDINAL ? Feature.Kind.RANK : Feature.Kind.SHARE;
            features.add(scale(unscaled(column.name(), column.name(), kind), new ColumnEncoder(fitted, column), run));
        }
        return new FittedColumn(Optional.empty(), Optional.of(fitted), features);
    }

    private static Feature unscaled(String name, String source, Feature.Kind kind) {
        return new Feature(name, source, kind, Optional.empty(), 0, 0, 1);
    }

    private Feature scale(Feature raw, ColumnEncoder source, RunContext run) {
        int n = source.column().size();
        double[] values = new double[n];
        for (int from = 0; from < n; from += BLOCK) {
            run.checkCanceled();
            source.encode(raw, 0, new ColumnEncoder.Target(values, 1, from, Math.min(n, from + BLOCK)));
        }
        return scale(raw, ColumnStatistics.of(values, run));
    }

    private Feature scale(Feature raw, ColumnStatistics statistics) {
        double shift = switch (options.scaling()) {
            case Z_SCORE -> statistics.mean();
            case MIN_MAX -> statistics.min();
            case ROBUST -> statistics.median();
            case NONE -> 0;
        };
        double scale = switch (options.scaling()) {
            case Z_SCORE -> statistics.sd();
            case MIN_MAX -> statistics.max() - statistics.min();
            case ROBUST -> robustScale(statistics);
            case NONE -> 1;
        };
        double shiftLow = options.scaling() == Scaling.Z_SCORE ? statistics.meanLow() : 0;
        Feature scaled = new Feature(raw.name(), raw.source(), raw.kind(), raw.level(), shift, shiftLow, scale);
        double largest = Math.max(Math.abs(scaled.scaled(statistics.min())), Math.abs(scaled.scaled(statistics.max())));
        if (!(scale < Double.POSITIVE_INFINITY && largest <= MAX_SCALED) && options.scaling() != Scaling.NONE) {
            throw new SegmentationException(
                    "Column '" + raw.source() + "' spans from " + statistics.min() + " to " + statistics.max()
                            + ", too wide to be scaled",
                    "divide it by a suitable unit first",
                    "turn outliers into missing values");
        }
        return scaled;
    }

    /**
     * The interquartile range, or 1 for columns with spread only in the tails, such as most 0/1 columns (RobustScaler).
     */
    private static double robustScale(ColumnStatistics statistics) {
        if (statistics.iqr() == 0) {
            return statistics.max() > statistics.min() ? 1 : 0;
        }
        return statistics.iqr();
    }

    private Preparation assemble(List<FittedColumn> fitted, Set<String> takenNames, int rows) {
        List<ColumnPreparation> columns = new ArrayList<>();
        List<Feature> numbers = new ArrayList<>();
        List<Feature> categories = new ArrayList<>();
        List<DroppedColumn> dropped = new ArrayList<>();
        Set<String> taken = new HashSet<>(takenNames);
        for (FittedColumn one : fitted) {
            one.dropped().ifPresent(dropped::add);
            one.preparation().ifPresent(columns::add);
        }
        for (FittedColumn one : fitted) {
            boolean isNumbers = one.preparation().orElse(null) instanceof Numbers;
            for (Feature feature : one.features()) {
                (isNumbers ? numbers : categories).add(feature);
            }
        }
        List<Feature> features = new ArrayList<>(numbers);
        features.addAll(categories);
        features.replaceAll(f -> named(f, taken));
        return new Preparation(options, columns, features, dropped, rows);
    }

    private Feature named(Feature feature, Set<String> taken) {
        return feature.withName(
                FreeNames.take(feature.name() + " (" + options.scaling().suffix() + ")", taken));
    }
}
