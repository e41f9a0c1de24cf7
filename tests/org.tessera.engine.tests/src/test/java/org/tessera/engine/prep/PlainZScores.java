package org.tessera.engine.prep;

import java.util.Map;
import org.tessera.engine.prep.PreparationOptions.NumericMissing;
import org.tessera.engine.prep.PreparationOptions.NumericOptions;
import org.tessera.engine.prep.PreparationOptions.Scaling;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.prep.ScalingOptions.CategoryScale;

/** The preparation that is compared with scikit-learn's imputers, encoders and scalers. */
public final class PlainZScores {

    /** The median, no transformation, z-scores of all features, those of categories included. */
    public static final PreparationOptions OPTIONS = PreparationOptions.defaults()
            .withNumeric(new NumericOptions(NumericMissing.MEDIAN, 0, false, Transformation.NONE))
            .withScaling(new ScalingOptions(Scaling.Z_SCORE, CategoryScale.LIKE_NUMBERS, Map.of()));

    private PlainZScores() {}
}
