package org.tessera.pmml;

import org.dmg.pmml.Apply;
import org.dmg.pmml.Constant;
import org.dmg.pmml.DataType;
import org.dmg.pmml.DerivedField;
import org.dmg.pmml.Expression;
import org.dmg.pmml.FieldRef;
import org.dmg.pmml.OpType;
import org.dmg.pmml.PMMLFunctions;

/** Expressions of PMML in short. */
final class Terms {

    private Terms() {}

    static Expression apply(String function, Expression... arguments) {
        return new Apply(function).addExpressions(arguments);
    }

    static Expression number(double value) {
        return new Constant(Double.toString(value)).setDataType(DataType.DOUBLE);
    }

    static Expression whole(int value) {
        return new Constant(Integer.toString(value)).setDataType(DataType.INTEGER);
    }

    static Expression text(String value) {
        return new Constant(value).setDataType(DataType.STRING);
    }

    static Expression truth(boolean value) {
        return new Constant(Boolean.toString(value)).setDataType(DataType.BOOLEAN);
    }

    static Expression field(String name) {
        return new FieldRef(name);
    }

    static Expression ifElse(Expression condition, Expression then, Expression otherwise) {
        return apply(PMMLFunctions.IF, condition, then, otherwise);
    }

    static Expression isMissing(String field) {
        return apply(PMMLFunctions.ISMISSING, field(field));
    }

    static Expression isNotMissing(String field) {
        return apply(PMMLFunctions.ISNOTMISSING, field(field));
    }

    /** A field that holds the number of an expression. */
    static DerivedField derived(String name, Expression expression) {
        return new DerivedField(name, OpType.CONTINUOUS, DataType.DOUBLE, expression);
    }
}
