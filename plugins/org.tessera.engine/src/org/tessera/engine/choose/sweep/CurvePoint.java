package org.tessera.engine.choose.sweep;

import org.tessera.engine.choose.stability.Consistency;
import org.tessera.engine.model.SearchPoint;

/**
 * A trial on the curves of its algorithm. Values are NaN where they are not defined.
 *
 * @param algorithm the title of the algorithm, such as "K-Means"
 * @param segmentation the title of the result, such as "K-Means, k = 4"
 * @param asked number of segments asked for, 0 if the algorithm finds it
 * @param segments number of segments found
 * @param noiseShare share of the rows that are noise, 0 to 1
 * @param silhouette mean silhouette
 * @param daviesBouldin Davies-Bouldin index
 * @param calinskiHarabasz Calinski-Harabasz index
 * @param inertia within-segment sum of squares
 * @param knee whether the curve of the inertia has its knee here: farthest below the chord of its ends
 * @param bic Bayesian information criterion, of mixtures only
 * @param stability how consistently it is found again
 */
public record CurvePoint(
        String algorithm,
        String segmentation,
        int asked,
        int segments,
        double noiseShare,
        double silhouette,
        double daviesBouldin,
        double calinskiHarabasz,
        double inertia,
        boolean knee,
        double bic,
        Consistency stability) {

    /** @return what a model keeps of this point */
    public SearchPoint searchPoint() {
        return new SearchPoint(
                algorithm, asked, silhouette, inertia, knee, stability.adjustedRand(), stability.nullAdjustedRand());
    }

    /** The same at the knee of its curve. */
    CurvePoint atKnee() {
        return new CurvePoint(
                algorithm,
                segmentation,
                asked,
                segments,
                noiseShare,
                silhouette,
                daviesBouldin,
                calinskiHarabasz,
                inertia,
                true,
                bic,
                stability);
    }
}
