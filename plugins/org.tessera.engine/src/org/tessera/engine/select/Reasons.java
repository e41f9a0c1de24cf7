package org.tessera.engine.select;

import java.util.List;
import java.util.stream.Collectors;
import org.tessera.engine.choose.stability.Consistency;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.metric.MetricRange;

/** Explains every rank in a sentence with the numbers that it is based on. */
final class Reasons {

    private static final String OTHERS = "try other algorithms or numbers of segments";

    private final SelectionOptions options;
    private final Ties ties;
    private final List<Contender> order;
    private final int eligible;
    private final String metric;
    private final MetricRange range;

    /**
     * @param order the contenders, the winner first
     * @param eligible number of contenders that pass the guards
     */
    Reasons(SelectionOptions options, Ties ties, List<Contender> order, int eligible) {
        this.options = options;
        this.ties = ties;
        this.order = order;
        this.eligible = eligible;
        this.metric = options.decides();
        this.range = options.range();
    }

    /** The reason of the rank at an index of the order. */
    String of(int index) {
        Contender contender = order.get(index);
        boolean winner = index == 0;
        if (!contender.measured()) {
            return (winner ? "Chosen for want of any other: " : "Set aside: ") + whyUndefined(contender);
        }
        if (!contender.eligible()) {
            return winner ? whyLeastBad(contender) : "Set aside: " + misses(contender, "");
        }
        return winner ? whyChosen(contender) + reading(contender) : whyBeaten(contender);
    }

    private String whyLeastBad(Contender winner) {
        return (order.size() == 1
                        ? "Chosen although it misses the guards, as the only candidate"
                        : "Chosen although it misses the guards, as every candidate does, because it misses them least")
                + ": its " + metric + " is " + value(winner) + ", but " + misses(winner, "its ") + "; "
                + remedies(winner);
    }

    private String whyChosen(Contender winner) {
        if (order.size() == 1) {
            return "Chosen: the only candidate, with " + metric + " " + value(winner);
        }
        if (eligible == 1) {
            return "Chosen: the only one of the " + Numbers.count(order.size())
                    + " candidates that passes the guards, with " + metric + " " + value(winner);
        }
        Contender best = winner;
        for (Contender other : order.subList(1, eligible)) {
            best = isBetter(other, best) ? other : best;
        }
        if (best != winner) {
            Digits.Pair words = Digits.values(winner.value(), best.value());
            return "Chosen: its " + metric + " " + value(winner, words.first()) + " is within "
                    + ties.within(winner, best) + " of the best, " + words.second() + " of '"
                    + best.candidate().name() + "', and it has " + fewer(winner, best);
        }
        return "Chosen: " + (range.higherIsBetter() ? "highest " : "lowest ") + metric + " " + value(winner)
                + " of the " + Numbers.count(eligible) + " candidates that pass the guards";
    }

    private String whyBeaten(Contender contender) {
        Contender winner = order.get(0);
        Digits.Pair words = Digits.values(contender.value(), winner.value());
        String value = value(contender, words.first());
        String ofWinner = words.second() + " of '" + winner.candidate().name() + "'";
        if (isBetter(winner, contender)) {
            return "Passes the guards, but its " + metric + " " + value + " is "
                    + (range.higherIsBetter() ? "lower" : "higher") + " than " + ofWinner;
        }
        if (winner.shape().segments() < contender.shape().segments()) {
            return "Passes the guards, but within " + ties.within(winner, contender) + " of its " + metric + " " + value
                    + " is " + ofWinner + ", which has " + fewer(winner, contender);
        }
        return "Passes the guards, but its " + metric + " " + value + " is no better than that of '"
                + winner.candidate().name()
                + "', which was preferred for less noise, a larger smallest segment or its place among the candidates";
    }

    private boolean isBetter(Contender first, Contender second) {
        return !Ties.same(first, second) && range.isBetter(first.value(), second.value());
    }

    private static String fewer(Contender few, Contender many) {
        return "fewer segments (" + few.shape().segments() + " instead of "
                + many.shape().segments() + ")";
    }

    /** What the value means, if the metric has a scale. */
    private String reading(Contender contender) {
        return !contender.byStability() && options.metric().info().reading().hasScale()
                ? "; " + options.metric().info().reading().of(contender.value())
                : "";
    }

    private static String misses(Contender contender, String possessive) {
        return contender.misses().stream()
                .map(miss -> possessive + miss.inWords())
                .collect(Collectors.joining(", and "));
    }

    private static String remedies(Contender contender) {
        return OTHERS
                + contender.misses().stream()
                        .map(miss -> ", or " + miss.remedy())
                        .collect(Collectors.joining());
    }

    private static String whyUndefined(Contender contender) {
        Shape shape = contender.shape();
        if (shape.segments() == 0) {
            return (shape.customers() == 1
                            ? "the only customer is"
                            : "all " + Numbers.count(shape.customers(), "customer") + " are")
                    + " noise, so there is no segment";
        }
        if (shape.segments() == 1) {
            return "one segment only, so there is nothing to compare";
        }
        return contender.byStability()
                ? "its stability is not known, as its algorithm finds too few segments in parts of the customers"
                : contender.result().undefined();
    }

    private static String value(Contender contender) {
        return value(contender, Numbers.value(contender.value(), 3));
    }

    private static String value(Contender contender, String value) {
        if (contender.byStability()) {
            Consistency consistency = contender.candidate().consistency();
            return value + " (" + Numbers.value(consistency.adjustedRand(), 3) + ", "
                    + (Double.isNaN(consistency.nullAdjustedRand())
                            ? "no segments found without segments)"
                            : "without segments " + Numbers.value(consistency.nullAdjustedRand(), 3) + ")");
        }
        int sampled = contender.result().sampledRows();
        if (sampled == 0) {
            return value;
        }
        return value + " (estimated from " + Numbers.count(sampled) + " customers, standard error "
                + Numbers.value(contender.result().standardError(), 2) + ")";
    }

    /** What the user should know about the selection; empty if the winner passes the guards. */
    String warning() {
        Contender winner = order.get(0);
        if (eligible > 0) {
            return "";
        }
        String count = order.size() == 1
                ? "The only candidate does not pass the guards. "
                : "None of the " + Numbers.count(order.size()) + " candidates passes the guards. ";
        String name = "'" + winner.candidate().name() + "' was chosen all the same, ";
        if (!winner.measured()) {
            return count + name + "but " + (winner.shape().segments() == 1 ? "it has " : "") + whyUndefined(winner)
                    + ": ask for at least 2 segments, or for DBSCAN try another eps.";
        }
        return count + name + (order.size() == 1 ? "" : "because it misses them least, ") + "but "
                + misses(winner, "its ") + ": " + remedies(winner) + ".";
    }
}
