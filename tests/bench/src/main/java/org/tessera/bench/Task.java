package org.tessera.bench;

import java.util.List;

/**
 * A line of the table.
 *
 * @param id name for -Dtasks=
 * @param title what is done
 * @param request the work, without files
 * @param rival who does the same
 * @param variants the rival's variants, of which the fastest counts
 * @param goal what is to be reached
 * @param repeats repetitions per process of Tessera
 * @param rivalRepeats repetitions per process of the rival
 */
record Task(
        String id,
        String title,
        Request request,
        Rival rival,
        List<String> variants,
        Goal goal,
        int repeats,
        int rivalRepeats) {

    /** Who is compared with. */
    enum Rival {
        SCIKIT_LEARN("scikit-learn"),
        SCIPY("scipy"),
        WEKA("Weka"),
        NONE("none");

        private final String title;

        Rival(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /**
     * Bounds; NaN where there is none.
     *
     * @param ratio of Tessera's median time to the rival's
     * @param seconds Tessera's median time
     * @param megabytes beyond the data
     */
    record Goal(double ratio, double seconds, double megabytes) {

        static Goal ratio(double ratio, double megabytes) {
            return new Goal(ratio, Double.NaN, megabytes);
        }

        static Goal seconds(double seconds, double megabytes) {
            return new Goal(Double.NaN, seconds, megabytes);
        }
    }

    /** The same on a fraction of the rows, to try whether everything works; times and goals then mean little. */
    Task smaller(int times) {
        return times == 1
                ? this
                : new Task(
                        id,
                        title + " / " + times,
                        request.smaller(times),
                        rival,
                        variants,
                        goal,
                        repeats,
                        rivalRepeats);
    }
}
