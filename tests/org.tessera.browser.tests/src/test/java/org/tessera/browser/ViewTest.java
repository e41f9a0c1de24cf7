package org.tessera.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One browser per class; skipped where there is none, failed by anything that the browser complains about. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ViewTest {

    static final List<String> TABS = List.of("scatter", "profile", "distribution", "silhouettes", "sizes");

    View view;

    @BeforeAll
    final void start() {
        if (Browser.missing().isEmpty()) {
            view = View.open(1200, 900);
        }
    }

    @BeforeEach
    final void usual() {
        assumeTrue(view != null, Browser.missing());
        view.driver().switchTo().defaultContent();
        view.resize(1200, 800);
    }

    @AfterEach
    final void nothing_on_the_console() {
        if (view != null) {
            assertEquals(List.of(), view.complaints());
        }
    }

    @AfterAll
    final void stop() {
        if (view != null) {
            view.close();
        }
    }
}
