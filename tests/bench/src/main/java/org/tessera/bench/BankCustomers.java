package org.tessera.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tessera.engine.run.RandomStream;

/**
 * Synthetic bank customers of any number, with the columns of the well-known churn data: credit score, country, gender,
 * age, years as a customer, balance, products, card, activity and salary; the last column names the
 * {@link PlantedSegment}. Customer i depends on the seed and on i only: a longer file begins with the shorter one.
 */
public final class BankCustomers {

    static final int LOWEST_SCORE = 350;
    static final int HIGHEST_SCORE = 850;
    static final int YOUNGEST = 18;
    static final int OLDEST = 92;
    static final int LONGEST = 10;
    static final int RICHEST = 400_000;
    static final int LOWEST_SALARY = 8_000;
    static final int HIGHEST_SALARY = 260_000;

    /** The columns, of which the last one names the planted segment. */
    public static final String HEADER =
            "CreditScore,Country,Gender,Age,Tenure,Balance,Products,HasCard,IsActive,Salary,Planted";

    private static final String[] COUNTRY_NAMES = {"France", "Germany", "Spain"};
    private static final String[] GENDER_NAMES = {"Male", "Female"};
    private static final byte[][] COUNTRIES = bytes(COUNTRY_NAMES);
    private static final byte[][] GENDERS = bytes(GENDER_NAMES);
    private static final int FLUSH = 1 << 16;
    private static final int LONGEST_LINE = 160;

    private final long seed;

    /** @param seed same seed, same customers */
    public BankCustomers(long seed) {
        this.seed = seed;
    }

    /**
     * One customer; amounts in cents.
     *
     * @param score credit score, 350 to 850
     * @param country 0 France, 1 Germany, 2 Spain
     * @param female whether a woman
     * @param age 18 to 92
     * @param tenure years as a customer, 0 to 10
     * @param balance 0 to 400,000.00
     * @param products 1 to 4
     * @param card whether with a credit card
     * @param active whether active
     * @param salary 8,000.00 to 260,000.00
     * @param segment the planted segment
     */
    public record Customer(
            int score,
            int country,
            boolean female,
            int age,
            int tenure,
            long balance,
            int products,
            boolean card,
            boolean active,
            long salary,
            PlantedSegment segment) {

        /** @return the name of the country */
        public String countryName() {
            return COUNTRY_NAMES[country];
        }

        /** @return the name of the gender */
        public String genderName() {
            return GENDER_NAMES[female ? 1 : 0];
        }
    }

    /**
     * A customer.
     *
     * @param i its number, from 0
     * @return the customer
     */
    public Customer customer(long i) {
        RandomStream random = RandomStream.of(seed, i);
        return PlantedSegment.at(random.nextDouble()).draw(random);
    }

    /**
     * Writes a header and n customers as CSV: UTF-8, comma, point, no quotes.
     *
     * @param n number of customers
     * @param out where to
     * @throws IOException if it can't be written
     */
    public void write(long n, OutputStream out) throws IOException {
        Line line = new Line();
        line.text((HEADER + "\n").getBytes(StandardCharsets.US_ASCII));
        for (long i = 0; i < n; i++) {
            line.customer(customer(i));
            if (line.length > FLUSH - LONGEST_LINE) {
                out.write(line.bytes, 0, line.length);
                line.length = 0;
            }
        }
        out.write(line.bytes, 0, line.length);
        out.flush();
    }

    /**
     * Writes a file: {@code BankCustomers <number> <file> [seed]}.
     *
     * @param args number of customers, file, seed (1 if not given)
     * @throws IOException if the file can't be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            throw new IllegalArgumentException(
                    "Name the number of customers and the file: 100000 customers.csv [seed]");
        }
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
            new BankCustomers(seed).write(Long.parseLong(args[0]), out);
        }
    }

    private static byte[][] bytes(String... texts) {
        byte[][] bytes = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            bytes[i] = texts[i].getBytes(StandardCharsets.US_ASCII);
        }
        return bytes;
    }

    /** Formats into bytes without a string per value. */
    private static final class Line {

        private static final byte[][] SEGMENTS = bytes(titles());

        private final byte[] bytes = new byte[FLUSH];
        private int length;

        private static String[] titles() {
            PlantedSegment[] segments = PlantedSegment.values();
            String[] titles = new String[segments.length];
            for (int s = 0; s < titles.length; s++) {
                titles[s] = segments[s].title();
            }
            return titles;
        }

        void customer(Customer c) {
            number(c.score());
            comma();
            text(COUNTRIES[c.country()]);
            comma();
            text(GENDERS[c.female() ? 1 : 0]);
            comma();
            number(c.age());
            comma();
            number(c.tenure());
            comma();
            cents(c.balance());
            comma();
            number(c.products());
            comma();
            number(c.card() ? 1 : 0);
            comma();
            number(c.active() ? 1 : 0);
            comma();
            cents(c.salary());
            comma();
            text(SEGMENTS[c.segment().ordinal()]);
            bytes[length++] = '\n';
        }

        void text(byte[] text) {
            System.arraycopy(text, 0, bytes, length, text.length);
            length += text.length;
        }

        private void comma() {
            bytes[length++] = ',';
        }

        private void number(long value) {
            if (value >= 10) {
                number(value / 10);
            }
            bytes[length++] = (byte) ('0' + value % 10);
        }

        private void cents(long value) {
            number(value / 100);
            bytes[length++] = '.';
            bytes[length++] = (byte) ('0' + value / 10 % 10);
            bytes[length++] = (byte) ('0' + value % 10);
        }
    }
}
