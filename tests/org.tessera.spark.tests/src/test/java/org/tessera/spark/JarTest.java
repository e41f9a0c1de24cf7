package org.tessera.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar holds the engine and what it needs, and knows nothing but them, Java, and Spark's API for Java. */
class JarTest {

    private static final String GSON = "org.tessera.spark.gson..";
    private static final List<String> INSIDE =
            List.of("org/tessera/engine/", "org/tessera/spark/", "org/ejml/", "pabeles/");

    private static JarFile jar() throws IOException {
        return new JarFile(System.getProperty("tessera.jar"));
    }

    @Test
    void everything_that_is_needed_is_inside_and_nothing_else() throws IOException {
        try (JarFile jar = jar()) {
            assertEquals(
                    "org.tessera.spark.Main",
                    jar.getManifest().getMainAttributes().getValue("Main-Class"));
            for (String notice : List.of("LICENSE", "THIRD-PARTY.md")) {
                assertNotNull(jar.getEntry(notice), notice);
            }
            jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class"))
                    .forEach(name -> assertTrue(INSIDE.stream().anyMatch(name::startsWith), name));
        }
    }

    @Test
    void spark_depends_on_the_engine_and_on_the_java_api_of_spark_only() throws IOException {
        try (JarFile jar = jar()) {
            JavaClasses classes = new ClassFileImporter().importJar(jar);
            classes()
                    .that()
                    .resideInAPackage("org.tessera.spark")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "org.tessera.spark",
                            "org.tessera.engine..",
                            "org.apache.spark..",
                            "org.apache.hadoop..",
                            "java..")
                    .because("the jar runs on Scala 2.12 and 2.13")
                    .check(classes);
            classes()
                    .that()
                    .resideInAPackage("org.tessera.engine..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("org.tessera.engine..", GSON, "org.ejml..", "java..")
                    .because("Spark's own Gson is older")
                    .check(classes);
        }
    }
}
