package org.tessera.workbench.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tessera.workbench.workflow.WorkflowArchive;

/**
 * A command that takes files instead of a workflow. It is a small workflow, unpacked to a temporary folder, and the files as options
 * of its nodes; the nodes' numbers and names are part of the command, so that further {@code -option=} arguments can follow.
 */
final class FileCommand implements AutoCloseable {

    /** Gives the customers of a CSV file the segments of a model file. */
    private static final Kind ASSIGN = new Kind(
            "-assign",
            Map.of(
                    "-in", chooser("1,settings/file_selection"),
                    "-model", chooser("2,filechooser"),
                    "-out", chooser("4,settings/file_chooser_settings")),
            "three files: -model=<file>, -in=<file.csv> and -out=<file.csv>",
            List.of(
                    "CSV Reader (#1)/settings.xml",
                    "Model Reader (#2)/settings.xml",
                    "Segment Assigner (#3)/settings.xml",
                    "CSV Writer (#4)/settings.xml"));

    /** Writes the segmentation of a model file as PMML. */
    private static final Kind PMML = new Kind(
            "-pmml",
            Map.of("-model", chooser("1,filechooser"), "-out", List.of("2,file,")),
            "two files: -model=<file> and -out=<file.pmml>",
            List.of("Model Reader (#1)/settings.xml", "Segmentation Model to PMML (#2)/settings.xml"));

    /**
     * What a command does.
     *
     * @param name the argument that names it; without its dash the folder of the workflow
     * @param options per argument with a file the options that it sets, each to be followed by the file or complete
     * @param needs the arguments with files, for messages
     * @param settings the settings of the nodes
     */
    private record Kind(String name, Map<String, List<String>> options, String needs, List<String> settings) {}

    private static List<String> chooser(String path) {
        return List.of(path + "/path/file_system_type,LOCAL", path + "/path/path,");
    }

    private final Kind kind;
    private final Path folder;
    private final List<String> arguments = new ArrayList<>();

    private FileCommand(Kind kind, Path folder) {
        this.kind = kind;
        this.folder = folder;
    }

    private static Optional<Kind> kind(List<String> tokens) {
        return Stream.of(ASSIGN, PMML)
                .filter(kind -> tokens.contains(kind.name()))
                .findFirst();
    }

    /** Whether a command line is one of these commands. */
    static boolean isNamedIn(List<String> tokens) {
        return kind(tokens).isPresent();
    }

    /**
     * Unpacks the workflow.
     *
     * @param tokens a command line that {@link #isNamedIn names} a command
     * @return the command, to be closed after its run
     * @throws UsageException if a file is not given or no valid path
     * @throws IOException if the workflow cannot be unpacked
     */
    static FileCommand of(List<String> tokens) throws UsageException, IOException {
        Kind kind = kind(tokens).orElseThrow();
        Map<String, Path> files = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (String token : tokens) {
            int equals = token.indexOf('=');
            String name = equals < 0 ? token : token.substring(0, equals);
            if (equals >= 0 && kind.options().containsKey(name)) {
                files.put(name, path(token, token.substring(equals + 1)));
            } else if (!token.equals(kind.name())) {
                others.add(token);
            }
        }
        if (files.size() < kind.options().size()) {
            throw new UsageException("Argument '" + kind.name() + "' needs " + kind.needs());
        }
        FileCommand command = new FileCommand(kind, Files.createTempDirectory("tessera" + kind.name()));
        command.unpack();
        command.arguments.add("-workflowDir=" + command.folder);
        files.forEach(command::choose);
        command.arguments.addAll(others);
        return command;
    }

    private static Path path(String token, String value) throws UsageException {
        try {
            if (!value.isBlank()) {
                return Path.of(value).toAbsolutePath().normalize();
            }
        } catch (InvalidPathException e) {
            throw new UsageException("Argument '" + token + "' is no valid path: " + e.getReason());
        }
        throw new UsageException("Argument '" + token + "' has an empty value");
    }

    private void choose(String argument, Path file) {
        for (String option : kind.options().get(argument)) {
            arguments.add("-option=" + option + (option.endsWith(",") ? file : "") + ",String");
        }
    }

    private void unpack() throws IOException {
        for (String file : Stream.concat(Stream.of("workflow.knime"), kind.settings().stream())
                .toList()) {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            try (InputStream content =
                    FileCommand.class.getResourceAsStream(kind.name().substring(1) + "/" + file)) {
                Files.copy(content, target);
            }
        }
    }

    /** @return the command line of the workflow */
    List<String> arguments() {
        return arguments;
    }

    @Override
    public void close() throws IOException {
        WorkflowArchive.delete(folder);
    }
}
