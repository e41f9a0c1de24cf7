package org.tessera.engine.match;

/**
 * What counts as the same segment. The thresholds are those of MONIC: Spiliopoulou, Ntoutsi, Theodoridis and Schult
 * (2006), MONIC: modeling and monitoring cluster transitions, <a
 * href="https://doi.org/10.1145/1150402.1150491">doi:10.1145/1150402.1150491</a>.
 *
 * @param overlap an earlier segment survives, alone or with others in one, where at least this share of its customers is
 *     in one present segment, and splits where it is in several together; 0.5 to 1
 * @param part a present segment is a part of a split where it has at least this share of the earlier segment's
 *     customers; above 0, at most {@code overlap}
 * @param change a segment grows or shrinks where its share of all customers changes by at least this part of itself and
 *     by more than chance; above 0
 * @param level the level of the tests against chance; above 0, below 1
 */
public record MatchOptions(double overlap, double part, double change, double level) {

    /** Checks the ranges. */
    public MatchOptions {
        if (!(overlap >= 0.5 && overlap <= 1)) {
            throw new IllegalArgumentException("overlap = " + overlap + ", but it must be 0.5 to 1");
        }
        if (!(part > 0 && part <= overlap)) {
            throw new IllegalArgumentException("part = " + part + ", but it must be above 0 and at most " + overlap);
        }
        if (!(change > 0)) {
            throw new IllegalArgumentException("change = " + change + ", but it must be above 0");
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level = " + level + ", but it must be above 0 and below 1");
        }
    }

    /** @return 50 % of the customers, parts of 20 %, changes of 20 %, level 1 % */
    public static MatchOptions defaults() {
        return new MatchOptions(0.5, 0.2, 0.2, 0.01);
    }
}
