package org.tessera.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script finds Spark, or says what to do. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ScriptTest {

    @TempDir
    Path folder;

    private Path script;

    private record Printed(int code, String text) {}

    @BeforeEach
    void copy() throws IOException {
        script = Files.copy(
                Path.of("..", "..", "spark/src/main/scripts/tessera-spark"), folder.resolve("tessera-spark"));
    }

    private Printed run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        // dirname stands in /usr/bin
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Printed(process.waitFor(), text);
    }

    private Path fakeSpark() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("spark home/bin"));
        Path submit = Files.writeString(
                bin.resolve("spark-submit"), "#!/bin/sh\nfor a in \"$@\"; do echo \"[$a]\"; done\nexit 7\n");
        Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwxr-xr-x"));
        return bin;
    }

    @Test
    void says_what_to_do_without_spark_or_jar() throws IOException, InterruptedException {
        Printed none = run(Map.of());
        assertEquals(1, none.code());
        assertTrue(
                none.text().contains("There is no spark-submit") && none.text().contains("SPARK_HOME"), none.text());
        Printed wrong = run(Map.of("SPARK_HOME", folder.toString()));
        assertEquals(1, wrong.code());
        assertTrue(wrong.text().contains("there is no bin/spark-submit"), wrong.text());
        Printed jar = run(Map.of("SPARK_HOME", fakeSpark().getParent().toString()));
        assertEquals(1, jar.code());
        assertTrue(jar.text().contains("no tessera-spark-*.jar beside this script"), jar.text());
    }

    @Test
    void hands_arguments_and_exit_code_through() throws IOException, InterruptedException {
        Path bin = fakeSpark();
        Path jar = Files.createFile(folder.resolve("tessera-spark-0.1.0.jar"));
        Printed home = run(
                Map.of("SPARK_HOME", bin.getParent().toString(), "TESSERA_SPARK_OPTS", "--master yarn"),
                "assign",
                "--in=my customers.csv");
        assertEquals(7, home.code());
        assertTrue(
                home.text().endsWith("[--master]\n[yarn]\n[" + jar + "]\n[assign]\n[--in=my customers.csv]\n"),
                home.text());
        Printed path = run(Map.of("PATH", "/usr/bin:/bin:" + bin), "help");
        assertTrue(path.text().endsWith("[" + jar + "]\n[help]\n"), path.text());
    }
}
