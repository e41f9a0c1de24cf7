package org.tessera.engine.choose.continuum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.prep.Feature;
import org.tessera.engine.prep.Preparation;

/**
 * Which features belong together: the indicators of one category vary as one, every number alone.
 *
 * @param list the columns; every feature is in at most one of them
 */
public record FeatureColumns(List<FeatureColumn> list) {

    /** Copies the list. */
    public FeatureColumns {
        list = List.copyOf(list);
    }

    /**
     * The columns behind the features of a preparation. An indicator of missing numbers is a category of its own.
     *
     * @param preparation the preparation
     * @return the columns, in the order of their first features
     */
    public static FeatureColumns of(Preparation preparation) {
        Map<String, List<Integer>> levels = new LinkedHashMap<>();
        List<Feature> features = preparation.features();
        List<FeatureColumn> columns = new ArrayList<>();
        for (int f = 0; f < features.size(); f++) {
            Feature feature = features.get(f);
            switch (feature.kind()) {
                case LEVEL ->
                    levels.computeIfAbsent(feature.source(), s -> new ArrayList<>())
                            .add(f);
                case MISSING -> columns.add(new FeatureColumn(feature.source() + " missing", true, List.of(f)));
                case NUMBER, LOG_NUMBER, YEO_JOHNSON_NUMBER, RANK, SHARE ->
                    columns.add(FeatureColumn.number(feature.source(), f));
            }
        }
        levels.forEach((source, indices) -> columns.add(new FeatureColumn(source, true, indices)));
        return new FeatureColumns(columns);
    }

    /**
     * Every feature a number of its own.
     *
     * @param names d names
     * @return d columns
     */
    public static FeatureColumns numbers(List<String> names) {
        return new FeatureColumns(IntStream.range(0, names.size())
                .mapToObj(f -> FeatureColumn.number(names.get(f), f))
                .toList());
    }

    /** @return the indices of all features, column by column */
    public int[] features() {
        return list.stream()
                .flatMap(c -> c.features().stream())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * The same without some columns.
     *
     * @param left indices of columns to leave out
     * @return the other columns, with the features' indices unchanged
     */
    public FeatureColumns without(Set<Integer> left) {
        return new FeatureColumns(IntStream.range(0, list.size())
                .filter(c -> !left.contains(c))
                .mapToObj(list::get)
                .toList());
    }

    /**
     * Takes the columns' features out of a matrix. O(n d).
     *
     * @param x features, as many columns as the indices demand
     * @return the features of these columns alone, column by column
     */
    public Matrix select(Matrix x) {
        int[] features = features();
        double[] values = new double[x.rows() * features.length];
        for (int i = 0; i < x.rows(); i++) {
            for (int f = 0; f < features.length; f++) {
                values[i * features.length + f] = x.at(i, features[f]);
            }
        }
        return Matrix.wrap(x.rows(), features.length, values);
    }

    /** @return the same columns for the features that {@link #select} gives */
    public FeatureColumns selected() {
        List<FeatureColumn> columns = new ArrayList<>();
        int next = 0;
        for (FeatureColumn column : list) {
            int from = next;
            next += column.features().size();
            columns.add(new FeatureColumn(
                    column.name(),
                    column.category(),
                    IntStream.range(from, next).boxed().toList()));
        }
        return new FeatureColumns(columns);
    }
}
