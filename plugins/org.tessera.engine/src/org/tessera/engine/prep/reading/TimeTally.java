package org.tessera.engine.prep.reading;

import org.tessera.engine.prep.reading.ColumnReading.Outcome;
import org.tessera.engine.prep.reading.NumberTally.Candidate;

/**
 * Counts how the texts of a column read as times of day, to tell these from durations, such as the length of calls. They
 * are times beyond doubt if AM or PM is written beside all of them; or if as many different durations would not all end
 * before 24 hours by chance, with a probability below one in a million: of those that last 12 hours, as large a share as
 * of all would last 12 more.
 */
final class TimeTally {

    private static final int NOON = 12;
    private static final double MAX_CHANCE = 1e-6;

    private int rows;
    private int halfDays;
    private int levels;
    private int lateLevels;

    void add(TimeText time, int count) {
        if (!Double.isNaN(time.hours())) {
            rows += count;
            halfDays += time.isHalfDay() ? count : 0;
            levels++;
            lateLevels += time.hours() >= NOON ? 1 : 0;
        }
    }

    /** Number of rows that read as times of day. */
    int rows() {
        return rows;
    }

    Candidate candidate() {
        double late = lateLevels / (double) levels;
        boolean proven = halfDays == 0 ? StrictMath.pow(1 - late * late, levels) < MAX_CHANCE : halfDays == rows;
        return new Candidate(TextFormat.TIME_OF_DAY, proven ? Outcome.READ : Outcome.DURATIONS);
    }
}
