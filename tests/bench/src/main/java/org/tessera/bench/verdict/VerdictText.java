package org.tessera.bench.verdict;

/** The words of docs/verdict.md. */
final class VerdictText {

    static final String INTRODUCTION = """
            # Are there natural segments? How often the verdict is right

            Written by `tests/bench` (CONTRIBUTING.md, 'Measure the verdict'), not by hand.

            K-means divides any customers, a continuum too. The verdict says which of the two they are:

            - **Natural segments**: there are gaps between segments, deeper than in customers without segments.
            - **Reproducible grouping**: customers are not spread as the columns' distributions and correlations explain, but
              there are no gaps. Any number of segments is a choice.
            - **Continuum**: distributions and correlations explain everything. Any number of segments is a choice.

            ## Procedure
            1. Customers more than 4 robust standard deviations from the median of a number, at most 5 %, are set aside and
               counted. A number that the other columns foretell (R² of ranks above .9 by extremely randomized trees) is left
               out and named. Of more than 20,000 customers a systematic sample is taken.
            2. Tables without segments are drawn: every column keeps its values exactly, spikes (a value that 5 % of the
               customers share, such as zero or an imputed number; of counts with 8 to 20 different values the lowest only) stay
               where they are, and everything else follows a Gaussian copula, given the pattern of spikes; patterns that 100 customers or more have keep their own distributions and
               correlations. A category of L levels is driven by L - 1 normal variables. After Hennig and Lin (2015),
               doi:10.1007/s11222-015-9566-5.
            3. In customers and drawn tables k-means looks for 2 to 5 segments, with the same effort. **T1** is the largest
               standardized log(W_1 / W_k), W being the inertia. **D** is the depth of the valleys in density around the most
               isolated segment: per pair of segments along their discriminant direction, the least of a segment's pairs, the
               largest over segments and k. Densities count half a standard error less far apart than they are, so that few
               customers make no valleys by chance. Before valleys are looked for, gaps that lie in the nature of columns are filled:
               categories become normal variables drawn from where the level demands it, numbers with spikes normal scores,
               whole numbers are spread to the middles between them. Where there are such columns, D is also measured on the other
               numbers alone, and the clearer of the two counts, with twice its p-value.
            4. Natural: p(T1) <= .05, p(D) <= .05, and D is above its mean without segments by at least .14, by 5.5 / √n and by 2.8
               of its standard deviations without segments; .3 is always enough, and so is .65 (1 - mean)². Reproducible:
               p(T1) <= .05 only. Words after Dolnicar and Leisch (2010), doi:10.1007/s11002-009-9083-4.
            5. The number of natural segments: Gaussian mixtures with one covariance matrix for all components are fitted by EM
               with 2 to 12 components to at most 5,000 customers, smoothed as in 3. EM starts from k-means of the features as they
               are and in the metric of the covariance of nearest neighbors (Art, Gnanadesikan and Kettenring 1982), each again in
               the metric of the mixture as long as its likelihood rises. The mixture with the lowest integrated completed
               likelihood criterion counts (ICL; Biernacki, Celeux and Govaert 2000, doi:10.1109/34.865189). Its components are
               merged while a valley between two is shallower than .15 or than .8 of the mean D without segments (after Hennig
               2010, doi:10.1007/s11634-010-0058-3).
            6. A dip test (Hartigan and Hartigan 1985, doi:10.1214/aos/1176346577) per number with at most one spike tells whether it is split by
               itself, which 2. to 4. can't see.

            """;

    static final String LIMITS = """
            ## What the verdict cannot know
            - It sees gaps. Segments that overlap, such as those 3 standard deviations apart, are found in a part of the tables
              only; not to find them is no proof that there are none, and a continuum can be worth dividing.
            - A split in a single column is part of that column's distribution, which the tables without segments keep; the dip
              test names such columns instead.
            - Segments that differ in nothing but which amounts are zero are part of the kept pattern of spikes.
            - A curved surface with more customers at its bends than between them is taken for segments: see the table.
            - Two columns of which one bounds the other, such as the time since the last and since the first order, and numbers
              whose spread varies are more than a copula can have: T1 finds most of them, D seldom.
            - It judges the columns as they are prepared. Other columns, transformations or weights can give another verdict.
            """;

    private VerdictText() {}
}
