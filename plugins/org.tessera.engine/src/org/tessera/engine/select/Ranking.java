package org.tessera.engine.select;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tessera.engine.metric.MetricRange;

/**
 * Ranks measured candidates: those that pass the guards by their values, then those that do not by how far they miss, then
 * those without a value.
 */
final class Ranking {

    private final SelectionOptions options;
    private final List<Contender> contenders;
    private final Ties ties;

    Ranking(SelectionOptions options, List<Contender> contenders) {
        this.options = options;
        this.contenders = contenders;
        this.ties = new Ties(options.tie());
    }

    Leaderboard leaderboard() {
        List<Contender> order =
                ordered(contenders.stream().filter(Contender::eligible).toList());
        int eligible = order.size();
        contenders.stream()
                .filter(c -> c.measured() && !c.eligible())
                .sorted(Comparator.comparingDouble(Contender::missedBy)
                        .thenComparing(byValue())
                        .thenComparing(byShape()))
                .forEach(order::add);
        contenders.stream().filter(c -> !c.measured()).sorted(byShape()).forEach(order::add);
        Reasons reasons = new Reasons(options, ties, order, eligible);
        List<Leaderboard.Entry> entries = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            entries.add(order.get(i).entry(i + 1, reasons.of(i)));
        }
        return new Leaderboard(entries, eligible == 0, reasons.warning());
    }

    /**
     * Repeatedly removes the winner of the remaining candidates: the best one, or of those that tie with it the one with the
     * fewest segments.
     */
    private List<Contender> ordered(List<Contender> group) {
        List<Contender> remaining = new ArrayList<>(group);
        List<Contender> order = new ArrayList<>();
        while (!remaining.isEmpty()) {
            Contender best = remaining.stream().min(byValue()).orElseThrow();
            Contender first = remaining.stream()
                    .filter(c -> ties.tie(c, best))
                    .min(Comparator.comparingInt((Contender c) -> c.shape().segments())
                            .thenComparing(
                                    (a, b) -> Ties.same(a, b) ? 0 : byValue().compare(a, b))
                            .thenComparing(byShape()))
                    .orElseThrow();
            order.add(first);
            remaining.removeIf(c -> c.index() == first.index());
        }
        return order;
    }

    private Comparator<Contender> byValue() {
        MetricRange range = options.range();
        return (a, b) -> {
            if (range.isBetter(a.value(), b.value())) {
                return -1;
            }
            return range.isBetter(b.value(), a.value()) ? 1 : 0;
        };
    }

    private static Comparator<Contender> byShape() {
        return Comparator.comparingInt((Contender c) -> c.shape().noise())
                .thenComparingInt(c -> -c.shape().smallest())
                .thenComparingInt(Contender::index);
    }
}
