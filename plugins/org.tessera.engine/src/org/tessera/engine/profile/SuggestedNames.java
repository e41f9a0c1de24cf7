package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tessera.engine.data.Labels;

/**
 * Names for segments from what sets them apart most, such as "Marital single, low Age": the strongest fact, the second if
 * it is at least {@value #SECOND} as strong, and further ones only where segments would be called the same. Segments that
 * even all of their facts do not tell apart are numbered. A name has at most {@value #MAX_LENGTH} characters; a fact that
 * does not fit is left out, the first one cut. The same facts give the same names. O(k² f) for k segments of f facts.
 */
final class SuggestedNames {

    /** Largest length of a name, in characters. */
    static final int MAX_LENGTH = 40;

    /** Smallest strength of a second fact, as a share of that of the first. */
    private static final double SECOND = 0.5;

    /** The name of segments that do not differ from all customers. */
    private static final String TYPICAL = "Typical customers";

    private final List<List<String>> phrases = new ArrayList<>();
    private final int[] taken;

    private SuggestedNames(int segments) {
        taken = new int[segments];
    }

    /**
     * Names segments.
     *
     * @param facts per segment what sets it apart for certain, the strongest first; empty where that cannot be said
     *     for certain, as of a few customers
     * @return a name per segment, different even if case is ignored
     */
    static List<String> of(List<Optional<List<Fact>>> facts) {
        SuggestedNames names = new SuggestedNames(facts.size());
        for (int s = 0; s < facts.size(); s++) {
            names.add(s, facts.get(s).orElse(List.of()), facts.get(s).isPresent());
        }
        names.lengthen();
        return names.numbered();
    }

    private void add(int segment, List<Fact> facts, boolean certain) {
        if (facts.isEmpty()) {
            phrases.add(List.of(certain ? TYPICAL : Labels.name(segment)));
            taken[segment] = 1;
            return;
        }
        phrases.add(facts.stream().map(SuggestedNames::phrase).distinct().toList());
        boolean two = facts.size() > 1
                && facts.get(1).strength() >= SECOND * facts.get(0).strength();
        taken[segment] = Math.min(two ? 2 : 1, phrases.get(segment).size());
    }

    /** Takes further facts while segments are called the same. */
    private void lengthen() {
        boolean changed = true;
        while (changed) {
            changed = false;
            String[] keys = new String[taken.length];
            Arrays.setAll(keys, s -> key(name(s)));
            for (int s = 0; s < keys.length; s++) {
                boolean same = false;
                for (int other = 0; other < keys.length; other++) {
                    same |= other != s && keys[other].equals(keys[s]);
                }
                if (same && taken[s] < phrases.get(s).size()) {
                    taken[s]++;
                    changed = true;
                }
            }
        }
    }

    /** The names; further ones that are the same, or that mean something else, with a number. */
    private List<String> numbered() {
        Set<String> used = new HashSet<>(Set.of(key(Labels.NOISE_NAME)));
        Set<String> names = new LinkedHashSet<>();
        for (int s = 0; s < taken.length; s++) {
            String name = name(s);
            int number = Labels.number(name);
            boolean other = number > 0 && number != s + 1;
            for (int n = 2; other || !used.add(key(name)); n++) {
                other = false;
                String suffix = " " + n;
                name = shortened(name(s), MAX_LENGTH - suffix.length()) + suffix;
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    private String name(int segment) {
        StringBuilder name = new StringBuilder();
        for (String phrase : phrases.get(segment).subList(0, taken[segment])) {
            if (name.isEmpty()) {
                name.append(shortened(phrase, MAX_LENGTH));
            } else if (length(name) + 2 + length(phrase) <= MAX_LENGTH) {
                name.append(", ").append(phrase);
            }
        }
        String text = name.toString();
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    private static String shortened(String text, int length) {
        return length(text) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length - 1)).strip() + "…";
    }

    /** A fact in a few words: "high Income", "Home rent or other", "not Home rent", "Active", "Income missing". */
    private static String phrase(Fact fact) {
        String column = line(fact.profile().column());
        boolean more = fact.effect() > 0;
        if (fact.kind() == Fact.Kind.MISSING) {
            return column + (more ? " missing" : " known");
        }
        if (fact.kind() == Fact.Kind.NUMBER) {
            NumericProfile numbers = (NumericProfile) fact.profile();
            return Wording.of(numbers.column(), numbers.quantity()).adjective(more) + " " + column;
        }
        List<String> levels = fact.levels().stream().map(SuggestedNames::line).toList();
        String level = String.join(" or ", levels);
        boolean says = !levels.isEmpty() && levels.stream().allMatch(l -> key(l).contains(key(column)));
        return (more ? "" : "not ") + (says ? level : (column + " " + level).strip());
    }

    /** A text on one line, with single blanks. */
    private static String line(String text) {
        return text.replaceAll("[\\p{C}\\s]+", " ").strip();
    }
}
