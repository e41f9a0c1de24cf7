package org.tessera.bench.verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.tessera.bench.segments.CustomerFile;
import org.tessera.bench.verdict.Design.Role;
import org.tessera.engine.choose.verdict.Verdict;
import org.tessera.engine.choose.verdict.VerdictOptions;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.prep.PreparationOptions;

/** Writes docs/verdict.md: how often the verdict on natural segments is right. */
public final class VerdictPage {

    private static final int[] SIZES = {500, 2000, 5000};
    /** Tables of the designs that are looked at more closely. */
    private static final int CLOSER = 40;

    private static final int CLOSER_SEED = 2000;
    /** Tables per number of planted segments. */
    private static final int COUNTED = 20;

    private final StringBuilder page = new StringBuilder();
    /** The numbers of tables per design, by size. */
    private final int[] tables;

    private VerdictPage(int[] tables) {
        this.tables = tables;
    }

    /**
     * Writes the page: {@code VerdictPage <page> <tables> <folder of credit_customers.csv> [<folder of further sets>]}.
     *
     * @param args the page's file; the numbers of tables per design of 500, 2,000 and 5,000 customers with commas between
     *     them; the folder with the bundled customers; optionally a folder with wholesale_customers.csv and
     *     online_retail_customers.csv
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        if (args.length < 3) {
            throw new IllegalArgumentException(
                    "Name the page to write, the numbers of tables per design, such as 12,12,5, the"
                            + " folder of credit_customers.csv and, if they are there, that of further sets");
        }
        long start = System.nanoTime();
        VerdictPage page = new VerdictPage(
                Arrays.stream(args[1].split(",")).mapToInt(Integer::parseInt).toArray());
        page.page.append(VerdictText.INTRODUCTION);
        page.designs();
        page.closer();
        page.counts();
        page.sets(Path.of(args[2]), args.length > 3 ? Path.of(args[3]) : null);
        page.page.append(VerdictText.LIMITS);
        System.out.printf("%.0f minutes%n", (System.nanoTime() - start) / 6e10);
        Files.writeString(Path.of(args[0]), page.page);
    }

    private void designs() {
        add(
                "## How often the verdict is natural segments%n%d tables per design of 500 customers, %d of"
                        + " 2,000 and %d of 5,000, %d null samples, prepared as the"
                        + " Segmentation Preprocessor does by default, by other seeds than those on which the criteria were"
                        + " chosen. At 2,000 one standard error is at most %.2f, and %.2f where the"
                        + " share is 0.05. *T1* is the share of tables with p(T1) <= .05, *depth* the mean of D, and in"
                        + " parentheses that of the tables without segments, *number* the share in which the verdict also"
                        + " counts as many segments as there are.%n%n",
                tables[0],
                tables[1],
                tables[2],
                VerdictOptions.defaults().nullSamples(),
                Math.sqrt(0.25 / tables[1]),
                Math.sqrt(0.0475 / tables[1]));
        page.append("| customers | n = 500 | 2,000 | 5,000 | number at 2,000 | T1 at 2,000 | depth at 2,000 |\n"
                + "|---|--:|--:|--:|--:|--:|--:|\n");
        System.out.println("natural at 500, 2,000, 5,000; T1; depth");
        long[][] pooled = new long[Role.values().length][SIZES.length];
        for (Design design : Design.values()) {
            List<Cell> cells = IntStream.range(0, SIZES.length)
                    .mapToObj(s -> Cell.of(design, SIZES[s], tables[s], VerdictOptions.defaults()))
                    .toList();
            for (int s = 0; s < SIZES.length; s++) {
                pooled[design.role().ordinal()][s] += cells.get(s).natural();
            }
            row(design, cells);
        }
        page.append("\n");
        for (Role role : List.of(Role.CONTINUUM, Role.SEGMENTS)) {
            long designs =
                    Arrays.stream(Design.values()).filter(d -> d.role() == role).count();
            long[] natural = pooled[role.ordinal()];
            add(
                    "All %s together: %d of %d, %d of %d and %d of %d natural.%n",
                    role.title(),
                    natural[0],
                    designs * tables[0],
                    natural[1],
                    designs * tables[1],
                    natural[2],
                    designs * tables[2]);
        }
        page.append("\n");
    }

    /** More tables, of fresh seeds, of the designs that are closest to a wrong verdict. */
    private void closer() {
        add(
                "Tables with natural segments of %d others (seeds %d to %d) of designs that no copula describes."
                        + " The criteria were made stricter once after a look at the table above, but not at these:%n%n"
                        + "| continuum | n = 500 | 2,000 |%n|---|--:|--:|%n",
                CLOSER, CLOSER_SEED, CLOSER_SEED + CLOSER - 1);
        for (Design design : List.of(Design.RFM, Design.DATES, Design.FUNNEL)) {
            add("| %s | %d | %d |%n", design.title(), closer(design, SIZES[0]), closer(design, SIZES[1]));
        }
        page.append("\n");
    }

    private static long closer(Design design, int rows) {
        return Cell.of(design, rows, CLOSER_SEED, CLOSER, VerdictOptions.defaults())
                .natural();
    }

    private void row(Design design, List<Cell> cells) {
        Cell middle = cells.get(1);
        add(
                "| %s: %s | %.2f | **%.2f** | %.2f | %s | %.2f | %.2f (%.2f) |%n",
                design.role().title(),
                design.title(),
                cells.get(0).natural() / (double) tables[0],
                middle.natural() / (double) tables[1],
                cells.get(2).natural() / (double) tables[2],
                design.segments() == 0
                        ? ""
                        : String.format(Locale.ENGLISH, "%.2f", middle.counted(design.segments()) / (double) tables[1]),
                middle.beyond() / (double) tables[1],
                middle.mean(v -> v.evidence().depth()),
                middle.mean(v -> v.evidence().nullDepth()));
    }

    private void counts() {
        int kinds = Counting.MOST - Counting.LEAST + 1;
        add(
                "## The number of segments%nShare of %d tables in which the planted number of segments, 2 to 6, is found: sizes"
                        + " 1 : 8, 8 columns, centers 4 standard deviations apart.%n%n"
                        + "| segments | n = 2,000 | 5,000 |%n|---|--:|--:|%n",
                kinds * COUNTED);
        for (boolean factor : new boolean[] {false, true}) {
            add(
                    "| %s | %.2f | %.2f |%n",
                    factor ? "with a common factor" : "spherical",
                    Counting.found(2000, factor, COUNTED) / (double) (kinds * COUNTED),
                    Counting.found(5000, factor, COUNTED) / (double) (kinds * COUNTED));
        }
        page.append("\n");
    }

    private void sets(Path bundled, Path further) throws IOException {
        page.append("## Real customers\n");
        set("Credit applicants", bundled.resolve("credit_customers.csv"), Set.of("Status"), Set.of());
        if (further != null) {
            set(
                    "Clients of a wholesale distributor",
                    further.resolve("wholesale_customers.csv"),
                    Set.of(),
                    Set.of("Channel", "Region"));
            set(
                    "Customers of an online shop",
                    further.resolve("online_retail_customers.csv"),
                    Set.of("CustomerID"),
                    Set.of());
        }
        page.append("\n");
    }

    private void set(String title, Path file, Set<String> without, Set<String> codes) throws IOException {
        CustomerTable table = CustomerFile.read(file, without);
        PreparationOptions options = Judged.preparation();
        Verdict verdict = Judged.verdict(
                table, options.withCategory(options.category().withCodeColumns(codes)), VerdictOptions.defaults(), 1);
        add(
                "- **%s** (%,d): %s p(T1) = %.2f, p(D) = %.2f, depth %.2f, without segments %.2f.%n",
                title,
                table.rows(),
                verdict.sentence(),
                verdict.evidence().gainP(),
                verdict.evidence().depthP(),
                verdict.evidence().depth(),
                verdict.evidence().nullDepth());
    }

    private void add(String format, Object... values) {
        page.append(String.format(Locale.ENGLISH, format, values));
        System.out.printf(Locale.ENGLISH, format, values);
    }
}
