package org.tessera.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    @Test
    void help_names_every_argument() throws UsageException {
        Command help = Command.run("--help");
        assertEquals(Main.DONE, help.code());
        for (String name : InputOptions.NAMES) {
            assertTrue(help.console().contains("--" + name), name);
        }
        for (String name : AssignOptions.NAMES) {
            assertTrue(help.console().contains("--" + name), name);
        }
        for (String name : Segment.arguments()) {
            assertTrue(help.console().contains("--" + name), name);
        }
        Command nothing = Command.run();
        assertEquals(Main.USAGE, nothing.code());
        assertEquals(help.console(), nothing.errors());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "segment --in=i | Argument '--out=...' is missing",
                "segment --in=i --out=o --segments=10..2 | Most segments",
                "segment --in=i --out=o --segments=few | has to be such as 2..10 or 5",
                "segment --in=i --out=o --algorithms=magic | There is no algorithm 'magic'",
                "segment --in=i --out=o --sample=10 | needs a whole number from 500",
                "segment --in=i --out=o --passes=13 | needs a whole number from 5 to 12",
                "paint | Unknown command 'paint'",
                "assign --model=m --in=i | Argument '--out=...' is missing",
                "assign --model=m --in=i --out= | Argument '--out=...' is missing",
                "assign --model=m --in=i --out=o --whi | Unknown argument '--whi'",
                "assign --model=m --in=i --out=o more | 'more' is no argument",
                "assign --model=m --in=i --in=j --out=o | Argument '--in' is given twice",
                "assign --model=m --in=i --out=o --why=maybe | can be none, sentence, contributions",
                "assign --model=m --in=i --out=o --unseen=drop | can be assign, leave-missing, fail",
                "assign --model=m --in=i --out=o --overwrite=yes | Argument '--overwrite' has no value",
                "assign --model=m --in=i --out=o --delimiter=;; | has to be one character",
                "assign --model=m --in=i --out=o --format=orc | can be parquet, csv, table",
                "assign --model=m --in=i --out=o --stream | Argument '--checkpoint=...' is missing",
                "assign --model=m --in=i --out=o --checkpoint=c | goes with '--stream' only",
                "assign --model=m --in=i --out=o --stream --checkpoint=c --drift | '--drift' does not go",
                "assign --model=m --in=i --out=o --stream --checkpoint=c --overwrite | does not go with '--stream'",
            })
    void command_lines_that_cannot_be_understood_end_with_2(String line, String message) {
        Command run = Command.run(line.split(" "));
        assertEquals(Main.USAGE, run.code(), run.errors());
        assertTrue(run.errors().contains(message), run.errors());
    }
}
