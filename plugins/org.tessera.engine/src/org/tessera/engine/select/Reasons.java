package org.tessera.engine.select;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.metric.MetricRange;

/** Explains every rank in a sentence with the numbers that it is based on. */
final class Reasons {

    private final SelectionOptions options;
    private final List<Contender> order;
    private final int eligible;
    private final String metric;
    private final MetricRange range;

    /**
     * @param order the contenders, the winner first
     * @param eligible number of contenders that pass the guards
     */
    Reasons(SelectionOptions options, List<Contender> order, int eligible) {
        this.options = options;
        this.order = order;
        this.eligible = eligible;
        this.metric = options.metric().info().name();
        this.range = options.metric().info().range();
    }

    /** The reason of the rank at an index of the order. */
    String of(int index) {
        Contender contender = order.get(index);
        boolean winner = index == 0;
        if (!contender.measured()) {
            return (winner ? "Chosen for want of any other: " : "Set aside: ") + whyUndefined(contender);
        }
        if (!contender.eligible()) {
            return winner
                    ? "Chosen although it misses the guards, as every candidate does: " + best() + " "
                            + value(contender) + ", but " + misses(contender, "its ")
                    : "Set aside: " + misses(contender, "");
        }
        return winner ? whyChosen(contender) : whyBeaten(contender);
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
            best = range.isBetter(other.value(), best.value()) ? other : best;
        }
        if (range.isBetter(best.value(), winner.value())) {
            return "Chosen: its " + metric + " " + value(winner) + " is within " + Numbers.percent(options.tie())
                    + " of the best, " + value(best) + " of '"
                    + best.candidate().name()
                    + "', and it has fewer segments (" + winner.shape().segments() + " instead of "
                    + best.shape().segments() + ")";
        }
        return "Chosen: " + best() + " " + value(winner) + " of the " + Numbers.count(eligible)
                + " candidates that pass the guards";
    }

    private String whyBeaten(Contender contender) {
        Contender winner = order.get(0);
        if (range.isBetter(winner.value(), contender.value())) {
            return "Passes the guards, but its " + metric + " " + value(contender) + " is "
                    + (range.higherIsBetter() ? "lower" : "higher") + " than " + value(winner) + " of '"
                    + winner.candidate().name() + "'";
        }
        if (winner.shape().segments() < contender.shape().segments()) {
            return "Passes the guards, but within " + Numbers.percent(options.tie()) + " of its " + metric + " "
                    + value(contender) + " is " + value(winner) + " of '"
                    + winner.candidate().name() + "', which has fewer segments ("
                    + winner.shape().segments() + " instead of "
                    + contender.shape().segments() + ")";
        }
        return "Passes the guards, but its " + metric + " " + value(contender) + " is no better than that of '"
                + winner.candidate().name()
                + "', which was preferred for less noise, a larger smallest segment or its place among the candidates";
    }

    private String misses(Contender contender, String possessive) {
        Leaderboard.Shape shape = contender.shape();
        List<String> parts = new ArrayList<>();
        if (contender.tooSmall()) {
            parts.add(possessive + "smallest segment holds " + Numbers.percent(shape.smallestShare())
                    + " of the customers (" + of(shape.smallest(), shape) + "), below the limit of "
                    + Numbers.percent(options.minimumShare()));
        }
        if (contender.tooNoisy()) {
            parts.add(Numbers.percent(shape.noiseShare()) + " of the customers are noise (" + of(shape.noise(), shape)
                    + "), above the limit of " + Numbers.percent(options.maximumNoise()));
        }
        return String.join(" and ", parts);
    }

    private static String of(int rows, Leaderboard.Shape shape) {
        return Numbers.count(rows) + " of " + Numbers.count(shape.customers());
    }

    private static String whyUndefined(Contender contender) {
        Leaderboard.Shape shape = contender.shape();
        if (shape.segments() == 0) {
            return (shape.customers() == 1
                            ? "the only customer is"
                            : "all " + Numbers.count(shape.customers(), "customer") + " are")
                    + " noise, so there is no segment";
        }
        if (shape.segments() == 1) {
            return "one segment only, so there is nothing to compare";
        }
        return contender.result().undefined();
    }

    private String best() {
        return (range.higherIsBetter() ? "highest " : "lowest ") + metric;
    }

    private static String value(Contender contender) {
        String value = Numbers.value(contender.value(), 3);
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
                ? "The only candidate does not pass"
                : "None of the " + Numbers.count(order.size()) + " candidates passes";
        String guards = " the guards (every segment at least " + Numbers.percent(options.minimumShare())
                + " of the customers, at most " + Numbers.percent(options.maximumNoise()) + " noise). ";
        String name = "'" + winner.candidate().name() + "' was chosen all the same, but ";
        if (!winner.measured()) {
            return count + guards + name + (winner.shape().segments() == 1 ? "it has " : "") + whyUndefined(winner)
                    + ": ask for at least 2 segments, or for DBSCAN try another eps.";
        }
        return count + guards + name + misses(winner, "its ") + ": try other algorithms or numbers of segments"
                + (winner.tooSmall()
                        ? ", or lower the limit of the smallest segment below "
                                + Numbers.percent(winner.shape().smallestShare())
                        : "")
                + (winner.tooNoisy()
                        ? ", or raise the limit of noise above "
                                + Numbers.percent(winner.shape().noiseShare())
                        : "")
                + ".";
    }
}
