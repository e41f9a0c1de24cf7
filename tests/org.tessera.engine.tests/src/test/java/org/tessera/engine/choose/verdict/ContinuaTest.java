package org.tessera.engine.choose.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.choose.continuum.FeatureColumns;
import org.tessera.engine.choose.verdict.Verdict.Kind;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.run.RandomStream;
import org.tessera.engine.run.RunContext;

/**
 * Customers without segments that no copula describes: T1 tells most of them from the tables without segments, so that D alone
 * decides. The quick version of two rows of docs/verdict.md.
 */
class ContinuaTest {

    private static final int ROWS = 500;
    private static final int TABLES = 20;
    private static final int FIRST_SEED = 10;
    private static final VerdictOptions QUICK = VerdictOptions.defaults().withNullSamples(39);

    private static List<Verdict> verdicts(Function<RandomStream, double[][]> customers) {
        return IntStream.range(FIRST_SEED, FIRST_SEED + TABLES)
                .mapToObj(seed -> judge(customers.apply(RandomStream.of(seed, 7)), seed))
                .toList();
    }

    private static Verdict judge(double[][] columns, long seed) {
        List<Column> list = new ArrayList<>();
        for (double[] column : columns) {
            list.add(new NumericColumn("number " + list.size(), column, false));
        }
        CustomerTable table = new CustomerTable(ROWS, list);
        RunContext run = RunContext.of(seed);
        Preparation preparation = Preparer.with(PreparationOptions.defaults()).fit(table, Set.of(), run);
        return Verdict.of(preparation.apply(table, run).features(), FeatureColumns.of(preparation), QUICK, run);
    }

    private static long count(List<Verdict> verdicts, Kind kind) {
        return verdicts.stream().filter(v -> v.kind() == kind).count();
    }

    /** The spread of nine numbers depends on the first. */
    private static double[][] funnel(RandomStream random) {
        double[][] columns = new double[10][ROWS];
        for (int i = 0; i < ROWS; i++) {
            columns[0][i] = random.nextGaussian();
            for (int j = 1; j < columns.length; j++) {
                columns[j][i] = Math.exp(0.6 * columns[0][i]) * random.nextGaussian();
            }
        }
        return columns;
    }

    /** Recency, orders, revenue, tenure in weeks and basket of customers who buy and drop out at rates of their own. */
    private static double[][] recencyFrequencyValue(RandomStream random) {
        double[][] columns = new double[5][ROWS];
        for (int i = 0; i < ROWS; i++) {
            double rate = -Math.log(1 - random.nextDouble()) / 10;
            double drop = 0.5 * random.nextDouble();
            double tenure = 20 + 80 * random.nextDouble();
            double last = 0;
            int orders = 1;
            for (double t = 0; random.nextDouble() > drop; orders++) {
                t -= Math.log(1 - random.nextDouble()) / rate;
                if (t >= tenure) {
                    break;
                }
                last = t;
            }
            double basket = Math.exp(3 + 0.7 * random.nextGaussian());
            columns[0][i] = tenure - last;
            columns[1][i] = orders;
            columns[2][i] = orders * basket * Math.exp(0.2 * random.nextGaussian());
            columns[3][i] = tenure;
            columns[4][i] = basket;
        }
        return columns;
    }

    @Test
    void numbers_whose_spread_varies_have_no_natural_segments() {
        List<Verdict> verdicts = verdicts(ContinuaTest::funnel);

        assertEquals(0, count(verdicts, Kind.NATURAL));
        assertTrue(count(verdicts, Kind.REPRODUCIBLE) > TABLES / 2, "T1 does not protect here");
    }

    @Test
    void recency_frequency_and_value_have_no_natural_segments() {
        List<Verdict> verdicts = verdicts(ContinuaTest::recencyFrequencyValue);

        assertEquals(0, count(verdicts, Kind.NATURAL));
        assertTrue(count(verdicts, Kind.REPRODUCIBLE) > TABLES / 3, "T1 does not protect here");
    }
}
