package org.tessera.engine.choose.sweep;

import org.tessera.engine.model.MixtureModel;

/** A trial that was carried out. */
record Tried(Family family, Trial trial, Family.Result result) {

    String title() {
        return result.configured().title(result.clustering().model());
    }

    /** The Bayesian information criterion, NaN for other models than mixtures. */
    double bic() {
        return result.clustering().model() instanceof MixtureModel mixture ? mixture.bic() : Double.NaN;
    }
}
