package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.knime.node.parameters.persistence.Persistable;

/** Selects names that match a pattern as a whole. */
public class PatternFilter implements Persistable {

    /** The pattern. */
    public String m_pattern = "";

    /** Whether upper and lower case differ. */
    public boolean m_isCaseSensitive;

    /** Whether the names that do not match are selected. */
    public boolean m_isInverted;

    /** Creates a filter with an empty pattern, regardless of case and not inverted. */
    public PatternFilter() {
        m_pattern = "";
    }

    /** The kinds of pattern. */
    public enum PatternMode {
        /** A regular expression. */
        REGEX,
        /** Text with the wildcards * (any text) and ? (any character). */
        WILDCARD
    }

    /**
     * Gives the selection as a predicate. Without case sensitivity the pattern and the names are compared in lower
     * case; the pattern's text as a whole is lowered, character classes of regular expressions included. An empty
     * regular expression matches nothing.
     *
     * @param mode the kind of pattern
     * @return accepts the names this filter selects, as it is now
     */
    public Predicate<String> getIsSelectedPredicate(final PatternMode mode) {
        final UnaryOperator<String> fold =
                m_isCaseSensitive ? UnaryOperator.identity() : text -> text.toLowerCase(Locale.getDefault());
        final Predicate<String> matches = matcher(mode, fold.apply(m_pattern));
        final boolean inverted = m_isInverted;
        return name -> matches.test(fold.apply(name)) != inverted;
    }

    private static Predicate<String> matcher(final PatternMode mode, final String pattern) {
        if (mode == PatternMode.WILDCARD) {
            return Pattern.compile(wildcardToRegex(pattern), Pattern.DOTALL).asMatchPredicate();
        }
        if (pattern.isEmpty()) {
            return name -> false;
        }
        return Pattern.compile("^" + pattern + "$").asPredicate();
    }

    private static String wildcardToRegex(final String wildcards) {
        final StringBuilder regex = new StringBuilder();
        for (final char c : wildcards.toCharArray()) {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
