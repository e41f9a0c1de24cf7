package org.tessera.bench.verdict;

import java.util.function.Consumer;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.run.RandomStream;

/** The made-up customers that the verdict is measured with. */
enum Design {
    GAUSSIAN("correlated Gaussian", Role.CONTINUUM, Continua::gaussian),
    LOGNORMAL("lognormal spend", Role.CONTINUUM, Continua::lognormal),
    ZERO_INFLATED("zero-inflated amounts", Role.CONTINUUM, Continua::zeroInflated),
    ORDINAL("numbers and ordinal categories", Role.CONTINUUM, Continua::ordinal),
    CATEGORIES("independent categories", Role.CONTINUUM, Continua::categories),
    HEAVY_TAILS("t with 5 degrees of freedom", Role.CONTINUUM, Continua::heavyTails),
    RFM("RFM of a BG/NBD continuum", Role.CONTINUUM, Continua::rfm),
    LIKERT("Likert survey", Role.CONTINUUM, Continua::likert),
    NOMINAL("nominal association", Role.CONTINUUM, Continua::nominal),
    FUNNEL("funnel: the spread varies", Role.CONTINUUM, Continua::funnel),
    DERIVED("derived columns: sums, shares, ratios", Role.CONTINUUM, Continua::derived),
    UNIFORM("uniform numbers", Role.CONTINUUM, Continua::uniform),
    COUNTS("counts, numbers partly missing", Role.CONTINUUM, Continua::counts),
    MIXED("amounts with zeros, marks, categories, flags, missing", Role.CONTINUUM, Continua::mixed),
    REGIONS("a region shifts three numbers", Role.CONTINUUM, Continua::regions),
    WIDE("40 columns of all kinds, missing values", Role.CONTINUUM, Continua::wide),
    LIMITS("amounts within limits, returns of purchases", Role.CONTINUUM, Dependent::limits),
    DATES("days since registration, first and last order, visit", Role.CONTINUUM, Dependent::dates),
    SPREADS("activity drives means and spreads", Role.CONTINUUM, Dependent::spreads),
    RATES("rates and means of few cases", Role.CONTINUUM, Dependent::rates),
    MANIFOLD("curved manifold", Role.KNOWN_FAILURE, Continua::manifold),
    APART_4("3 segments, separation 4", Role.SEGMENTS, 3, draw -> Planted.apart(draw, 4)),
    UNEQUAL("5 unequal segments, down to 3 %", Role.SEGMENTS, 5, Planted::unequal),
    CLASSES("3 mixed latent classes", Role.SEGMENTS, 3, Planted::mixed),
    OUTLIERS("separation 4 with 2 % outliers", Role.SEGMENTS, 3, Planted::outliers),
    APART_3("3 segments, separation 3", Role.FAINT, 3, draw -> Planted.apart(draw, 3)),
    ZERO_SEGMENTS("3 segments of zero-inflated amounts", Role.SEGMENTS, 3, Planted::zeroInflated),
    LIKERT_SEGMENTS("3 segments of a Likert survey", Role.SEGMENTS, 3, Planted::likert),
    SKEWED_SEGMENTS("3 segments of skewed amounts", Role.SEGMENTS, 3, Planted::skewed),
    WIDE_SEGMENTS("4 segments in 20 of 40 columns, missing values", Role.SEGMENTS, 4, Planted::wide);

    /** What the verdict should be. */
    enum Role {
        CONTINUUM("continuum"),
        /** A continuum that is known to be taken for segments. */
        KNOWN_FAILURE("continuum, a known failure"),
        SEGMENTS("segments"),
        /** Segments that can hardly be told apart. */
        FAINT("segments that overlap");

        private final String title;

        Role(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final String title;
    private final Role role;
    private final int segments;
    private final Consumer<Draw> columns;

    Design(String title, Role role, Consumer<Draw> columns) {
        this(title, role, 0, columns);
    }

    Design(String title, Role role, int segments, Consumer<Draw> columns) {
        this.title = title;
        this.role = role;
        this.segments = segments;
        this.columns = columns;
    }

    String title() {
        return title;
    }

    Role role() {
        return role;
    }

    /** The number of planted segments, 0 for a continuum. */
    int segments() {
        return segments;
    }

    /** Draws customers, the same for the same seed. */
    CustomerTable draw(int rows, long seed) {
        Draw draw = new Draw(rows, RandomStream.of(seed, 1000L * ordinal() + rows));
        columns.accept(draw);
        return draw.table();
    }
}
