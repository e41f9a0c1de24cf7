package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.List;

/**
 * A few categories of a column taken together, as in "Home = other or priv": starts with the best category and adds the
 * one that is best with it, up to {@value #MAX_LEVELS}, while each is worth another word. O(l) for l candidates.
 *
 * @param codes the categories in the order of their addition
 * @param inside number of the segment's customers in them
 * @param all number of all customers in them
 * @param score how well they do
 */
record LevelUnion(List<Integer> codes, int inside, int all, double score) {

    /** Largest number of categories taken together. */
    static final int MAX_LEVELS = 3;

    /** How well categories do, by the numbers of their customers inside the segment and of all. */
    @FunctionalInterface
    interface Score {
        double of(int inside, int all);
    }

    /**
     * When several categories are taken together.
     *
     * @param factor the score with another category is at least this times the score without it
     * @param summand and at least this more
     * @param all largest number of customers in all of them: of more, the other categories say it more shortly
     */
    record Limits(double factor, double summand, int all) {

        private boolean allow(LevelUnion with, double without) {
            return with.all <= all && with.score >= factor * without && with.score >= without + summand;
        }
    }

    /**
     * Grows a union.
     *
     * @param inside number of the segment's customers per category
     * @param all number of all customers per category
     * @param candidates categories that may be taken, the preferred of equally good ones first
     * @param score how well categories do
     * @param limits when several are taken
     * @return the union; empty, with score 0, if no candidate scores above 0
     */
    static LevelUnion grow(int[] inside, int[] all, List<Integer> candidates, Score score, Limits limits) {
        LevelUnion union = new LevelUnion(List.of(), 0, 0, 0);
        List<Integer> left = new ArrayList<>(candidates);
        while (union.codes.size() < MAX_LEVELS) {
            LevelUnion best = union;
            for (int code : left) {
                double with = score.of(union.inside + inside[code], union.all + all[code]);
                if (with > best.score) {
                    best = union.with(code, inside[code], all[code], with);
                }
            }
            if (best == union || !(union.codes.isEmpty() || limits.allow(best, union.score))) {
                break;
            }
            union = best;
            left.remove(union.codes.get(union.codes.size() - 1));
        }
        return union;
    }

    private LevelUnion with(int code, int more, int moreOfAll, double with) {
        List<Integer> grown = new ArrayList<>(codes);
        grown.add(code);
        return new LevelUnion(List.copyOf(grown), inside + more, all + moreOfAll, with);
    }
}
