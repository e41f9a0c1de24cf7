package org.tessera.bench.confidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes docs/confidence.md: how far the probabilities of mixtures can be believed. */
public final class ConfidencePage {

    private static final int[] SIZES = {500, 2000};

    private final StringBuilder page = new StringBuilder();

    private ConfidencePage() {}

    /**
     * Writes the page: {@code ConfidencePage <page> <tables> <first seed>}.
     *
     * @param args the page's file; the number of tables per design and size; the seed of the first of them
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (args.length < 3) {
            throw new IllegalArgumentException(
                    "Name the page to write, the number of tables per design and size, and the seed of the first table");
        }
        int tables = Integer.parseInt(args[1]);
        long seed = Long.parseLong(args[2]);
        ConfidencePage page = new ConfidencePage();
        page.add(ConfidenceText.INTRODUCTION, tables, seed);
        for (int n : SIZES) {
            for (Design design : Design.values()) {
                Reliability[] sides = Reliability.of(design, n, tables, seed);
                page.add(
                        "| %s | %,d | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
                        design.title(),
                        n,
                        sides[0].right(),
                        sides[0].said(),
                        sides[0].error(),
                        sides[1].said(),
                        sides[1].error());
            }
        }
        page.add(ConfidenceText.LIMITS);
        Files.writeString(Path.of(args[0]), page.page);
    }

    private void add(String format, Object... values) {
        page.append(String.format(Locale.ENGLISH, format, values));
        System.out.printf(Locale.ENGLISH, format, values);
    }
}
