package org.tessera.spark;

import java.io.PrintStream;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.tessera.engine.run.SegmentationException;

/** The program that spark-submit starts: {@code segment} or {@code assign}. */
public final class Main {

    /** The command has done what it was asked for. */
    static final int DONE = 0;
    /** The command has failed and has left no output. */
    static final int FAILED = 1;
    /** The command line cannot be understood. */
    static final int USAGE = 2;

    private Main() {}

    /**
     * Runs a command and ends the process: 0 when it is done, 1 when it has failed, 2 when the command line cannot be
     * understood.
     *
     * @param arguments the command and its arguments
     */
    public static void main(String[] arguments) {
        int code = run(List.of(arguments), System.out, System.err);
        System.out.flush();
        System.exit(code);
    }

    /** A command that was read. */
    private interface Command {
        void run(SparkSession spark, PrintStream console);
    }

    /**
     * Runs a command.
     *
     * @param arguments the command and its arguments
     * @param console for results
     * @param errors for failures
     * @return the exit code
     */
    static int run(List<String> arguments, PrintStream console, PrintStream errors) {
        if (arguments.isEmpty() || arguments.get(0).matches("-h|--help|help")) {
            (arguments.isEmpty() ? errors : console).print(Usage.TEXT);
            return arguments.isEmpty() ? USAGE : DONE;
        }
        try {
            Command command = command(arguments.get(0), arguments.subList(1, arguments.size()));
            command.run(session(), console);
            return DONE;
        } catch (UsageException e) {
            errors.println(e.getMessage() + ".");
            errors.println("'tessera-spark help' shows all arguments.");
            return USAGE;
        } catch (SegmentationException e) {
            errors.println("Failed: " + e.getMessage());
            return FAILED;
        }
    }

    private static Command command(String name, List<String> arguments) throws UsageException {
        if (name.equals("assign")) {
            Assign assign = Assign.of(arguments);
            return assign::run;
        }
        if (name.equals("segment")) {
            Segment segment = Segment.of(arguments);
            return segment::run;
        }
        throw new UsageException("Unknown command '" + name + "': it is 'segment' or 'assign'");
    }

    /** The session of spark-submit; times are instants in UTC, names of columns differ by upper and lower case. */
    static SparkSession session() {
        SparkSession spark = SparkSession.builder().appName("Tessera").getOrCreate();
        spark.conf().set("spark.sql.session.timeZone", "UTC");
        spark.conf().set("spark.sql.datetime.java8API.enabled", "true");
        spark.conf().set("spark.sql.caseSensitive", "true");
        return spark;
    }
}
