package org.tessera.engine.select;

import java.util.function.IntFunction;
import org.tessera.engine.data.Numbers;

/** Two numbers with as many digits as it takes to tell them apart; with the usual ones if they are the same. */
final class Digits {

    private static final int USUAL = 3;

    /** Digits at which doubles that differ by more than rounding differ, too. */
    private static final int MAX = 15;

    private Digits() {}

    /** Two numbers as texts. */
    record Pair(String first, String second) {}

    /** Two shares as percentages, such as "1.99 %" and "2 %". */
    static Pair percents(double first, double second) {
        Pair usual = new Pair(Numbers.percent(first), Numbers.percent(second));
        return usual.first().equals(usual.second())
                ? apart(digits -> new Pair(percent(first, digits), percent(second, digits)))
                : usual;
    }

    private static String percent(double share, int digits) {
        return Numbers.value(100 * share, digits) + " %";
    }

    /** Two values, such as "0.1864" and "0.1859". */
    static Pair values(double first, double second) {
        return apart(digits -> new Pair(Numbers.value(first, digits), Numbers.value(second, digits)));
    }

    private static Pair apart(IntFunction<Pair> texts) {
        for (int digits = USUAL; digits <= MAX; digits++) {
            Pair pair = texts.apply(digits);
            if (!pair.first().equals(pair.second())) {
                return pair;
            }
        }
        return texts.apply(USUAL);
    }
}
