package org.tessera.pmml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dmg.pmml.DataField;
import org.dmg.pmml.DataType;
import org.dmg.pmml.Expression;
import org.dmg.pmml.OpType;
import org.dmg.pmml.PMMLFunctions;
import org.tessera.engine.data.FreeNames;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.ColumnPreparation.Numbers;
import org.tessera.engine.prep.Feature;
import org.tessera.engine.prep.numbers.YeoJohnson;

/** The fields of a numeric column: dates as days since 1970-01-01, missing numbers filled, then the features. */
final class NumberFields implements ColumnFields {

    /** Largest absolute value that {@link YeoJohnson} gives. */
    private static final double MAX_TRANSFORMED = 1e150;

    /** The year with whose first day the days of dates begin. */
    private static final int EPOCH = 1970;

    private final Numbers fitted;
    private final boolean logarithm;
    private final boolean date;
    private final String filled;

    /**
     * The fields of a column.
     *
     * @param fitted the column
     * @param logarithm whether a feature is the logarithm of 1 + the number
     * @param names the names of the document
     */
    NumberFields(Numbers fitted, boolean logarithm, Set<String> names) {
        this.fitted = fitted;
        this.logarithm = logarithm;
        date = fitted.quantity().filter(Quantity::isDate).isPresent();
        filled = FreeNames.take(fitted.column() + " (filled)", names);
    }

    @Override
    public DataField dataField() {
        return new DataField(fitted.column(), OpType.CONTINUOUS, date ? DataType.DATE : DataType.DOUBLE);
    }

    @Override
    public void addHelpers(Fields fields) {
        Expression own = Terms.field(fitted.column());
        Expression number = date ? Terms.apply(PMMLFunctions.DATEDAYSSINCEYEAR, own, Terms.whole(EPOCH)) : own;
        // any number will do for customers who get no segment: functions need not accept a missing one
        double fill = fitted.fill().orElse(fitted.min());
        fields.add(Terms.derived(filled, Terms.ifElse(Terms.isMissing(fitted.column()), Terms.number(fill), number)));
    }

    @Override
    public Expression raw(Feature feature) {
        Expression number = Terms.field(filled);
        return switch (feature.kind()) {
            case LOG_NUMBER ->
                // the customer gets no segment where there is no logarithm
                Terms.ifElse(hasLogarithm(), Terms.apply(PMMLFunctions.LN1P, number), Terms.number(0));
            case YEO_JOHNSON_NUMBER -> yeoJohnson(feature.transformation().orElseThrow());
            case MISSING -> Terms.ifElse(Terms.isMissing(fitted.column()), Terms.number(1), Terms.number(0));
            default -> number;
        };
    }

    private Expression hasLogarithm() {
        return Terms.apply(PMMLFunctions.GREATERTHAN, Terms.field(filled), Terms.number(-1));
    }

    private Expression yeoJohnson(YeoJohnson transformation) {
        Expression minus = Terms.apply(PMMLFunctions.MULTIPLY, Terms.number(-1), Terms.field(filled));
        Expression below =
                Terms.apply(PMMLFunctions.MULTIPLY, Terms.number(-1), power(2 - transformation.lambda(), minus));
        Expression above = power(transformation.lambda(), Terms.field(filled));
        Expression power =
                Terms.ifElse(Terms.apply(PMMLFunctions.LESSTHAN, Terms.field(filled), Terms.number(0)), below, above);
        return Terms.apply(
                PMMLFunctions.MAX,
                Terms.number(-MAX_TRANSFORMED),
                Terms.apply(PMMLFunctions.MIN, Terms.number(MAX_TRANSFORMED), power));
    }

    /** ((x + 1)^exponent - 1) / exponent, as {@link YeoJohnson} computes it; a number for x below 0, too. */
    private static Expression power(double exponent, Expression x) {
        Expression log = Terms.apply(PMMLFunctions.LN1P, Terms.apply(PMMLFunctions.MAX, x, Terms.number(0)));
        return exponent == 0
                ? log
                : Terms.apply(
                        PMMLFunctions.DIVIDE,
                        Terms.apply(
                                PMMLFunctions.EXPM1, Terms.apply(PMMLFunctions.MULTIPLY, Terms.number(exponent), log)),
                        Terms.number(exponent));
    }

    @Override
    public Expression known() {
        return Terms.isNotMissing(fitted.column());
    }

    @Override
    public List<Expression> conditions() {
        List<Expression> conditions = new ArrayList<>();
        if (fitted.fill().isEmpty()) {
            conditions.add(known());
        }
        if (logarithm) {
            conditions.add(hasLogarithm());
        }
        return conditions;
    }
}
