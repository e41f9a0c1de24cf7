package org.tessera.engine.numbers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Matrix;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.PlainZScores;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.PreparationOptions.CategoryMissing;
import org.tessera.engine.prep.PreparationOptions.CategoryOptions;
import org.tessera.engine.prep.PreparationOptions.Encoding;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.run.RunContext;

/** Customers, prepared, and what scikit-learn and scipy found on them. Lines of the other files by their name. */
record ReferenceSet(Matrix features, List<Run> runs, Map<String, List<String[]>> others) {

    private static final List<String> LINKAGES = List.of("ward", "average", "complete", "single");

    /** A run of scikit-learn: its name, its labels and its figures by name. */
    record Run(String name, Labels labels, Map<String, String> figures) {

        Optional<Double> figure(String figure) {
            String text = figures.getOrDefault(figure, "");
            return text.isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(text));
        }
    }

    /** The credit customers of the tests' resources. */
    static ReferenceSet credit() throws IOException {
        List<String[]> dunn = resource("credit_dunn.csv");
        List<String[]> agreement = resource("credit_agreement.csv");
        return new ReferenceSet(
                matrix(resource("credit_Z.csv.gz")),
                runs(resource("credit_labels.csv.gz"), resource("credit_metrics.csv")),
                Map.of("dunn", dunn, "agreement", agreement));
    }

    /** Customers of a folder with the folders data and reference; prepared here if scikit-learn's matrix is not there. */
    static ReferenceSet of(Path folder, String name, Set<String> categories) throws IOException {
        Path reference = folder.resolve("reference");
        Path prepared = reference.resolve(name + "_Z.csv");
        Matrix features = Files.exists(prepared)
                ? matrix(file(prepared))
                : prepare(file(folder.resolve("data").resolve(customers(name))), categories);
        Map<String, List<String[]>> others = new HashMap<>();
        for (String linkage : LINKAGES) {
            Path heights = reference.resolve(name + "_linkage_" + linkage + ".csv");
            if (Files.exists(heights)) {
                others.put(linkage, file(heights));
            }
        }
        return new ReferenceSet(
                features,
                runs(file(reference.resolve(name + "_labels.csv")), file(reference.resolve(name + "_metrics.csv"))),
                others);
    }

    private static String customers(String name) {
        return name.replace("onlineretail", "online_retail") + "_customers.csv";
    }

    Run run(String name) {
        return runs.stream().filter(run -> run.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<Run> runs(List<String[]> labels, List<String[]> figures) {
        List<Run> runs = new ArrayList<>();
        for (int column = 0; column < labels.get(0).length; column++) {
            int at = column;
            Labels found = Labels.of(labels.stream()
                    .skip(1)
                    .mapToInt(row -> Integer.parseInt(row[at]))
                    .toArray());
            Map<String, String> values = new HashMap<>();
            for (int f = 0; f < figures.get(0).length; f++) {
                values.put(figures.get(0)[f], figures.get(column + 1)[f]);
            }
            runs.add(new Run(labels.get(0)[column], found, values));
        }
        return runs;
    }

    private static Matrix matrix(List<String[]> lines) {
        return Matrix.of(lines.stream()
                .skip(1)
                .map(row -> Arrays.stream(row).mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new));
    }

    /** As scikit-learn did: mean and most frequent, one-hot, z-score; without the customers' numbers. */
    private static Matrix prepare(List<String[]> lines, Set<String> categories) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < lines.get(0).length; c++) {
            int at = c;
            String name = lines.get(0)[c];
            List<String> entries = new ArrayList<>();
            lines.stream().skip(1).forEach(row -> entries.add(row[at].isEmpty() ? null : row[at]));
            if (categories.contains(name)) {
                columns.add(CategoryColumn.of(name, entries));
            } else if (!name.equals("CustomerID")) {
                double[] values = entries.stream()
                        .mapToDouble(entry -> entry == null ? Double.NaN : Double.parseDouble(entry))
                        .toArray();
                columns.add(new NumericColumn(name, values, false));
            }
        }
        PreparationOptions options = PlainZScores.OPTIONS
                .withNumeric(new NumericOptions(NumericMissing.MEAN, 0, false, Transformation.NONE))
                .withCategory(new CategoryOptions(CategoryMissing.MOST_FREQUENT, Encoding.ONE_HOT, false, 0, 50));
        CustomerTable table = new CustomerTable(lines.size() - 1, columns);
        RunContext run = RunContext.of(1);
        return Preparer.with(options)
                .fit(table, Set.of(), run)
                .apply(table, run)
                .features();
    }

    static List<String[]> resource(String name) throws IOException {
        try (InputStream raw = ReferenceSet.class.getResourceAsStream("/reference/" + name);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return split(reader.lines().toList());
        }
    }

    private static List<String[]> file(Path path) throws IOException {
        return split(Files.readAllLines(path));
    }

    private static List<String[]> split(List<String> lines) {
        return lines.stream().map(line -> line.replace("\"", "").split(",", -1)).toList();
    }
}
