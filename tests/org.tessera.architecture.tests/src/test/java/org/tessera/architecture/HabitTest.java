package org.tessera.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.tessera.architecture.Bundles.CLASSES;
import static org.tessera.architecture.Bundles.ENGINE;
import static org.tessera.architecture.Bundles.inside;

import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collection;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.BaseStream;
import org.junit.jupiter.api.Test;

/** Habits that keep results repeatable and failures visible. */
class HabitTest {
    private static final String RUN = "org.tessera.engine.run";

    @Test
    void random_numbers_come_from_the_run() {
        noClasses()
                .that()
                .resideOutsideOfPackage(RUN)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom|random\\..*)"
                        + "|java\\.security\\.SecureRandom")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(StrictMath.class, "random")
                .because("the same seed has to give the same result: RunContext hands out the random streams")
                .check(CLASSES);
    }

    @Test
    void threads_of_the_engine_come_from_the_run() {
        noClasses()
                .that()
                .resideInAPackage(inside(ENGINE))
                .and()
                .resideOutsideOfPackage(RUN)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.concurrent\\.(Executor.*|.*Pool.*|CompletableFuture)")
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callMethod(Collection.class, "parallelStream")
                .orShould()
                .callMethod(BaseStream.class, "parallel")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ForkJoinPool.class)
                .because("results may not depend on threads: blocks are merged in their order")
                .check(CLASSES);
    }

    @Test
    void engine_does_not_look_at_the_clock() {
        noClasses()
                .that()
                .resideInAPackage(inside(ENGINE))
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.(Clock|Instant)")
                .because("a result that depends on the time cannot be repeated")
                .check(CLASSES);
    }

    @Test
    void options_are_records() {
        classes()
                .that()
                .resideInAPackage(inside(ENGINE))
                .and()
                .haveSimpleNameEndingWith("Options")
                .should()
                .beRecords()
                .because("options validate themselves once and never change")
                .check(CLASSES);
    }

    @Test
    void libraries_print_nothing() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.tessera.weka.QuietErrors") // holds back what Weka prints
                .should(ACCESS_STANDARD_STREAMS)
                .because("messages reach the user through the node")
                .check(CLASSES);
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
    }

    @Test
    void nothing_uses_java_serialization() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ObjectOutputStream.class)
                .because("models are zips of JSON and arrays, read with limits")
                .check(CLASSES);
    }
}
