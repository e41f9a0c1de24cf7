package org.tessera.engine.select;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of measured candidates. */
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
        List<Contender> setAside =
                contenders.stream().filter(c -> c.measured() && !c.eligible()).toList();
        List<Contender> unmeasured =
                contenders.stream().filter(c -> !c.measured()).toList();
        List<Contender> order = new ArrayList<>(ordered(eligible));
        order.addAll(ordered(setAside));
        order.addAll(unmeasured.stream().sorted(byShape()).toList());
        Reasons reasons = new Reasons(options, order, eligible.size());
        List<Leaderboard.Entry> entries = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            entries.add(order.get(i).entry(i + 1, reasons.of(i)));
        }
        return new Leaderboard(entries, eligible.isEmpty(), reasons.warning());
    }

    /** Takes the winner out again and again: the best, or of those that tie with it the one with fewest segments. */
    private List<Contender> ordered(List<Contender> some) {
        List<Contender> open = new ArrayList<>(some);
        List<Contender> order = new ArrayList<>();
        while (!open.isEmpty()) {
            Contender best = open.stream().min(byValue()).orElseThrow();
            Contender first = open.stream()
                    .filter(c -> c.tiesWith(best))
                    .min(Comparator.comparingInt((Contender c) -> c.shape().segments())
                            .thenComparing(byValue())
                            .thenComparing(byShape()))
                    .orElseThrow();
            order.add(first);
            open.removeIf(c -> c.index() == first.index());
        }
        return order;
    }

    private Comparator<Contender> byValue() {
        return (a, b) -> {
            if (options.metric().isBetter(a.value(), b.value())) {
                return -1;
            }
            return options.metric().isBetter(b.value(), a.value()) ? 1 : 0;
        };
    }

    private static Comparator<Contender> byShape() {
        return Comparator.comparingInt((Contender c) -> c.shape().noise())
                .thenComparingInt(c -> -c.shape().smallest())
                .thenComparingInt(Contender::index);
    }
}
