package org.tessera.engine.profile;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.run.RunContext;

/** Made-up customers, whose columns are functions of the row, and their profiles. */
final class Tables {

    static final RunContext RUN = RunContext.of(1);

    private Tables() {}

    static NumericColumn numbers(String name, int n, IntToDoubleFunction value) {
        double[] values = new double[n];
        Arrays.setAll(values, value);
        return new NumericColumn(name, values, true);
    }

    static CategoryColumn texts(String name, int n, IntFunction<String> value) {
        return CategoryColumn.of(
                name, Arrays.asList(IntStream.range(0, n).mapToObj(value).toArray(String[]::new)));
    }

    static Labels labels(int n, IntUnaryOperator label) {
        return Labels.of(IntStream.range(0, n).map(label).toArray());
    }

    static Profile profile(Labels labels, Column... columns) {
        return Profiler.profile(
                new CustomerTable(labels.size(), List.of(columns)),
                SegmentedRows.all(labels),
                ProfileOptions.defaults(),
                RUN);
    }

    /** The sentence about a segment, without its beginning. */
    static String sentence(Profile profile, int segment) {
        String description = profile.segments().get(segment).description();
        return description.substring(description.indexOf(": ") + 2);
    }

    static String rule(Profile profile, int segment) {
        return profile.segments().get(segment).rule().map(Rule::text).orElse("none");
    }
}
