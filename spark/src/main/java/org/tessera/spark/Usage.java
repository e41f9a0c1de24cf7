package org.tessera.spark;

/** What is printed to those who ask for help. */
final class Usage {

    static final String TEXT =
            """
            Tessera on Spark: segments customers of any number, and assigns them to the segments of a model.

              tessera-spark assign --model=FILE --in=PATH --out=FOLDER [options]

            Input
              --in=PATH                  Parquet or CSV (with a header, UTF-8), or with --format=table a table of the catalog
              --format=parquet|csv|table default: csv for names that end in .csv, otherwise parquet
              --delimiter=,              the character between the cells of CSV; \\t for a tab

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
