package org.tessera.engine.choose.large;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.tessera.engine.model.ColumnBaseline;

/**
 * What all customers of a segment are like, by passes over all of them.
 *
 * @param size number of customers
 * @param share their share of all customers with features, 0 to 1
 * @param moments means and standard deviations of the numbers that make features, in their own units
 * @param distributions counts of customers in the bins of the model's baseline, per own column that makes features
 */
public record SegmentFigures(long size, double share, List<Moments> moments, List<ColumnBaseline> distributions) {

    private static final MathContext PRECISION = new MathContext(40);

    /** Copies the lists. */
    public SegmentFigures {
        moments = List.copyOf(moments);
        distributions = List.copyOf(distributions);
    }

    /**
     * The numbers of a column in a segment, missing ones left out.
     *
     * @param column the column
     * @param count how many numbers there are
     * @param mean their mean, rounded once; NaN if there is none
     * @param sd their population standard deviation, rounded once; NaN if there is none
     */
    public record Moments(String column, long count, double mean, double sd) {

        static Moments of(String column, long count, BigDecimal sum, BigDecimal squares) {
            if (count == 0) {
                return new Moments(column, 0, Double.NaN, Double.NaN);
            }
            BigDecimal n = BigDecimal.valueOf(count);
            BigDecimal spread = n.multiply(squares).subtract(sum.multiply(sum)).max(BigDecimal.ZERO);
            return new Moments(
                    column,
                    count,
                    sum.divide(n, PRECISION).doubleValue(),
                    spread.sqrt(PRECISION).divide(n, PRECISION).doubleValue());
        }
    }
}
