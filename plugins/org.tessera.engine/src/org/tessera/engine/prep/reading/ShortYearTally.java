package org.tessera.engine.prep.reading;

import org.tessera.engine.prep.reading.ColumnReading.Outcome;
import org.tessera.engine.prep.reading.NumberTally.Candidate;

/**
 * Counts how texts of three numbers of up to two digits read as dates. They are beyond doubt if
 *
 * <ul>
 *   <li>no year is from 30 to 68, see {@link DateText#year};
 *   <li>day and month have one possible order for the column as a whole, with the year last;
 *   <li>the year cannot come first: the last number of some text is no day; or the first one is 30 or 31, which would
 *       be an open year, and the last ones lie so close together that as many different days would do so with a
 *       probability below one in a million.
 * </ul>
 */
final class ShortYearTally {

    private static final int LONGEST_MONTH = 31;
    private static final double MAX_CHANCE = 1e-6;

    private int rows;
    private int dayFirst;
    private int monthFirst;
    private int onlyDayFirst;
    private int onlyMonthFirst;
    private int levels;
    private boolean hasOpenYear;
    private boolean hasOpenFirst;
    private boolean hasNoDayLast;
    private int minLast = Integer.MAX_VALUE;
    private int maxLast;

    void add(DateText date, int count) {
        boolean day = DateText.isDate(DateText.SOME_CENTURY + date.third(), date.second(), date.first());
        boolean month = DateText.isDate(DateText.SOME_CENTURY + date.third(), date.first(), date.second());
        boolean yearFirst = DateText.isDate(DateText.SOME_CENTURY + date.first(), date.second(), date.third());
        if (!day && !month && !yearFirst) {
            return;
        }
        rows += count;
        levels++;
        dayFirst += day ? count : 0;
        monthFirst += month ? count : 0;
        onlyDayFirst += day && !month ? count : 0;
        onlyMonthFirst += month && !day ? count : 0;
        hasOpenYear |= DateText.year(date.third()) < 0;
        hasOpenFirst |= DateText.year(date.first()) < 0;
        hasNoDayLast |= !yearFirst;
        minLast = Math.min(minLast, date.third());
        maxLast = Math.max(maxLast, date.third());
    }

    /** Number of rows that read as dates in one of the orders. */
    int rows() {
        return rows;
    }

    Candidate candidate() {
        boolean month = monthFirst > dayFirst;
        boolean ordered = (onlyDayFirst > 0) != (onlyMonthFirst > 0) && Math.max(dayFirst, monthFirst) == rows;
        boolean proven = ordered && !hasOpenYear && isYearLast();
        return new Candidate(
                month ? TextFormat.MONTH_FIRST_SHORT_YEAR : TextFormat.DAY_FIRST_SHORT_YEAR,
                proven ? Outcome.READ : Outcome.SHORT_YEARS);
    }

    private boolean isYearLast() {
        double share = (maxLast - minLast + 1.0) / LONGEST_MONTH;
        return hasNoDayLast || (hasOpenFirst && StrictMath.pow(share, levels) < MAX_CHANCE);
    }
}
