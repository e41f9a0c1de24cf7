package org.tessera.spark;

/** What is printed to those who ask for help. */
final class Usage {

    static final String TEXT = """
            Tessera on Spark: segments customers of any number, and assigns them to the segments of a model.

              tessera-spark segment --in=PATH --out=FOLDER [options]
              tessera-spark assign --model=FILE --in=PATH --out=FOLDER [options]

            Input
              --in=PATH                  Parquet or CSV (with a header, UTF-8), or with --format=table a table of the catalog
              --format=parquet|csv|table default: csv for names that end in .csv, otherwise parquet
              --delimiter=,              the character between the cells of CSV; \\t for a tab

            segment
              --out=FOLDER               segmentation.model, customers (Parquet) with their segments, tables, report.html
              --overwrite                replaces FOLDER if it exists
              --columns=NAME,...         the columns that are used; default: all that hold numbers, dates or texts
              --without=NAME,...         columns that are not used
              --id=NAME                  the column of identifiers: it is not used, but recognizes customers later
              --categories=NAME,...      columns whose numbers are categories, such as codes
              --segments=2..10           numbers of segments that are tried
              --algorithms=NAME,...      k-means, hierarchical, dbscan, gaussian-mixture; default: all of them
              --sample=100000            customers that are searched in memory
              --passes=12                most passes over all customers, 5 to 12
              --seconds=120              how long the search in memory may take, by estimate
              --seed=1                   the same seed gives the same result, bit for bit
              --segment-column=Segment   name of the segment column

            assign
              --model=FILE               a segmentation of KNIME's Model Writer, or of 'segment'
              --out=FOLDER               customers (Parquet) with their segments, shares.csv and drift.csv
              --overwrite                replaces FOLDER if it exists
              --drift                    tests whether the customers differ from those of training
              --why[=sentence|contributions]
                                         says why a customer is in the segment rather than in the runner-up
              --segment-column=NAME      name of the segment column; default: as in the model
              --no-confidence            without the confidence of the segment
              --no-runner-up             without the second-best segment
              --unseen=assign|leave-missing|fail
                                         customers with a category not seen in training; default: assign
              --out-of-range=flag|leave-missing|ignore
                                         customers with a number outside the range of training; default: flag
              --stream[=available|continuous]
                                         takes customers as they come, and appends them to the output: those that are
                                         there, or all until the process is ended
              --checkpoint=FOLDER        what a stream has done, so that the next start goes on there

            Exit codes: 0 done, 1 failed, without any output, 2 arguments that cannot be understood.
            """;

    private Usage() {}
}
