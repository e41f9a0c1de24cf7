package org.tessera.workbench.batch;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tessera.workbench.batch.BatchArguments.Flag;

/**
 * Reads the command line of the batch application: KNIME's arguments, each one token, values behind an equals sign.
 *
 * <p>An instance reads one command line. Switches that KNIME's launcher and batch executor know but that mean nothing
 * here are accepted and ignored, so that existing scripts run.
 */
public final class ArgumentParser {
    private static final Map<String, Flag> FLAGS = Map.of(
            "-help", Flag.HELP,
            "--help", Flag.HELP,
            "-noexecute", Flag.NO_EXECUTE,
            "-failonloaderror", Flag.FAIL_ON_LOAD_ERROR,
            "-reset", Flag.RESET,
            "-nosave", Flag.NO_SAVE,
            "-roundTrips", Flag.ROUND_TRIPS,
            "-debug", Flag.DEBUG);

    /** Arguments behind this one are for the Java that KNIME's launcher starts. */
    private static final String END = "-vmargs";

    private static final Set<String> IGNORED =
            Set.of("-nosplash", "-consolelog", "-noexit", "-clean", "-updatelinks", "-masterkey", "-pdelaunch");

    private static final Set<String> IGNORED_WITH_VALUE =
            Set.of("-application", "-data", "-configuration", "-user", "-nl", "-os", "-ws", "-arch");

    private final EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    private final List<WorkflowVariable> variables = new ArrayList<>();
    private final List<NodeOption> options = new ArrayList<>();
    private final List<ShownTable> tables = new ArrayList<>();
    private Path source;
    private boolean archive;
    private Path destination;
    private boolean destinationArchive;

    private ArgumentParser() {}

    /**
     * Reads a command line.
     *
     * @param arguments the tokens
     * @return what they ask for; the source exists and is of the right kind
     * @throws UsageException if an argument is unknown, malformed, contradicts another or is missing
     */
    public static BatchArguments parse(List<String> arguments) throws UsageException {
        return new ArgumentParser().run(arguments);
    }

    private BatchArguments run(List<String> arguments) throws UsageException {
        for (int i = 0; i < arguments.size(); i++) {
            String token = arguments.get(i);
            if (token.equals(END)) {
                break;
            }
            if (IGNORED_WITH_VALUE.contains(token.toLowerCase(Locale.ROOT))) {
                i++;
            } else {
                readToken(token);
            }
        }
        if (source == null && !flags.contains(Flag.HELP)) {
            throw new UsageException(
                    "No workflow given: name one with -workflowDir=<directory> or -workflowFile=<file.knwf>");
        }
        return new BatchArguments(
                source,
                archive,
                Optional.ofNullable(destination),
                destinationArchive,
                flags,
                variables,
                options,
                tables);
    }

    private void readToken(String token) throws UsageException {
        int equals = token.indexOf('=');
        String name = equals < 0 ? token : token.substring(0, equals);
        if (equals < 0 && FLAGS.containsKey(name)) {
            flags.add(FLAGS.get(name));
        } else if (equals >= 0 && readValue(name, token.substring(equals + 1))) {
            return;
        } else if (!IGNORED.contains(name.toLowerCase(Locale.ROOT))) {
            throw new UsageException(problemOf(name, equals >= 0));
        }
    }

    private static String problemOf(String name, boolean hasValue) {
        if (hasValue && FLAGS.containsKey(name)) {
            return "Argument '" + name + "' takes no value";
        }
        if (!hasValue && VALUE_FORMS.containsKey(name)) {
            return "Argument '" + name + "' needs a value in the same token: " + VALUE_FORMS.get(name);
        }
        return "Unknown argument '" + name + "'";
    }

    private static final Map<String, String> VALUE_FORMS = Map.of(
            "-workflowDir", "-workflowDir=<directory>",
            "-workflowFile", "-workflowFile=<file.knwf>",
            "-destDir", "-destDir=<directory>",
            "-destFile", "-destFile=<file.knwf>",
            "-workflow.variable", "-workflow.variable=name,value,type",
            "-option", "-option=nodeId,key/path,value,type",
            "-preferences", "-preferences=<file.epf>",
            "-credential", "-credential=name;login;password",
            "-showTable", "-showTable=data/file.csv;Column");

    private boolean readValue(String name, String value) throws UsageException {
        switch (name) {
            case "-workflowDir" -> readSource(name, value, false);
            case "-workflowFile" -> readSource(name, value, true);
            case "-destDir" -> readDestination(name, value, false);
            case "-destFile" -> readDestination(name, value, true);
            case "-workflow.variable" -> variables.add(variable(value));
            case "-option" -> options.add(option(value));
            case "-preferences" -> checkPreferences(path(name, value));
            case "-credential" -> checkCredential(value);
            case "-masterkey" -> checkMasterKey(value);
            case "-showTable" -> {
                ShownTable table = ShownTable.of(value);
                tables.add(new ShownTable(path(name, table.file()).toString(), table.columns()));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void readSource(String name, String value, boolean isArchive) throws UsageException {
        if (source != null) {
            throw new UsageException("Two workflows given, '" + source + "' and '" + value
                    + "': give one -workflowDir= or -workflowFile= only");
        }
        source = path(name, value);
        archive = isArchive;
        if (isArchive && !Files.isRegularFile(source)) {
            throw new UsageException("Workflow file '" + value + "' does not exist or is not a file");
        }
        if (!isArchive && !Files.isDirectory(source)) {
            throw new UsageException("Workflow directory '" + value + "' does not exist or is not a directory");
        }
    }

    private void readDestination(String name, String value, boolean isArchive) throws UsageException {
        if (destination != null) {
            throw new UsageException("Two destinations given, '" + destination + "' and '" + value
                    + "': give one -destDir= or -destFile= only");
        }
        destination = path(name, value);
        destinationArchive = isArchive;
        if (isArchive ? Files.isDirectory(destination) : Files.isRegularFile(destination)) {
            throw new UsageException("Destination '" + value + "' of " + name + "= exists and is "
                    + (isArchive ? "a directory" : "a file, not a directory"));
        }
    }

    private static Path path(String name, String value) throws UsageException {
        if (value.isBlank()) {
            throw new UsageException("Argument '" + name + "=' has an empty value");
        }
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new UsageException("Argument '" + name + "=" + value + "' is no valid path: " + e.getReason());
        }
    }

    private static WorkflowVariable variable(String value) throws UsageException {
        String form = "-workflow.variable=" + value;
        int first = value.indexOf(',');
        int last = value.lastIndexOf(',');
        if (first <= 0 || last == first) {
            throw new UsageException("Cannot read '" + form + "': expected name,value,type");
        }
        OptionType type = OptionType.of(value.substring(last + 1))
                .filter(t -> t == OptionType.STRING || t == OptionType.INT || t == OptionType.DOUBLE)
                .orElseThrow(
                        () -> new UsageException("Cannot read '" + form + "': type must be String, int or double"));
        String name = unquote(value.substring(0, first)).trim();
        if (name.isEmpty()) {
            throw new UsageException("Cannot read '" + form + "': the name is empty");
        }
        return new WorkflowVariable(name, valueOf(form, type, unquote(value.substring(first + 1, last))));
    }

    private static NodeOption option(String value) throws UsageException {
        String form = "-option=" + value;
        int first = value.indexOf(',');
        int second = value.indexOf(',', first + 1);
        int last = value.lastIndexOf(',');
        if (first <= 0 || second < 0 || last == second) {
            throw new UsageException("Cannot read '" + form + "': expected nodeId,key/path,value,type");
        }
        OptionType type = OptionType.of(value.substring(last + 1))
                .orElseThrow(() ->
                        new UsageException("Cannot read '" + form + "': type must be one of " + OptionType.words()));
        List<String> keys = List.of(unquote(value.substring(first + 1, second)).split("/", -1));
        if (keys.stream().anyMatch(String::isEmpty)) {
            throw new UsageException("Cannot read '" + form + "': the key path has an empty part");
        }
        String text = unquote(value.substring(second + 1, last));
        valueOf(form, type, text);
        return new NodeOption(nodeIds(form, value.substring(0, first)), keys, text, type);
    }

    private static List<Integer> nodeIds(String form, String text) throws UsageException {
        List<Integer> ids = new ArrayList<>();
        for (String part : text.trim().split("/", -1)) {
            if (!part.matches("\\d{1,9}")) {
                throw new UsageException(
                        "Cannot read '" + form + "': '" + text + "' is no node id (a number, or numbers with slashes)");
            }
            ids.add(Integer.valueOf(part));
        }
        return ids;
    }

    private static Object valueOf(String form, OptionType type, String text) throws UsageException {
        try {
            return type.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("Cannot read '" + form + "': '" + text + "' is no " + type.word());
        }
    }

    private static String unquote(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static void checkPreferences(Path file) throws UsageException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("Preference file '" + file + "' does not exist or is not a file");
        }
    }

    private static void checkCredential(String value) throws UsageException {
        if (value.split(";", 2)[0].isBlank()) {
            throw new UsageException("Cannot read '-credential=" + value + "': expected name[;login[;password]]");
        }
    }

    private static void checkMasterKey(String value) throws UsageException {
        if (value.isEmpty()) {
            throw new UsageException("Argument '-masterkey=' has an empty value");
        }
    }
}
