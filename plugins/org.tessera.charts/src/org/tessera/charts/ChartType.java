package org.tessera.charts;

import java.util.function.Function;

/**
 * A type of chart: its name, its specification and its drawing.
 *
 * @param <S> the type of its specification
 */
public final class ChartType<S extends ChartSpec> {

    private final String id;
    private final String title;
    private final Class<S> specification;
    private final Function<S, Drawing> creator;

    ChartType(String id, String title, Class<S> specification, Function<S, Drawing> creator) {
        this.id = id;
        this.title = title;
        this.specification = specification;
        this.creator = creator;
    }

    /** @return stable identifier, lower case with hyphens; stored in workflows and a prefix of identifiers in SVG */
    public String id() {
        return id;
    }

    /** @return the display name */
    public String title() {
        return title;
    }

    /** The class of its specifications. */
    Class<S> specification() {
        return specification;
    }

    Drawing drawing(ChartSpec spec) {
        return creator.apply(specification.cast(spec));
    }

    @Override
    public String toString() {
        return id;
    }
}
