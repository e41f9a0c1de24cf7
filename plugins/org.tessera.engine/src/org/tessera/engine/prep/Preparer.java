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
 * Learns a {@link Preparation} from customers. The figures do not depend on the order of the rows or the number of
 * threads. Conventions of scikit-learn: SimpleImputer, OneHotEncoder with sorted categories, StandardScaler
 * (population standard deviation), MinMaxScaler, RobustScaler (quartiles by linear interpolation).
 */
public final class Preparer {

    /** Features beyond have no finite squares. */
    private static final double MOST_SCALED = 1e150;
    /** Rows that are turned into numbers between two looks for a cancel. */
    private static final int BLOCK = 1 << 16;

    private final PreparationOptions options;

    private Preparer(PreparationOptions options) {
        this.options = options;
    }

    /**
     * A preparer.
     *
     * @param options how columns are turned into features
     * @return the preparer
     */
    public static Preparer with(PreparationOptions options) {
        return new Preparer(Objects.requireNonNull(options, "options"));
    }

    /**
     * Learns from customers. O(n log n) per column. Rows that are left out because a number is missing count nowhere.
     *
     * @param table the columns to use
     * @param takenNames names that features must not get, because the table they are appended to has them
     * @param run progress, cancel, threads
     * @return the preparation
     * @throws SegmentationException if no column gives a feature, no row is left, or a number is infinite
     */
    public Preparation fit(CustomerTable table, Set<String> takenNames, RunContext run) {
        return learn(Codes.read(table, options.category().codes(), run), takenNames, run);
    }

    private Preparation learn(CustomerTable table, Set<String> takenNames, RunContext run) {
        if (table.rows() == 0) {
            throw new SegmentationException("The table has no rows", "check the filters before this step");
        }
        boolean leavesOut = options.numeric().missing() == NumericMissing.LEAVE_OUT;
        List<Column> columns = (leavesOut ? CompleteRows.of(table, run) : table).columns();
        List<Learned> learned = new ArrayList<>();
        columns.forEach(c -> learned.add(null));
        run.forBlocks(columns.size(), c -> {
            run.progress(
                    c / (double) columns.size(), "Column '" + columns.get(c).name() + "'");
            Learned result = learn(columns.get(c), run);
            synchronized (learned) {
                learned.set(c, result);
            }
        });
        Preparation preparation = assemble(learned, takenNames, table.rows());
        if (preparation.features().isEmpty()) {
            throw useless(preparation.droppedInWords());
        }
        return preparation;
    }

    private static SegmentationException useless(List<String> columns) {
        String remedy = "choose other columns";
        return columns.size() == 1
                ? new SegmentationException("The only column can't tell customers apart, as " + columns.get(0), remedy)
                : new SegmentationException(
                        "None of the " + columns.size() + " columns can tell customers apart", columns, remedy);
    }

    private record Learned(
            Optional<DroppedColumn> dropped, Optional<ColumnPreparation> preparation, List<Feature> features) {}

    private Learned learn(Column column, RunContext run) {
        Optional<DroppedColumn.Reason> reason = UsableColumns.reasonToDrop(column, options, run);
        if (reason.isPresent()) {
            return new Learned(
                    Optional.of(new DroppedColumn(column.name(), reason.get())), Optional.empty(), List.of());
        }
        return column instanceof NumericColumn numbers ? learn(numbers, run) : learn((CategoryColumn) column, run);
    }

    private Learned learn(NumericColumn column, RunContext run) {
        FiniteNumbers.check(column);
        NumericOptions numeric = options.numeric();
        NumericSummary summary = NumericSummary.of(column.values(), run);
        OptionalDouble fill =
                switch (numeric.missing()) {
                    case MEAN -> OptionalDouble.of(summary.mean());
                    case MEDIAN -> OptionalDouble.of(summary.median());
                    case CONSTANT -> OptionalDouble.of(numeric.constant());
                    case LEAVE_OUT -> OptionalDouble.empty();
                };
        int missing = column.missing();
        Quantity quantity = column.quantity();
        Numbers learned = new Numbers(
                column.name(), missing, fill, column.integral(), summary.min(), summary.max(), Optional.of(quantity));
        boolean log = numeric.logSkewed()
                && !quantity.isPoint()
                && summary.min() >= 0
                && fill.orElse(0) >= 0
                && summary.skewness() > NumericOptions.SKEWED;
        List<Feature> features = new ArrayList<>();
        Feature.Kind kind = log ? Feature.Kind.LOG_NUMBER : Feature.Kind.NUMBER;
        features.add(scale(unscaled(column.name(), column.name(), kind), new SourceColumn(learned, column), run));
        if (numeric.indicator() && missing > 0 && numeric.missing() != NumericMissing.LEAVE_OUT) {
            String name = column.name() + " missing";
            Feature indicator = unscaled(name, column.name(), Feature.Kind.MISSING);
            features.add(scale(indicator, NumericSummary.ofFlags(column.size(), missing)));
        }
        return new Learned(Optional.empty(), Optional.of(learned), features);
    }

    private Learned learn(CategoryColumn column, RunContext run) {
        Categories learned = CategoryLevels.learn(column, options.category(), run);
        List<Feature> features = new ArrayList<>();
        Encoding encoding = options.category().encoding();
        if (encoding == Encoding.ONE_HOT) {
            List<String> levels = learned.levels();
            int first = options.category().dropFirst() && levels.size() > 1 ? 1 : 0;
            for (int l = first; l < levels.size(); l++) {
                String name = column.name() + "=" + levels.get(l);
                Feature feature =
                        new Feature(name, column.name(), Feature.Kind.LEVEL, Optional.of(levels.get(l)), 0, 0, 1);
                int customers = (int) Math.round(learned.shares()[l] * column.size());
                features.add(scale(feature, NumericSummary.ofFlags(column.size(), customers)));
            }
        } else {
            Feature.Kind kind = encoding == Encoding.ORDINAL ? Feature.Kind.RANK : Feature.Kind.SHARE;
            features.add(scale(unscaled(column.name(), column.name(), kind), new SourceColumn(learned, column), run));
        }
        return new Learned(Optional.empty(), Optional.of(learned), features);
    }

    private static Feature unscaled(String name, String source, Feature.Kind kind) {
        return new Feature(name, source, kind, Optional.empty(), 0, 0, 1);
    }

    private Feature scale(Feature raw, SourceColumn source, RunContext run) {
        int n = source.column().size();
        double[] values = new double[n];
        for (int from = 0; from < n; from += BLOCK) {
            run.checkCanceled();
            source.write(raw, 0, new SourceColumn.Target(values, 1, from, Math.min(n, from + BLOCK)));
        }
        return scale(raw, NumericSummary.of(values, run));
    }

    private Feature scale(Feature raw, NumericSummary summary) {
        double shift =
                switch (options.scaling()) {
                    case Z_SCORE -> summary.mean();
                    case MIN_MAX -> summary.min();
                    case ROBUST -> summary.median();
                    case NONE -> 0;
                };
        double scale =
                switch (options.scaling()) {
                    case Z_SCORE -> summary.sd();
                    case MIN_MAX -> summary.max() - summary.min();
                    case ROBUST -> robustScale(summary);
                    case NONE -> 1;
                };
        double rest = options.scaling() == Scaling.Z_SCORE ? summary.meanRest() : 0;
        Feature scaled = new Feature(raw.name(), raw.source(), raw.kind(), raw.level(), shift, rest, scale);
        double reach = Math.max(Math.abs(scaled.scaled(summary.min())), Math.abs(scaled.scaled(summary.max())));
        if (!(scale < Double.POSITIVE_INFINITY && reach <= MOST_SCALED) && options.scaling() != Scaling.NONE) {
            throw new SegmentationException(
                    "Column '" + raw.source() + "' spans from " + summary.min() + " to " + summary.max()
                            + ", too wide to be scaled",
                    "divide it by a suitable unit first",
                    "turn outliers into missing values");
        }
        return scaled;
    }

    /** Columns whose middle half has no spread, such as 0/1 columns, are shifted only, as RobustScaler does. */
    private static double robustScale(NumericSummary summary) {
        if (summary.iqr() == 0) {
            return summary.max() > summary.min() ? 1 : 0;
        }
        return summary.iqr();
    }

    private Preparation assemble(List<Learned> learned, Set<String> takenNames, int rows) {
        List<ColumnPreparation> columns = new ArrayList<>();
        List<Feature> numbers = new ArrayList<>();
        List<Feature> categories = new ArrayList<>();
        List<DroppedColumn> dropped = new ArrayList<>();
        Set<String> taken = new HashSet<>(takenNames);
        for (Learned one : learned) {
            one.dropped().ifPresent(dropped::add);
            one.preparation().ifPresent(columns::add);
        }
        for (Learned one : learned) {
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
