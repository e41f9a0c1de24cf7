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
import org.tessera.workbench.workflow.WorkflowArchive;

/**
 * The command {@code -assign}: gives the customers of a CSV file the segments of a model file. It is a workflow of four
 * nodes, unpacked to a temporary folder, and three files as their options; the nodes' numbers and names are part of the
 * command, so that further {@code -option=} arguments can follow.
 */
final class AssignCommand implements AutoCloseable {
    static final String NAME = "-assign";

    /** Path of the file chooser of each argument, behind the number of the node. */
    private static final Map<String, String> CHOOSERS = Map.of(
            "-in", "1,settings/file_selection",
            "-model", "2,filechooser",
            "-out", "4,settings/file_chooser_settings");

    private static final List<String> FILES = List.of(
            "workflow.knime",
            "CSV Reader (#1)/settings.xml",
            "Model Reader (#2)/settings.xml",
            "Segment Assigner (#3)/settings.xml",
            "CSV Writer (#4)/settings.xml");

    private final Path folder;
    private final List<String> arguments = new ArrayList<>();

    private AssignCommand(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks the workflow.
     *
     * @param tokens a command line with {@link #NAME}
     * @return the command, to be closed after its run
     * @throws UsageException if a file is not given or no valid path
     * @throws IOException if the workflow cannot be unpacked
     */
    static AssignCommand of(List<String> tokens) throws UsageException, IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (String token : tokens) {
            int equals = token.indexOf('=');
            String name = equals < 0 ? token : token.substring(0, equals);
            if (equals >= 0 && CHOOSERS.containsKey(name)) {
                files.put(name, path(token, token.substring(equals + 1)));
            } else if (!token.equals(NAME)) {
                others.add(token);
            }
        }
        if (files.size() < CHOOSERS.size()) {
            throw new UsageException(
                    "Argument '" + NAME + "' needs three files: -model=<file>, -in=<file.csv> and -out=<file.csv>");
        }
        AssignCommand command = new AssignCommand(Files.createTempDirectory("tessera-assign"));
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
        String chooser = "-option=" + CHOOSERS.get(argument) + "/path/";
        arguments.add(chooser + "file_system_type,LOCAL,String");
        arguments.add(chooser + "path," + file + ",String");
    }

    private void unpack() throws IOException {
        for (String file : FILES) {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            try (InputStream content = AssignCommand.class.getResourceAsStream("assign/" + file)) {
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
