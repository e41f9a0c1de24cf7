package org.tessera.engine.profile;

/**
 * How segments are profiled.
 *
 * @param levels the most categories listed per column, the most frequent first, 1 to 1,000
 * @param sentenceColumns the most columns named in a description, 0 to 10
 * @param minimumEffect the smallest effect (in standard deviations, 0 to 10) that counts as standing out
 * @param ruleConditions the most conditions of a rule, 0 (no rules) to 5
 */
public record ProfileOptions(int levels, int sentenceColumns, double minimumEffect, int ruleConditions) {

    /** Most categories listed per column. */
    public static final int MAX_LEVELS = 1000;
    /** Most columns named in a description. */
    public static final int MAX_SENTENCE_COLUMNS = 10;
    /** Largest effect to be asked for, in standard deviations. */
    public static final int MAX_EFFECT = 10;
    /** Most conditions of a rule. */
    public static final int MAX_RULE_CONDITIONS = 5;

    /** Checks the bounds. */
    public ProfileOptions {
        check("Categories listed", levels, 1, MAX_LEVELS);
        check("Columns named", sentenceColumns, 0, MAX_SENTENCE_COLUMNS);
        check("Smallest effect", minimumEffect, 0, MAX_EFFECT);
        check("Conditions of a rule", ruleConditions, 0, MAX_RULE_CONDITIONS);
    }

    private static void check(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(what + " " + value + " is outside " + least + " to " + most);
        }
    }

    /** @return 10 categories, 4 columns in a sentence, effects from 0.3, rules of up to 3 conditions */
    public static ProfileOptions defaults() {
        return new ProfileOptions(10, 4, 0.3, 3);
    }
}
