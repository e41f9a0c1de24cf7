package org.tessera.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.product.Workbench.Result;

/** The example on every newer Java of the machine: the same bytes as on the Java of the build, and no warning of the JVM. */
class NewerJavaTest {
    @TempDir
    private Path folder;

    @Test
    void runs_the_example_without_a_warning_and_with_the_same_results() throws Exception {
        List<JavaInstallation> installations = JavaInstallation.newer();
        assumeFalse(
                installations.isEmpty(),
                () -> "There is no Java newer than " + Runtime.version().feature() + "; -D" + JavaInstallation.MORE
                        + "=FOLDER names one");
        for (int i = 0; i < installations.size(); i++) {
            JavaInstallation java = installations.get(i);
            Path copy = folder.resolve("copy " + i);
            Result result = new Workbench(Files.createDirectory(folder.resolve("scratch" + i)))
                    .on(java.home())
                    .run("-workflowDir=" + Example.WORKFLOW, "-destDir=" + copy);
            assertEquals(0, result.exitCode(), () -> java + ": " + result.all());
            assertEquals("", result.errors(), java::toString);
            Example.assertResults(copy);
        }
    }
}
