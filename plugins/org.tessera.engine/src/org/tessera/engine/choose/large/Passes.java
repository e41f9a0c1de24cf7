package org.tessera.engine.choose.large;

import org.tessera.engine.pass.Customers;
import org.tessera.engine.pass.EmptySummary;
import org.tessera.engine.pass.Summary;
import org.tessera.engine.run.RunContext;

/** The passes of one segmentation, counted from its start and limited. */
final class Passes {

    private final Customers customers;
    private final int before;
    private final int most;

    Passes(Customers customers, int most) {
        this.customers = customers;
        this.most = most;
        before = customers.passes();
    }

    /** Reads all customers once. */
    <S extends Summary<S>> S read(String purpose, EmptySummary<S> empty, RunContext run) {
        run.checkCanceled();
        String message = "Pass " + (made() + 1) + " of at most " + most + ": " + purpose;
        run.progress(0, message);
        return customers.pass(message, empty, run);
    }

    int made() {
        return customers.passes() - before;
    }

    int left() {
        return most - made();
    }
}
