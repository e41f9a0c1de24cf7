package org.tessera.cancel;

import java.util.function.Consumer;
import org.tessera.engine.run.RunContext;

/** Something that a user may cancel. */
record Work(String name, Consumer<RunContext> run) {

    @Override
    public String toString() {
        return name;
    }
}
