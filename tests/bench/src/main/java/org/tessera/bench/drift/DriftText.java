package org.tessera.bench.drift;

/** The sentences of docs/drift.md. */
final class DriftText {

    static final String INTRODUCTION = """
            # Are new customers like those of training? How often drift is cried

            Written by `tests/bench` (CONTRIBUTING.md, 'Measure drift'), not by hand.

            The Segment Assigner compares new customers with those of training: every column that the model uses, and the shares
            of the segments. Both are samples. Fixed bands of the population stability index forget that: of few customers the
            index is large without any drift (last rows of the first table). So it stands beside a test, and decides nothing.

            ## Procedure
            1. The model keeps of every own column the counts of its training customers in bins: numbers in about 20 bins of
               equally many customers, or one per value where there are at most 20 values; categories by the 100 most frequent;
               missing entries apart. And it keeps how many it would assign to each segment.
            2. **Statistic**: of numbers the mean over the cuts between bins of the squared standardized difference of the shares
               below (after Anderson and Darling 1952, doi:10.1214/aoms/1177729437), plus that of the share of missing entries; of
               categories and segments Pearson's.
            3. **Distribution without drift**, by Monte Carlo. Categories, segments, numbers of few values: all ways to divide the
               customers of both samples are equally likely (multivariate hypergeometric, a permutation test); categories in
               which fewer than 5 training customers are to be expected are one. Other numbers: the bins are made from the training
               customers, whose counts are therefore set; a new number falls into each gap between theirs with the same
               probability, which is Pólya's urn, and exact for any continuous distribution and any two sizes.
            4. **p-value**: draws go on until 100 reach the statistic, at most 19,999 (Besag and Clifford 1991,
               doi:10.1093/biomet/78.2.301), so that the least is 0.00005; draws that equal it count half (mid-p).
            5. **Corrected p-value** over all rows by Holm (1979). Up to 1 % is drift beyond chance; how large it is says the
               effect: the largest difference of the shares of customers below a number or of a category, up to 2 % tiny, up to
               10 % small, up to 25 % moderate.

            """;

    static final String LIMITS = """
            ## What to keep in mind
            - Whether drift matters is not a matter of p: of a million customers a difference of 0.2 % is beyond chance.
            - Customers are taken as independent. Households, or the same customer twice, make chance larger than the test knows.
            - Categories beyond the 100 most frequent of training are counted together.
            - DBSCAN's core customers are its training customers. A new customer at the rim, where nobody of training is a core
              customer, is noise more often than a training customer there, who may have been one: see the last row of the second
              table.
            """;

    private DriftText() {}
}
