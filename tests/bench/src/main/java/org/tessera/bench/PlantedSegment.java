package org.tessera.bench;

import org.tessera.engine.run.RandomStream;

/**
 * The groups of people among {@link BankCustomers}, each with its share and its habits. They differ in several columns at
 * once and overlap in every single one.
 */
public enum PlantedSegment {
    /** Young, little on the account, active, with a card and two products. */
    STARTERS(
            "Starters", 0.30, new Spread(27, 4.5), new Spread(2.5, 1.6), new Spread(655, 85), new Spread(3_000, 4_500)),
    /** In the middle of life, with loans, several products and a good salary. */
    FAMILIES(
            "Families", 0.28, new Spread(41, 6), new Spread(5.5, 2.3), new Spread(690, 70), new Spread(38_000, 21_000)),
    /** Old customers with savings, often without a card. */
    RETIRED("Retired", 0.14, new Spread(70, 6), new Spread(8.8, 1.2), new Spread(710, 65), new Spread(72_000, 27_000)),
    /** Few, with large balances and salaries and the best scores. */
    WEALTHY("Wealthy", 0.08, new Spread(54, 8), new Spread(7, 2.2), new Spread(765, 45), new Spread(182_000, 46_000)),
    /** Nothing on the account, one product, not active. */
    DORMANT("Dormant", 0.20, new Spread(45, 13), new Spread(4, 2.8), new Spread(610, 90), new Spread(0, 0));

    private static final double[][] COUNTRIES = {{0.55, 0.20}, {0.48, 0.30}, {0.52, 0.22}, {0.30, 0.58}, {0.52, 0.16}};
    private static final double[] FEMALE = {0.49, 0.47, 0.54, 0.38, 0.45};
    private static final double[][] PRODUCTS = {
        {0.22, 0.72, 0.05}, {0.10, 0.46, 0.36}, {0.50, 0.44, 0.05}, {0.12, 0.40, 0.34}, {0.93, 0.06, 0.01}
    };
    private static final double[] CARD = {0.90, 0.88, 0.32, 0.93, 0.52};
    private static final double[] ACTIVE = {0.83, 0.70, 0.55, 0.76, 0.06};
    private static final Spread[] SALARY = {
        new Spread(34_000, 9_500),
        new Spread(71_000, 18_000),
        new Spread(29_000, 8_000),
        new Spread(148_000, 30_000),
        new Spread(42_000, 19_000)
    };

    /** Mean and standard deviation of a normal distribution, before it is cut to the column's range. */
    record Spread(double mean, double sd) {

        double draw(RandomStream random, double low, double high) {
            return Math.max(low, Math.min(high, mean + sd * random.nextGaussian()));
        }
    }

    private final String title;
    private final double share;
    private final Spread age;
    private final Spread tenure;
    private final Spread score;
    private final Spread balance;

    PlantedSegment(String title, double share, Spread age, Spread tenure, Spread score, Spread balance) {
        this.title = title;
        this.share = share;
        this.age = age;
        this.tenure = tenure;
        this.score = score;
        this.balance = balance;
    }

    /** What the last column says. */
    String title() {
        return title;
    }

    /** The share of the customers that belong to it, all shares together 1. */
    double share() {
        return share;
    }

    /** The segment of a number between 0 and 1. */
    static PlantedSegment at(double place) {
        double left = place;
        for (PlantedSegment segment : values()) {
            left -= segment.share;
            if (left < 0) {
                return segment;
            }
        }
        return DORMANT;
    }

    BankCustomers.Customer draw(RandomStream random) {
        int s = ordinal();
        return new BankCustomers.Customer(
                (int) score.draw(random, BankCustomers.LOWEST_SCORE, BankCustomers.HIGHEST_SCORE),
                choice(random, COUNTRIES[s]),
                random.nextDouble() < FEMALE[s],
                (int) age.draw(random, BankCustomers.YOUNGEST, BankCustomers.OLDEST),
                (int) Math.round(tenure.draw(random, 0, BankCustomers.LONGEST)),
                balance.sd() == 0 ? 0 : Math.round(100 * balance.draw(random, 0, BankCustomers.RICHEST)),
                1 + choice(random, PRODUCTS[s]),
                random.nextDouble() < CARD[s],
                random.nextDouble() < ACTIVE[s],
                Math.round(100 * SALARY[s].draw(random, BankCustomers.LOWEST_SALARY, BankCustomers.HIGHEST_SALARY)),
                this);
    }

    /** The place of a draw among shares; what is missing to 1 belongs to the place behind the last. */
    private static int choice(RandomStream random, double[] shares) {
        double left = random.nextDouble();
        int place = 0;
        while (place < shares.length && left >= shares[place]) {
            left -= shares[place++];
        }
        return place;
    }
}
