package org.tessera.bench.segments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tessera.bench.segments.MadeUpCustomers.Design;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.prep.PreparationOptions;

/** Writes docs/segments.md: what the segments of k-means are worth, with the plain and with the default preparation. */
public final class SegmentsPage {

    private static final int MIN_K = 3;
    private static final int MAX_K = 7;
    /** Tables per design. */
    private static final int TABLES = 24;
    /** Share below which a segment is a handful of customers. */
    private static final double HANDFUL = 0.05;
    /** Difference of stability that is worth an explanation. */
    private static final double MORE_STABLE = 0.05;

    private static final String INTRODUCTION = """
            # What default segments are worth

            Written by `tests/bench` (CONTRIBUTING.md, 'Measure segments'), not by hand. K-means with its defaults on
            customers prepared in two ways:

            - **plain**: median for missing numbers, one indicator per category, z-score of everything, ids left out. It
              is what most tutorials do.
            - **default**: the Segmentation Preprocessor as it comes: Yeo-Johnson where numbers are skewed, z-score, and
              categories, Booleans and numbers of two values so scaled that two customers who differ in one are as far
              apart as two who differ by one standard deviation of a number.

            *Worst* is the mean silhouette of the worst segment, *smallest* the share of the smallest segment, *stability*
            the mean adjusted Rand index of all pairs of %d segmentations, each learned from a random half of the
            customers (preparation included) and applied to all, and behind the slash their mean index with the
            segmentation of all customers. Silhouettes are measured on different features, so
            compare their signs rather than their values.

            The second table of each set has *Scale of categories* set to **Typical distance**: a different category counts
            1.41 standard deviations, as much as two customers differ in a number on average.

            """.formatted(SegmentQuality.HALVES);

    private static final String HEAD = """
            | k | plain: silhouette | worst | smallest | stability | sizes | default: silhouette | worst | smallest | stability | sizes |
            |--:|--:|--:|--:|--:|---|--:|--:|--:|--:|---|
            """;

    private static final String TYPICAL_HEAD = """
            | k | typical distance: silhouette | worst | smallest | stability | sizes |
            |--:|--:|--:|--:|--:|---|
            """;

    private static final String MADE_UP = """
            ## Made-up customers whose segments are known
            Mean adjusted Rand index of the segments and the truth over %d tables per design; 1 is the truth itself, 0 is
            chance. K-means is asked for the true number of segments. Where categories tell the segments apart and numbers
            hardly do ('mostly categories'), unit distance lets them count too little: the plain preparation, under which
            a category of L levels counts about L times, and typical distance come nearer to the truth. Where numbers
            tell the segments apart and yes/no columns mean nothing, unit distance is the one that keeps them (ADR 19).

            | customers | k | plain | default | typical distance |
            |---|--:|--:|--:|--:|
            """.formatted(TABLES);

    private SegmentsPage() {}

    /** A set of customers: its title, source, table and numeric columns that hold codes. */
    private record CustomerSet(String title, String source, CustomerTable table, Set<String> codes) {}

    /**
     * Writes the page: {@code SegmentsPage <page> <folder of credit_customers.csv> [<folder of further sets>]}.
     *
     * @param args the page's file; the folder with the bundled customers; optionally a folder with
     *     wholesale_customers.csv and online_retail_customers.csv, which are not part of the repository
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            throw new IllegalArgumentException("Name the page to write, the folder of credit_customers.csv and, if they"
                    + " are there, the folder of wholesale_customers.csv and online_retail_customers.csv");
        }
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (CustomerSet set : sets(args)) {
            page.append(section(set));
        }
        page.append(MADE_UP);
        for (Design design : Design.values()) {
            page.append(line(design));
        }
        Files.writeString(Path.of(args[0]), page);
    }

    private static List<CustomerSet> sets(String[] args) throws IOException {
        List<CustomerSet> sets = new ArrayList<>();
        Path bundled = Path.of(args[1], "credit_customers.csv");
        sets.add(new CustomerSet(
                "Credit applicants",
                "the bundled customers without `Status`, the outcome",
                CustomerFile.read(bundled, Set.of("Status")),
                Set.of()));
        if (args.length > 2) {
            sets.add(new CustomerSet(
                    "Clients of a wholesale distributor",
                    "UCI data set 292, CC BY 4.0; `Channel` and `Region` set as categories",
                    CustomerFile.read(Path.of(args[2], "wholesale_customers.csv"), Set.of()),
                    Set.of("Channel", "Region")));
            sets.add(new CustomerSet(
                    "Customers of an online shop",
                    "UCI Online Retail, summed up per customer by the R package onlineretail 0.1.2, CC0",
                    CustomerFile.read(Path.of(args[2], "online_retail_customers.csv"), Set.of()),
                    Set.of()));
        }
        return sets;
    }

    private static String section(CustomerSet set) {
        StringBuilder section = new StringBuilder();
        section.append(String.format(
                Locale.ENGLISH,
                "## %s%n%,d customers: %s.%n%n",
                set.title(),
                set.table().rows(),
                set.source()));
        section.append(HEAD);
        List<String> notes = new ArrayList<>();
        for (int k = MIN_K; k <= MAX_K; k++) {
            SegmentQuality plain = SegmentQuality.of(set.table(), withCodes(Preparations.plain(), set), k);
            SegmentQuality now = SegmentQuality.of(set.table(), withCodes(PreparationOptions.defaults(), set), k);
            section.append("| ")
                    .append(k)
                    .append(cells(plain))
                    .append(cells(now))
                    .append(" |\n");
            note(k, plain, now).ifPresent(notes::add);
        }
        section.append("\n");
        notes.forEach(note -> section.append("- ").append(note).append("\n"));
        section.append(notes.isEmpty() ? "" : "\n").append(TYPICAL_HEAD);
        for (int k = MIN_K; k <= MAX_K; k++) {
            section.append("| ")
                    .append(k)
                    .append(cells(SegmentQuality.of(set.table(), withCodes(Preparations.typicalDistance(), set), k)))
                    .append(" |\n");
        }
        return section.append("\n").toString();
    }

    private static PreparationOptions withCodes(PreparationOptions options, CustomerSet set) {
        return options.withCategory(options.category().withCodeColumns(set.codes()));
    }

    private static String cells(SegmentQuality quality) {
        return String.format(
                Locale.ENGLISH,
                " | %.3f | %.3f | %.1f %% | %.2f / %.2f | %s",
                quality.silhouette(),
                quality.worst(),
                100 * quality.smallestShare(),
                quality.stability(),
                quality.agreement(),
                Arrays.stream(quality.sizes()).mapToObj(Integer::toString).collect(Collectors.joining(", ")));
    }

    /** Why the plain preparation is the more stable one, where it is. */
    private static Optional<String> note(int k, SegmentQuality plain, SegmentQuality now) {
        if (plain.stability() < now.stability() + MORE_STABLE) {
            return Optional.empty();
        }
        int[] handfuls = Arrays.stream(plain.sizes())
                .filter(size -> size < HANDFUL * Arrays.stream(plain.sizes()).sum())
                .toArray();
        String reason = handfuls.length > 0
                ? "it isolates the same far customers again and again (segments of "
                        + Arrays.stream(handfuls).mapToObj(Integer::toString).collect(Collectors.joining(", "))
                        + "), and the rest stays together"
                : "extreme values, which the power transformation draws in, hold its segments apart; the smallest has "
                        + String.format(Locale.ENGLISH, "%.1f %%", 100 * plain.smallestShare());
        return Optional.of(
                String.format(Locale.ENGLISH, "k = %d: the plain preparation is the more stable one: %s.", k, reason));
    }

    private static String line(Design design) {
        return String.format(
                Locale.ENGLISH,
                "| %s | %d | %.2f | %.2f | %.2f |%n",
                design.title(),
                design.segments(),
                agreement(design, Preparations.plain()),
                agreement(design, PreparationOptions.defaults()),
                agreement(design, Preparations.typicalDistance()));
    }

    /** The mean agreement of segments and truth over the tables of a design. */
    private static double agreement(Design design, PreparationOptions options) {
        return IntStream.range(0, TABLES)
                .mapToDouble(t -> SegmentQuality.agreement(design.draw(t), options, design.segments()))
                .average()
                .orElseThrow();
    }
}
