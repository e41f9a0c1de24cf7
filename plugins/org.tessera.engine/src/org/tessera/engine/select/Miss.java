package org.tessera.engine.select;

/**
 * A guard that a segmentation does not pass.
 *
 * @param by how far it misses, above 0 to 1: the part of the way from the limit to the worst value there can be, so that
 *     guards can be compared and several add up
 * @param subject what the text is about, such as "smallest segment"
 * @param text the rest of the clause, with value and limit, such as "holds 1.99 % of the customers (199 of 10,000), below
 *     the limit of 2 %"
 * @param remedy how to get past this guard, such as "lower the limit of the smallest segment to 1.99 %"
 */
public record Miss(double by, String subject, String text, String remedy) {

    /** @return the clause, such as "smallest segment holds ..." */
    public String inWords() {
        return subject + " " + text;
    }
}
