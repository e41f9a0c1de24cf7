package org.tessera.bench.spark;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.tessera.bench.BankCustomers;

/** Writes the synthetic {@link BankCustomers} as Parquet, with their numbers in the column CustomerId. */
public final class ParquetCustomers {

    private static final int PART_ROWS = 1_000_000;
    private static final double CENTS = 100;

    private ParquetCustomers() {}

    /**
     * Writes a folder: {@code ParquetCustomers <number> <folder> [seed]}.
     *
     * @param args number of customers, folder that does not exist, seed (1 if not given)
     */
    public static void main(String[] args) {
        long count = Long.parseLong(args[0]);
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        try (SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .getOrCreate()) {
            int parts = (int) Math.max(1, count / PART_ROWS);
            JavaRDD<Row> rows =
                    spark.range(0, count, 1, parts).javaRDD().map(id -> row(id, new BankCustomers(seed).customer(id)));
            Dataset<Row> customers = spark.createDataFrame(rows, columns());
            customers.write().parquet(args[1]);
        }
    }

    private static Row row(long id, BankCustomers.Customer customer) {
        return RowFactory.create(
                id,
                customer.score(),
                customer.countryName(),
                customer.genderName(),
                customer.age(),
                customer.tenure(),
                customer.balance() / CENTS,
                customer.products(),
                customer.card() ? 1 : 0,
                customer.active() ? 1 : 0,
                customer.salary() / CENTS);
    }

    private static StructType columns() {
        StructType columns = new StructType().add("CustomerId", DataTypes.LongType);
        String[] names = BankCustomers.HEADER.split(",");
        DataType[] types = {
            DataTypes.IntegerType,
            DataTypes.StringType,
            DataTypes.StringType,
            DataTypes.IntegerType,
            DataTypes.IntegerType,
            DataTypes.DoubleType,
            DataTypes.IntegerType,
            DataTypes.IntegerType,
            DataTypes.IntegerType,
            DataTypes.DoubleType
        };
        for (int c = 0; c < types.length; c++) {
            columns = columns.add(names[c], types[c]);
        }
        return columns;
    }
}
