package org.tessera.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;

/** The compiled product bundles, as the rules see them. */
final class Bundles {
    static final String ENGINE = "org.tessera.engine";
    static final String WEKA = "org.tessera.weka";
    static final String CHARTS = "org.tessera.charts";
    static final String PMML = "org.tessera.pmml";
    static final String KNIME = "org.tessera.knime";

    /** A lower bound of the classes per bundle: below it the import has missed something and no rule means anything. */
    static final Map<String, Integer> FEWEST_CLASSES = Map.of(ENGINE, 120, WEKA, 10, CHARTS, 20, PMML, 8, KNIME, 40);

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ENGINE, WEKA, CHARTS, PMML, KNIME);

    private Bundles() {}

    static String inside(String bundle) {
        return bundle + "..";
    }
}
