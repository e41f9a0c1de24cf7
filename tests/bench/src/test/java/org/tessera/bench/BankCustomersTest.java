package org.tessera.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BankCustomersTest {
    private static final int N = 20_000;
    private static final BankCustomers BANK = new BankCustomers(7);
    private static final List<BankCustomers.Customer> CUSTOMERS =
            IntStream.range(0, N).mapToObj(BANK::customer).toList();

    @Test
    void a_longer_file_begins_with_the_shorter_one() throws IOException {
        byte[] few = csv(new BankCustomers(7), 500);
        byte[] many = csv(new BankCustomers(7), 5_000);
        assertEquals(-1, Arrays.mismatch(few, Arrays.copyOf(many, few.length)));
    }

    @Test
    void another_seed_gives_other_customers() throws IOException {
        assertNotEquals(-1, Arrays.mismatch(csv(BANK, 100), csv(new BankCustomers(8), 100)));
    }

    @Test
    void every_line_has_the_columns_of_the_header() throws IOException {
        String[] lines = new String(csv(BANK, 2_000), StandardCharsets.US_ASCII).split("\n");
        assertEquals(2_001, lines.length);
        assertEquals(BankCustomers.HEADER, lines[0]);
        String shape = "\\d{3},(France|Germany|Spain),(Male|Female),\\d\\d,\\d{1,2},\\d+\\.\\d\\d,[1-4],[01],[01],"
                + "\\d+\\.\\d\\d,(Starters|Families|Retired|Wealthy|Dormant)";
        for (int i = 1; i < lines.length; i++) {
            assertTrue(lines[i].matches(shape), lines[i]);
        }
    }

    @Test
    void a_line_shows_the_customer() throws IOException {
        String line = new String(csv(BANK, 1), StandardCharsets.US_ASCII).split("\n")[1];
        BankCustomers.Customer c = CUSTOMERS.get(0);
        String[] cells = line.split(",");
        assertEquals(c.score(), Integer.parseInt(cells[0]));
        assertEquals(c.balance(), Math.round(100 * Double.parseDouble(cells[5])));
        assertEquals(c.salary(), Math.round(100 * Double.parseDouble(cells[9])));
        assertEquals(c.segment().title(), cells[10]);
    }

    @Test
    void segments_have_their_shares() {
        double sum = Arrays.stream(PlantedSegment.values())
                .mapToDouble(PlantedSegment::share)
                .sum();
        assertEquals(1, sum, 1e-12);
        Map<PlantedSegment, Integer> counts = new EnumMap<>(PlantedSegment.class);
        CUSTOMERS.forEach(c -> counts.merge(c.segment(), 1, Integer::sum));
        for (PlantedSegment segment : PlantedSegment.values()) {
            double share = segment.share();
            double tolerance = 4 * Math.sqrt(share * (1 - share) / N); // four standard errors
            assertEquals(share, counts.get(segment) / (double) N, tolerance, segment.title());
        }
    }

    @Test
    void columns_stay_in_their_ranges_and_reach_far() {
        range(BankCustomers.Customer::score, BankCustomers.LOWEST_SCORE, BankCustomers.HIGHEST_SCORE);
        range(BankCustomers.Customer::country, 0, 2);
        range(BankCustomers.Customer::age, BankCustomers.YOUNGEST, BankCustomers.OLDEST);
        range(BankCustomers.Customer::tenure, 0, BankCustomers.LONGEST);
        range(c -> c.balance() / 100.0, 0, BankCustomers.RICHEST);
        range(BankCustomers.Customer::products, 1, 4);
        range(c -> c.salary() / 100.0, BankCustomers.LOWEST_SALARY, BankCustomers.HIGHEST_SALARY);
    }

    private static void range(ToDoubleFunction<BankCustomers.Customer> column, double low, double high) {
        double min = CUSTOMERS.stream().mapToDouble(column).min().orElseThrow();
        double max = CUSTOMERS.stream().mapToDouble(column).max().orElseThrow();
        assertTrue(low <= min && max <= high, min + " to " + max);
        assertTrue(max - min > 0.75 * (high - low), min + " to " + max);
    }

    @Test
    void segments_differ_in_several_columns() {
        assertTrue(mean(PlantedSegment.RETIRED, BankCustomers.Customer::age)
                > mean(PlantedSegment.STARTERS, BankCustomers.Customer::age) + 30);
        assertTrue(mean(PlantedSegment.WEALTHY, BankCustomers.Customer::balance)
                > 4 * mean(PlantedSegment.FAMILIES, BankCustomers.Customer::balance));
        assertEquals(0, mean(PlantedSegment.DORMANT, BankCustomers.Customer::balance));
        assertTrue(mean(PlantedSegment.DORMANT, c -> c.active() ? 1 : 0) < 0.15);
        assertTrue(mean(PlantedSegment.STARTERS, c -> c.active() ? 1 : 0) > 0.75);
    }

    private static double mean(PlantedSegment segment, ToDoubleFunction<BankCustomers.Customer> column) {
        return CUSTOMERS.stream()
                .filter(c -> c.segment() == segment)
                .mapToDouble(column)
                .average()
                .orElseThrow();
    }

    private static byte[] csv(BankCustomers bank, long n) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        bank.write(n, out);
        return out.toByteArray();
    }
}
