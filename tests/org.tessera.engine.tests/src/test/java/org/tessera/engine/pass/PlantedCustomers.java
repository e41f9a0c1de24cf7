package org.tessera.engine.pass;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.model.TrainingRows;
import org.tessera.engine.run.RandomStream;

/** Made-up customers in four groups, with all kinds of columns and with missing entries. */
public final class PlantedCustomers {

    private static final int GROUPS = 4;

    private PlantedCustomers() {}

    /** Customers with income, age, visits, balance, a flag, a region, a date as text, an id, a constant and an empty column. */
    public static CustomerTable table(int n, long seed) {
        RandomStream random = RandomStream.of(seed, 0);
        double[] income = new double[n];
        double[] age = new double[n];
        double[] visits = new double[n];
        double[] balance = new double[n];
        double[] flag = new double[n];
        double[] nothing = new double[n];
        List<String> region = new ArrayList<>();
        List<String> since = new ArrayList<>();
        List<String> id = new ArrayList<>();
        List<String> constant = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble();
            int group = u < 0.4 ? 0 : u < 0.7 ? 1 : u < 0.9 ? 2 : GROUPS - 1;
            income[i] = Math.exp(10 + 0.6 * (group % 2) + 0.25 * random.nextGaussian());
            age[i] = Math.rint(30 + 12 * group + 4 * random.nextGaussian());
            visits[i] = Math.floor(-Math.log(random.nextDouble()) * (1 + 5 * (group / 2)));
            balance[i] = random.nextDouble() < 0.1 ? Double.NaN : 1000 * group + 300 * random.nextGaussian();
            flag[i] = random.nextDouble() < 0.2 + 0.2 * group ? 1 : 0;
            nothing[i] = Double.NaN;
            region.add(random.nextDouble() < 0.05 ? null : region(random));
            since.add(LocalDate.of(2015, 1, 1)
                    .plusDays((long) (1500 * random.nextDouble()) + 200L * group)
                    .toString());
            id.add("C" + (100_000 + i));
            constant.add("EUR");
        }
        return new CustomerTable(
                n,
                List.of(
                        new NumericColumn("Income", income, false),
                        new NumericColumn("Age", age, true),
                        new NumericColumn("Visits", visits, true),
                        new NumericColumn("Balance", balance, false),
                        new NumericColumn("Flag", flag, true),
                        CategoryColumn.of("Region", region),
                        CategoryColumn.of("Since", since),
                        CategoryColumn.of("Id", id),
                        CategoryColumn.of("Currency", constant),
                        new NumericColumn("Nothing", nothing, false)));
    }

    private static String region(RandomStream random) {
        double u = random.nextDouble();
        return u < 0.5 ? "North" : u < 0.8 ? "South" : u < 0.995 ? "West" : "Isle " + (int) (u * 1e6) % 7;
    }

    /** The hash of a RowID per row. */
    public static long[] ids(int n) {
        long[] ids = new long[n];
        for (int i = 0; i < n; i++) {
            ids[i] = TrainingRows.hash("Row" + i);
        }
        return ids;
    }
}
