package org.tessera.engine.select;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks measured candidates: those that pass the guards by their values, then those that do not by theirs, then those
 * without a value.
 */
final class Ranking {

    private final SelectionOptions options;
    private final List<Contender> contenders;

    Ranking(SelectionOptions options, List<Contender> contenders) {
        this.options = options;
        this.contenders = contenders;
    }

    Leaderboard leaderboard() {
        List<Contender> eligible =
                contenders.stream().filter(Contender::eligible).toList();
        List<Contender> excluded =
                contenders.stream().filter(c -> c.measured() && !c.eligible()).toList();
        List<Contender> undefined =
                contenders.stream().filter(c -> !c.measured()).toList();
        List<Contender> order = new ArrayList<>(ordered(eligible));
        order.addAll(ordered(excluded));
        order.addAll(undefined.stream().sorted(byShape()).toList());
        Reasons reasons = new Reasons(options, order, eligible.size());
        List<Leaderboard.Entry> entries = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            entries.add(order.get(i).entry(i + 1, reasons.of(i)));
        }
        return new Leaderboard(entries, eligible.isEmpty(), reasons.warning());
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
                    .filter(c -> c.tiesWith(best))
                    .min(Comparator.comparingInt((Contender c) -> c.shape().segments())
                            .thenComparing(byValue())
                            .thenComparing(byShape()))
                    .orElseThrow();
            order.add(first);
            remaining.removeIf(c -> c.index() == first.index());
        }
        return order;
    }

    private Comparator<Contender> byValue() {
        return (a, b) -> {
            if (options.metric().info().range().isBetter(a.value(), b.value())) {
                return -1;
            }
            return options.metric().info().range().isBetter(b.value(), a.value()) ? 1 : 0;
        };
    }

    private static Comparator<Contender> byShape() {
        return Comparator.comparingInt((Contender c) -> c.shape().noise())
                .thenComparingInt(c -> -c.shape().smallest())
                .thenComparingInt(Contender::index);
    }
}
