package org.tessera.engine.profile;

/**
 * The options of a profile.
 *
 * @param levels largest number of categories listed per column, by decreasing frequency, 1 to 1,000
 * @param sentenceColumns largest number of columns in a description, 0 to 10
 * @param minimumEffect smallest absolute effect of a column in a description, in standard deviations, 0 to 10
 * @param ruleConditions largest number of conditions of a rule, 0 (no rules) to 4
 */
public record ProfileOptions(int levels, int sentenceColumns, double minimumEffect, int ruleConditions) {

    /** Upper bound of {@code levels}. */
    public static final int MAX_LEVELS = 1000;
    /** Upper bound of {@code sentenceColumns}. */
    public static final int MAX_SENTENCE_COLUMNS = 10;
    /** Upper bound of {@code minimumEffect}, in standard deviations. */
    public static final int MAX_EFFECT = 10;
    /** Upper bound of {@code ruleConditions}. */
    public static final int MAX_RULE_CONDITIONS = 4;

    /** Checks the bounds. */
    public ProfileOptions {
        check("Categories listed", levels, 1, MAX_LEVELS);
        check("Columns named", sentenceColumns, 0, MAX_SENTENCE_COLUMNS);
        check("Smallest effect", minimumEffect, 0, MAX_EFFECT);
        check("Conditions of a rule", ruleConditions, 0, MAX_RULE_CONDITIONS);
    }

    private static void check(String what, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(what + " " + value + " is outside " + min + " to " + max);
        }
    }

    /** @return 10 categories, 4 columns in a sentence, effects from 0.3, rules of up to 4 conditions */
    public static ProfileOptions defaults() {
        return new ProfileOptions(10, 4, 0.3, 4);
    }
}
