package org.tessera.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.tessera.architecture.Bundles.CHARTS;
import static org.tessera.architecture.Bundles.CLASSES;
import static org.tessera.architecture.Bundles.ENGINE;
import static org.tessera.architecture.Bundles.KNIME;
import static org.tessera.architecture.Bundles.PMML;
import static org.tessera.architecture.Bundles.WEKA;
import static org.tessera.architecture.Bundles.inside;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may depend on whom: engine &lt;- weka, charts, pmml &lt;- knime. */
class DependencyTest {
    @Test
    void engine_needs_only_java_base_and_its_own_libraries() {
        classes()
                .that()
                .resideInAPackage(inside(ENGINE))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(inside(ENGINE), "com.google.gson..", "org.ejml..")
                        .or(inJavaBase()))
                .because("the numbers have to be right without KNIME, Weka or a screen")
                .check(CLASSES);
    }

    @Test
    void weka_stays_in_its_bundle() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside(WEKA))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("weka..", "no.uib.cipr.matrix..", "org.netlib..")
                .because("only org.tessera.weka knows Weka")
                .check(CLASSES);
    }

    @Test
    void pmml_stays_in_its_bundle() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside(PMML))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.dmg..", "org.jpmml..", "jakarta..", "org.glassfish..")
                .because("only org.tessera.pmml knows PMML and JAXB")
                .check(CLASSES);
    }

    @Test
    void drawing_stays_in_charts() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside(CHARTS))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..", "org.jfree..")
                        // in the signature of KNIME's PortObject.getViews, which returns none here
                        .and(not(simpleName("JComponent")).and(not(simpleName("JComponent[]"))))
                        // KNIME's colors of values are made of AWT's colors, which need no screen
                        .and(not(nameMatching("java\\.awt\\.Color"))))
                .because("everything else has to work without a screen")
                .check(CLASSES);
    }

    @Test
    void knime_stays_in_the_nodes() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside(KNIME))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.knime..", "org.eclipse..", "org.osgi..")
                .because("algorithms, adapters and charts are usable and testable without KNIME")
                .check(CLASSES);
    }

    @Test
    void product_does_not_know_the_workbench() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tessera.workbench..")
                .because("the workbench is never installed in KNIME")
                .check(CLASSES);
    }

    @Test
    void weka_charts_and_pmml_do_not_know_each_other_nor_the_nodes() {
        List<String> bundles = List.of(WEKA, CHARTS, PMML);
        for (String bundle : bundles) {
            Stream<String> others = Stream.concat(bundles.stream().filter(b -> !b.equals(bundle)), Stream.of(KNIME));
            noClasses()
                    .that()
                    .resideInAPackage(inside(bundle))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others.map(Bundles::inside).toArray(String[]::new))
                    .check(CLASSES);
        }
    }

    @Test
    void nodes_use_no_internal_package_of_knime_but_the_page_of_a_view() {
        noClasses()
                .that()
                .resideInAPackage(inside(KNIME))
                .should()
                .dependOnClassesThat(resideInAPackage("org.knime.core.webui..")
                        .and(not(nameMatching("org\\.knime\\.core\\.webui\\.page\\.Page(\\$.*)?")))
                        // in the throws clause of KNIME's StateProvider, so in every bridge method that implements it
                        .and(not(simpleName("StateComputationFailureException"))))
                .because("org.knime.core.webui is internal to KNIME and changes without notice")
                .check(CLASSES);
    }

    @Test
    void packages_of_the_engine_have_no_cycle() {
        slices().matching("org.tessera.engine.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void packages_of_the_nodes_have_no_cycle() {
        slices().matching("org.tessera.knime.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> inJavaBase() {
        Set<String> packages = ModuleFinder.ofSystem().find("java.base").orElseThrow().descriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
        return DescribedPredicate.describe("are in java.base", type -> {
            JavaClass base = type.getBaseComponentType();
            return base.isPrimitive() || packages.contains(base.getPackageName());
        });
    }
}
