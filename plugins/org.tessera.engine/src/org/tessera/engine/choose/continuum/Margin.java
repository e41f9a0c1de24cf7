package org.tessera.engine.choose.continuum;

import java.util.List;
import org.tessera.engine.run.RandomStream;

/** The distribution of one column by itself, and the latent variables by which it hangs together with the others. */
interface Margin {

    /** @return the latent variables, in order */
    List<Latent> latents();

    /**
     * Draws the column anew from its own values: how often each occurs stays exactly as it is.
     *
     * @param z per latent variable its n values
     * @param into row-major features, of which the column's are set
     * @param random for levels without a latent variable of their own
     */
    void draw(double[][] z, double[] into, RandomStream random);
}
