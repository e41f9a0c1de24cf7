package org.tessera.workbench.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.workflow.FlowVariable;
import org.tessera.workbench.batch.BatchArguments.Flag;
import org.tessera.workbench.kernel.NativeNode;
import org.tessera.workbench.kernel.NodeEnvironment;
import org.tessera.workbench.kernel.WorkflowSite;
import org.tessera.workbench.run.LoadedWorkflow;
import org.tessera.workbench.run.LoadedWorkflow.NodeLoader;
import org.tessera.workbench.run.NodeCatalog;
import org.tessera.workbench.run.WorkflowRun;
import org.tessera.workbench.workflow.Workflow;
import org.tessera.workbench.workflow.WorkflowArchive;
import org.tessera.workbench.workflow.WorkflowException;
import org.tessera.workbench.workflow.WorkflowNode;
import org.tessera.workbench.workflow.WorkflowReader;

/** Does what one command line asks for. An instance runs once; {@link #cancel()} can be called from any thread. */
public final class BatchRunner {
    private final NodeCatalog catalog;
    private final Console console;
    private volatile boolean canceled;
    private volatile WorkflowRun run;

    /**
     * Creates a runner.
     *
     * @param catalog the nodes that can be run
     * @param console shows progress and results
     */
    public BatchRunner(NodeCatalog catalog, Console console) {
        this.catalog = catalog;
        this.console = console;
    }

    /**
     * Runs a command line.
     *
     * @param arguments its tokens
     * @return how it ended; the reason is on the console
     */
    public ExitCode run(List<String> arguments) {
        boolean debug = arguments.contains("-debug");
        LogLines log = LogLines.install(console, debug);
        try {
            return FileCommand.isNamedIn(arguments) ? command(arguments) : run(ArgumentParser.parse(arguments));
        } catch (UsageException e) {
            console.error("ERROR " + e.getMessage());
            console.error(arguments.isEmpty() ? Usage.TEXT : "batch -help shows all arguments");
            return ExitCode.BAD_ARGUMENTS;
        } catch (WorkflowException e) {
            e.problems().forEach(problem -> console.error("ERROR " + problem));
            trace(e, debug);
            return ExitCode.LOAD_ERROR;
        } catch (IOException e) {
            console.error("ERROR " + Optional.ofNullable(e.getMessage()).orElse(e.toString()));
            trace(e, debug);
            return ExitCode.EXECUTION_FAILED;
        } finally {
            log.close();
            console.end();
        }
    }

    private void trace(Exception thrown, boolean debug) {
        if (debug) {
            console.stackTrace(thrown);
        }
    }

    /** Cancels the run. */
    public void cancel() {
        canceled = true;
        WorkflowRun current = run;
        if (current != null) {
            current.cancel();
        }
    }

    private ExitCode command(List<String> arguments) throws WorkflowException, UsageException, IOException {
        try (FileCommand command = FileCommand.of(arguments)) {
            return run(ArgumentParser.parse(command.arguments()));
        }
    }

    private ExitCode run(BatchArguments arguments) throws WorkflowException, UsageException, IOException {
        if (arguments.has(Flag.HELP)) {
            console.info(Usage.TEXT);
            return ExitCode.SUCCESS;
        }
        boolean toArchive = arguments.destination().isPresent() && arguments.destinationArchive();
        if (!arguments.archive() && !toArchive) {
            return run(arguments, place(arguments, arguments.source()));
        }
        Path temporary = Files.createTempDirectory("tessera-workflow").toRealPath();
        try {
            Path source = arguments.source();
            if (arguments.archive()) {
                source = WorkflowArchive.unpack(source, Files.createDirectory(temporary.resolve("source")));
            }
            Path directory = toArchive ? temporary.resolve("copy") : place(arguments, source);
            if (toArchive) {
                copy(source, directory);
            }
            return runTemporarily(arguments, directory, directory.startsWith(temporary));
        } finally {
            WorkflowArchive.delete(temporary);
        }
    }

    /** Runs in a directory that may vanish afterwards; what was written there is kept in an archive or lost. */
    private ExitCode runTemporarily(BatchArguments arguments, Path directory, boolean vanishes)
            throws WorkflowException, UsageException, IOException {
        ExitCode code = run(arguments, directory);
        if (vanishes && arguments.destination().isPresent()) {
            Path archive = arguments.destination().get();
            WorkflowArchive.pack(directory, archive);
            console.info("Workflow with results: " + archive.toAbsolutePath().normalize());
        } else if (vanishes && !arguments.has(Flag.NO_EXECUTE)) {
            console.error("Note: files the workflow wrote into itself went with the unpacked copy;"
                    + " -destDir=<directory> or -destFile=<file.knwf> keeps them");
        }
        return code;
    }

    /** The directory the workflow runs in: its own or the copy asked for. */
    private static Path place(BatchArguments arguments, Path source) throws WorkflowException {
        if (arguments.destination().isEmpty()) {
            return source;
        }
        Path destination = arguments.destination().get();
        copy(source, destination);
        return destination;
    }

    private static void copy(Path source, Path destination) throws WorkflowException {
        WorkflowReader.read(source);
        try {
            WorkflowArchive.copy(source, destination);
        } catch (IOException e) {
            throw new WorkflowException("The workflow cannot be copied: " + e.getMessage(), e);
        }
    }

    private ExitCode run(BatchArguments arguments, Path directory)
            throws WorkflowException, UsageException, IOException {
        Workflow workflow = withVariables(WorkflowReader.read(directory), arguments.variables());
        WorkflowSite site = new WorkflowSite(directory);
        NodeLoader loader = node -> load(node, environment(arguments, node, site));
        NodeOptions.apply(workflow, arguments.options(), loader);
        try (LoadedWorkflow loaded = LoadedWorkflow.load(workflow, loader, site)) {
            console.info("Workflow " + workflow.name() + ": " + loaded.size() + " nodes"
                    + (workflow.executed() ? "; saved results are not used, all nodes are executed" : ""));
            loaded.configure((node, problem) -> console.error("Not ready, " + node.label() + ": " + problem));
            if (arguments.has(Flag.NO_EXECUTE)) {
                return ExitCode.SUCCESS;
            }
            boolean success = execute(loaded) && showTables(arguments.tables(), site);
            showFiles(site);
            return success ? ExitCode.SUCCESS : ExitCode.EXECUTION_FAILED;
        }
    }

    private static Workflow withVariables(Workflow workflow, List<WorkflowVariable> given) {
        List<FlowVariable> variables = new ArrayList<>(workflow.variables());
        for (WorkflowVariable variable : given) {
            if (variable.value() instanceof Integer number) {
                variables.add(new FlowVariable(variable.name(), number.intValue()));
            } else if (variable.value() instanceof Double number) {
                variables.add(new FlowVariable(variable.name(), number.doubleValue()));
            } else {
                variables.add(new FlowVariable(variable.name(), variable.value().toString()));
            }
        }
        return new Workflow(
                workflow.directory(),
                workflow.name(),
                workflow.nodes(),
                workflow.connections(),
                variables,
                workflow.executed());
    }

    private static NodeEnvironment environment(BatchArguments arguments, WorkflowNode node, WorkflowSite site) {
        return new NodeEnvironment(node.label(), site.directory(), arguments.has(Flag.ROUND_TRIPS));
    }

    private NativeNode load(WorkflowNode node, NodeEnvironment environment) throws WorkflowException {
        try {
            return NativeNode.create(catalog.create(node.factory()), node.settings(), environment);
        } catch (InvalidSettingsException e) {
            throw new WorkflowException("its settings are invalid: " + e.getMessage(), e);
        } catch (RuntimeException | LinkageError e) {
            throw new WorkflowException("it cannot be created: " + e, e);
        }
    }

    private boolean execute(LoadedWorkflow loaded) {
        RunReport report = new RunReport(console);
        console.expect(loaded.size());
        int threads = Integer.getInteger(
                "org.knime.core.maxThreads", Runtime.getRuntime().availableProcessors());
        long start = System.nanoTime();
        WorkflowRun current = new WorkflowRun(loaded, report, Math.max(1, threads));
        run = current;
        if (canceled) {
            current.cancel();
        }
        boolean success = current.run();
        report.conclude(Duration.ofNanos(System.nanoTime() - start), current.isCanceled());
        return success && !current.isCanceled();
    }

    private void showFiles(WorkflowSite site) {
        if (!site.written().isEmpty()) {
            console.info("Files written:");
            site.written().forEach(file -> console.info("  " + file));
        }
    }

    private boolean showTables(List<ShownTable> tables, WorkflowSite site) {
        boolean shown = true;
        for (ShownTable table : tables) {
            Path file = site.directory().resolve(table.file());
            try {
                List<String> lines = TextTable.read(file).lines(table.columns());
                console.info("");
                console.info(file.getFileName() + ":");
                lines.forEach(line -> console.info("  " + line));
            } catch (IOException e) {
                console.error("ERROR Table '" + file + "' cannot be shown: " + e);
                shown = false;
            }
        }
        return shown;
    }
}
