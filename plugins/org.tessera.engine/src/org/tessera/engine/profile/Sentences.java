package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tessera.engine.data.Numbers;

/**
 * Describes a group in one sentence: the facts with the largest effects, in the units of the columns. Facts that say
 * the same are told once, by the strongest; the columns of the others are named beside it.
 */
final class Sentences {

    /** Largest number of columns named beside a fact that says the same. */
    private static final int MAX_LIKEWISE = 4;

    /** Largest number of leading facts. */
    private static final int MAX_LEADING = 6;

    private final ProfileOptions options;
    private final Alike alike;

    Sentences(ProfileOptions options, Alike alike) {
        this.options = options;
        this.alike = alike;
    }

    /** The sentence for a group. */
    String describe(String name, int size, double share, List<ColumnProfile> columns, List<Fact> facts) {
        String start = name + " (" + Numbers.count(size, "customer") + ", " + Numbers.percent(share) + ")";
        if (size == 0) {
            return start + ": none of these customers.";
        }
        if (options.sentenceColumns() == 0) {
            return start + ".";
        }
        return start + ": " + (columns.isEmpty() ? "no column describes these customers" : text(size, columns, facts))
                + ".";
    }

    private String text(int size, List<ColumnProfile> columns, List<Fact> facts) {
        boolean unknown = columns.stream().allMatch(c -> c.missingShare() == 1);
        if (unknown && columns.stream().anyMatch(c -> c.overallMissingShare() < 1)) {
            return "nothing is known of these customers, every value is missing";
        }
        List<Fact> sorted = sorted(facts);
        if (size < Fact.MIN_CUSTOMERS && !sorted.isEmpty()) {
            return "too few customers to say what sets them apart; most different: "
                    + Phrase.of(sorted.get(0), false, "");
        }
        List<Fact> large = large(sorted);
        List<Fact> certain = large.stream().filter(Fact::isCertain).toList();
        if (certain.isEmpty() && !large.isEmpty()) {
            return "too few customers to say for certain what sets them apart; most different: "
                    + Phrase.of(large.get(0), false, "");
        }
        return certain.isEmpty()
                ? "no column stands out, much like all customers"
                : phrases(told(certain, options.sentenceColumns()));
    }

    private static List<Fact> sorted(List<Fact> facts) {
        return facts.stream()
                .sorted(Comparator.comparingDouble((Fact f) -> -f.strength()))
                .toList();
    }

    private List<Fact> large(List<Fact> facts) {
        return facts.stream()
                .filter(f -> f.effect() != 0 && Math.abs(f.effect()) >= options.minimumEffect())
                .toList();
    }

    /**
     * What sets a group apart for certain, the strongest first, those that say the same once, {@value #MAX_LEADING} at
     * most; none where it is much like all customers, empty where that cannot be said for certain.
     */
    Optional<List<Fact>> leading(int size, List<Fact> facts) {
        List<Fact> large = large(sorted(facts));
        List<Fact> certain = large.stream().filter(Fact::isCertain).toList();
        if (size < Fact.MIN_CUSTOMERS || certain.isEmpty() && !large.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(told(certain, MAX_LEADING).stream().map(Told::fact).toList());
    }

    /** A fact with others that say the same or the reverse. */
    private record Told(Fact fact, List<Fact> others) {

        Told(Fact fact) {
            this(fact, new ArrayList<>());
        }

        /** Adds a fact, if it says the same; means and shares are never the same. */
        boolean takes(Fact other, Alike alike) {
            if (isMean(fact) != isMean(other) || !alike.same(fact.source(), other.source())) {
                return false;
            }
            if (other.source().column() != fact.source().column()) {
                others.add(other);
            }
            return true;
        }

        /** The others in short, those of the same words together. */
        String addition() {
            if (others.isEmpty()) {
                return "";
            }
            int more = others.size() - MAX_LIKEWISE;
            List<Fact> named = more <= 1 ? others : others.subList(0, MAX_LIKEWISE);
            Map<Phrase.Words, List<String>> columns = new LinkedHashMap<>();
            for (Fact other : named) {
                columns.computeIfAbsent(Phrase.words(other, fact), words -> new ArrayList<>())
                        .add(other.profile().column());
            }
            List<String> texts = new ArrayList<>();
            columns.forEach((words, of) -> texts.add(words.before() + listed(of) + words.after()));
            return "likewise " + String.join(", ", texts) + (more <= 1 ? "" : " and " + more + " more");
        }

        private static String listed(List<String> columns) {
            int last = columns.size() - 1;
            return last == 0
                    ? columns.get(0)
                    : String.join(", ", columns.subList(0, last)) + " and " + columns.get(last);
        }
    }

    private static boolean isMean(Fact fact) {
        return fact.kind() == Fact.Kind.NUMBER;
    }

    private List<Told> told(List<Fact> facts, int limit) {
        List<Told> told = new ArrayList<>();
        for (Fact fact : facts) {
            boolean taken = told.stream().anyMatch(t -> t.takes(fact, alike));
            if (!taken && told.size() < limit) {
                told.add(new Told(fact));
            }
        }
        return told;
    }

    private static String phrases(List<Told> told) {
        List<String> phrases = new ArrayList<>();
        Map<Fact.Kind, Boolean> explained = new EnumMap<>(Fact.Kind.class);
        for (Told t : told) {
            Fact.Kind kind = isMean(t.fact) ? Fact.Kind.NUMBER : Fact.Kind.LEVELS;
            boolean before = explained.put(kind, true) != null;
            phrases.add(Phrase.of(t.fact, before, t.addition()));
        }
        return String.join(", ", phrases);
    }
}
