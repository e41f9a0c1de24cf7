package org.tessera.bench.confidence;

/** The prose of docs/confidence.md. */
final class ConfidenceText {

    static final String INTRODUCTION = """
            # Are probabilities of mixtures right as often as they say?

            Written by `tests/bench` (CONTRIBUTING.md, 'Measure confidence'), not by hand.

            A Gaussian mixture gives a probability per segment. Of numbers it is as good as the model, if there are enough
            customers. Of categories it is near 1 too often: their indicators count as so many numbers that each say something
            new. The probabilities p are therefore taken to the power 1 / T and divided by their sum (temperature scaling, Guo et
            al. 2017, arXiv:1706.04599), which leaves every customer in the same segment. As nobody knows the true segments, T
            is that at which the mean probability of the segments is what others give them, on at most 4,000 customers:
            - **with categories** (a feature of two values) those of latent classes (Lazarsfeld and Henry 1968; with numbers,
              Hunt and Jorgensen 1999, doi:10.1111/1467-842X.00071): EM starts from the mixture's segments, with shares of levels
              per category and means and variances per number, and ends with probabilities that count a category once;
            - **of numbers only** those that the mixture of one half of the customers, made by EM from the same segments, gives
              the other half; T is at least 1, and 1 of more than 4,000 customers or fewer than two per parameter in a half.

            T is at most the number of features, which a mixture with full covariances of categories can need.

            ## Said and right
            %d tables per row, from seed %d on: a mixture is fitted to n customers and says the probability of the segment of
            2,000 others. *Right* is the share whose segment is the planted one, found and planted segments matched one to one;
            *said* the mean probability, which should be the same; *error* the expected calibration error, the mean difference
            of said and right in groups of a tenth. *Before* is T = 1. Unequal segments have 60, 30 and 10 %% of the customers,
            four segments 40, 30, 20 and 10 %%.

            | customers | n | right | said before | error | said after | error |
            |---|--:|--:|--:|--:|--:|--:|
            """;

    static final String LIMITS = """

            ## What to keep in mind
            - One temperature makes what is said right on average, and over the tenths as far as the table shows.
            - A probability of a segment presumes that the segment is there. Where a mixture halves a large segment, or segments
              overlap so much that they are not found, no probability of a customer says so; the verdict of Auto Segmentation
              and the stability do.
            - Latent classes take columns for independent within a segment. Columns that say the same twice count twice.
            """;

    private ConfidenceText() {}
}
