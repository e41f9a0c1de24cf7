package org.tessera.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.tessera.architecture.Bundles.CLASSES;
import static org.tessera.architecture.Bundles.WEKA;
import static org.tessera.architecture.Bundles.inside;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No type of Weka in what org.tessera.weka shows to others: its jars are private to that bundle. */
class WekaSignatureTest {
    @Test
    void weka_is_in_no_public_signature() {
        classes()
                .that()
                .resideInAPackage(inside(WEKA))
                .and()
                .arePublic()
                .should(showNoWeka())
                .because("who sees a weka type cannot load it: the jars are private")
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> showNoWeka() {
        return new ArchCondition<>("show no type of Weka") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                shown(type)
                        .flatMap(seen -> seen.getAllInvolvedRawTypes().stream())
                        .filter(seen -> seen.getPackageName().equals("weka")
                                || seen.getPackageName().startsWith("weka."))
                        .forEach(seen -> events.add(
                                SimpleConditionEvent.violated(type, type.getName() + " shows " + seen.getName())));
            }
        };
    }

    /** The types in the declaration of a class and of its public and protected members. */
    private static Stream<JavaType> shown(JavaClass type) {
        Stream<JavaType> supertypes = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaType> fields = type.getFields().stream()
                .filter(field -> isShown(field.getModifiers()))
                .map(field -> field.getType());
        Stream<JavaType> codeUnits = type.getCodeUnits().stream()
                .filter(unit -> isShown(unit.getModifiers()))
                .flatMap(unit -> Stream.concat(
                        Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream()),
                        unit.getExceptionTypes().stream()));
        return Stream.of(supertypes, fields, codeUnits).flatMap(types -> types);
    }

    private static boolean isShown(Set<JavaModifier> modifiers) {
        return modifiers.contains(PUBLIC) || modifiers.contains(PROTECTED);
    }
}
