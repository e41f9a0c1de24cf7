package org.tessera.engine.prep.reading;

import org.tessera.engine.data.Quantity;

/** How numbers or dates are written. The names are part of the file format of preparations. */
public enum TextFormat {
    /** Numbers with a decimal point: "1,204.50", "1'204.50", "1 204.50". */
    DECIMAL_POINT("numbers with a decimal point"),
    /** Numbers with a decimal comma: "1.204,50", "1 204,50". */
    DECIMAL_COMMA("numbers with a decimal comma"),
    /** Dates with the year first, with or without a local time of day: "2012-06-02", "2012-06-02T10:00". */
    YEAR_FIRST("dates with the year first"),
    /** Dates and times with the offset from UTC: "2012-06-02T10:00Z", "2012-06-02 10:00:00+02:00". */
    WITH_OFFSET("dates and times with an offset from UTC"),
    /** Dates with the day first: "15.03.2012", "15/03/2012 10:00". */
    DAY_FIRST("dates with the day first"),
    /** Dates with the month first: "03/15/2012", "03/15/2012 10:00 PM". */
    MONTH_FIRST("dates with the month first"),
    /** Dates as whole numbers of eight digits: 20120602, as numbers or as texts. */
    COMPACT_DATE("dates of eight digits, year first");

    private final String words;

    TextFormat(String words) {
        this.words = words;
    }

    /** @return whether the texts are dates */
    public boolean isDate() {
        return this != DECIMAL_POINT && this != DECIMAL_COMMA;
    }

    /** What texts of this format measure, if all of them are whole numbers or dates without a time of day, or not. */
    Quantity quantity(boolean whole) {
        if (!isDate()) {
            return Quantity.NUMBER;
        }
        return whole ? Quantity.DATE : Quantity.DATE_TIME;
    }

    /** @return a noun phrase in the plural, such as "numbers with a decimal comma" */
    public String words() {
        return words;
    }
}
