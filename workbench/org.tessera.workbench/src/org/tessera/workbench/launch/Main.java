package org.tessera.workbench.launch;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts the batch application of the workbench in Equinox and ends the process with its exit code.
 *
 * <p>The installation is only read. Everything Equinox and libraries want to store goes to a temporary folder that is
 * removed at the end, also when the process is interrupted: then the application is asked to cancel first, through the
 * {@link Runnable} it leaves in the system property {@value #CANCEL}, and the exit code is 4.
 */
public final class Main {
    /** The system property in which the application leaves what cancels it and waits for its end. */
    public static final String CANCEL = "tessera.workbench.cancel";

    private static final String STARTER = "org.eclipse.core.runtime.adaptor.EclipseStarter";
    private static final int EXECUTION_FAILED = 4;
    private static final int CANNOT_START = 3;
    private static final long PATIENCE_SECONDS = 60;
    private static final long POLL_MILLIS = 20;

    private final Path installation;
    private final Path temporary;
    private final CountDownLatch ended = new CountDownLatch(1);

    private Main(Path installation, Path temporary) {
        this.installation = installation;
        this.temporary = temporary;
    }

    /**
     * Runs the application; does not return.
     *
     * @param arguments the command line of the batch application
     */
    public static void main(String[] arguments) {
        int code;
        try {
            Path jar = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Main main = new Main(jar.getParent().getParent(), Files.createTempDirectory("tessera-workbench"));
            code = main.run(arguments);
        } catch (IOException | URISyntaxException | ReflectiveOperationException e) {
            Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
            System.err.println("The workbench cannot be started: " + cause);
            code = CANNOT_START;
        }
        System.exit(code);
    }

    private int run(String[] arguments) throws IOException, ReflectiveOperationException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "workbench-interrupt"));
        System.setProperty(
                "user.home", Files.createDirectory(temporary.resolve("home")).toString());
        try {
            Class<?> starter = Class.forName(STARTER);
            starter.getMethod("setInitialProperties", Map.class).invoke(null, properties());
            starter.getMethod("startup", String[].class, Runnable.class).invoke(null, new String[0], null);
            Object code = starter.getMethod("run", Object.class).invoke(null, (Object) arguments);
            starter.getMethod("shutdown").invoke(null);
            return code instanceof Integer number ? number : 0;
        } finally {
            delete();
            ended.countDown();
        }
    }

    /** The framework's settings: those of the product, with all that is written in the temporary folder. */
    private Map<String, String> properties() throws IOException {
        Properties product = new Properties();
        try (InputStream in = Files.newInputStream(installation.resolve("configuration/config.ini"))) {
            product.load(in);
        }
        Map<String, String> properties = new HashMap<>();
        product.stringPropertyNames().forEach(name -> properties.put(name, product.getProperty(name)));
        Path plugins = installation.resolve("plugins");
        properties.put("osgi.install.area", installation.toUri().toString());
        properties.put("osgi.syspath", plugins.toString());
        properties.put("osgi.framework", framework(plugins).toUri().toString());
        properties.put(
                "osgi.configuration.area",
                temporary.resolve("configuration").toUri().toString());
        properties.put(
                "osgi.instance.area", temporary.resolve("workspace").toUri().toString());
        properties.put("osgi.user.area", temporary.resolve("home").toUri().toString());
        properties.keySet().removeIf(name -> name.startsWith("eclipse.p2."));
        return properties;
    }

    private static Path framework(Path plugins) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(plugins, "org.eclipse.osgi_*.jar")) {
            for (Path jar : jars) {
                return jar;
            }
        }
        throw new IOException("no org.eclipse.osgi_*.jar in " + plugins);
    }

    /** Called when the process ends, by itself or because it was interrupted. */
    private void interrupted() {
        if (ended.getCount() == 0) {
            return;
        }
        try {
            boolean canceled = false;
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!ended.await(POLL_MILLIS, TimeUnit.MILLISECONDS) && System.nanoTime() < patience) {
                if (!canceled && System.getProperties().get(CANCEL) instanceof Runnable cancel) {
                    canceled = true;
                    cancel.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(EXECUTION_FAILED);
    }

    private void delete() {
        try (Stream<Path> tree = Files.walk(temporary)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            System.err.println("Temporary folder " + temporary + " could not be removed: " + e.getMessage());
        }
    }
}
