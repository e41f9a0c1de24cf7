package org.tessera.engine.prep.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tessera.engine.data.Numbers;

/**
 * A column that others determine: column = offset + sum of coefficient times column, exact up to rounding.
 *
 * @param column the determined column
 * @param terms the other columns, in the table's order
 * @param coefficients a coefficient per term
 * @param offset the constant
 */
record LinearRelation(String column, List<String> terms, double[] coefficients, double offset) {

    /** Columns named in a sentence. */
    private static final int MAX_NAMED = 10;

    private static final int DIGITS = 6;

    /** The same relation, solved for a term; the column becomes the last one. */
    LinearRelation solvedFor(int term) {
        List<String> others = new ArrayList<>(terms);
        others.remove(term);
        others.add(column);
        double divisor = coefficients[term];
        double[] solved = new double[coefficients.length];
        for (int t = 0, next = 0; t < solved.length; t++) {
            if (t != term) {
                solved[next++] = -coefficients[t] / divisor;
            }
        }
        solved[solved.length - 1] = 1 / divisor;
        return new LinearRelation(terms.get(term), others, solved, offset == 0 ? 0 : -offset / divisor);
    }

    /** Whether the column is the sum of two others or more. */
    boolean isSum() {
        return terms.size() > 1 && offset == 0 && Arrays.stream(coefficients).allMatch(c -> c == 1);
    }

    /** The relation as a predicate: "is the sum of 'a', 'b' and 'c'". */
    String inWords() {
        boolean units = offset == 0 && Arrays.stream(coefficients).allMatch(c -> Math.abs(c) == 1);
        if (terms.size() == 1) {
            if (offset != 0) {
                return "is a linear function of '" + terms.get(0) + "'";
            }
            return coefficients[0] == 1
                    ? "equals '" + terms.get(0) + "'"
                    : "is a multiple of '" + terms.get(0) + "' (times " + Numbers.value(coefficients[0], DIGITS) + ")";
        }
        if (isSum()) {
            return "is the sum of " + list();
        }
        return units && terms.size() <= MAX_NAMED ? "is " + signed() : "follows exactly from " + list();
    }

    private String list() {
        List<String> quoted = terms.stream().map(t -> "'" + t + "'").toList();
        if (quoted.size() > MAX_NAMED) {
            return String.join(", ", quoted.subList(0, MAX_NAMED)) + " and "
                    + Numbers.count(quoted.size() - (long) MAX_NAMED, "other");
        }
        return String.join(", ", quoted.subList(0, quoted.size() - 1)) + " and " + quoted.get(quoted.size() - 1);
    }

    /** Terms with a plus first: "'revenue' - 'cost'". */
    private String signed() {
        String plus = withSign(1).stream().collect(Collectors.joining(" + "));
        String minus = withSign(-1).stream().map(t -> " - " + t).collect(Collectors.joining());
        return (plus + minus).strip();
    }

    private List<String> withSign(double sign) {
        List<String> names = new ArrayList<>();
        for (int t = 0; t < coefficients.length; t++) {
            if (coefficients[t] == sign) {
                names.add("'" + terms.get(t) + "'");
            }
        }
        return names;
    }
}
