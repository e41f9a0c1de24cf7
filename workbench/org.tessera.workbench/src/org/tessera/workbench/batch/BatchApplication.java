package org.tessera.workbench.batch;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.tessera.workbench.launch.Main;
import org.tessera.workbench.run.NodeCatalog;

/**
 * The application that runs a workflow, under the id of KNIME's batch executor. Its exit code is an {@link ExitCode};
 * when it is stopped, or the process interrupted, the running nodes are canceled first.
 */
public final class BatchApplication implements IApplication {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile BatchRunner runner;

    /** Creates the application; called by Equinox. */
    public BatchApplication() {
        // nothing to prepare
    }

    @Override
    public Object start(IApplicationContext context) {
        context.applicationRunning();
        boolean live = System.console() != null;
        runner = new BatchRunner(
                new NodeCatalog(Platform.getExtensionRegistry()), new Console(System.out, System.err, live));
        System.getProperties().put(Main.CANCEL, (Runnable) this::stop);
        try {
            Object arguments = context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
            return runner.run(arguments instanceof String[] tokens ? List.of(tokens) : List.of())
                    .code();
        } finally {
            ended.countDown();
            System.getProperties().remove(Main.CANCEL);
        }
    }

    @Override
    public void stop() {
        BatchRunner current = runner;
        if (current != null) {
            current.cancel();
            try {
                ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
