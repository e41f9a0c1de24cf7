package org.tessera.engine.prep.reading;

import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.reading.DateText.Order;

/** How numbers, dates or times are written. The names are part of the file format of preparations. */
public enum TextFormat {
    /** Numbers with a decimal point: "1,204.50", "1'204.50", "1 204.50". */
    DECIMAL_POINT(Order.NONE, "numbers with a decimal point"),
    /** Numbers with a decimal comma: "1.204,50", "1 204,50". */
    DECIMAL_COMMA(Order.NONE, "numbers with a decimal comma"),
    /**
     * Dates with the year first, with or without a local time of day: "2012-06-02", "2012-06-02T10:00", and with the
     * signs for year, month and day of Chinese and Japanese.
     */
    YEAR_FIRST(Order.YEAR_FIRST, "dates with the year first"),
    /** Dates and times with the offset from UTC: "2012-06-02T10:00Z", "2012-06-02 10:00:00+02:00". */
    WITH_OFFSET(Order.WITH_OFFSET, "dates and times with an offset from UTC"),
    /** Dates with the day first: "15.03.2012", "15/03/2012 10:00". */
    DAY_FIRST(Order.YEAR_LAST, "dates with the day first"),
    /** Dates with the month first: "03/15/2012", "03/15/2012 10:00 PM". */
    MONTH_FIRST(Order.YEAR_LAST, "dates with the month first"),
    /** Dates as whole numbers of eight digits: 20120602, as numbers or as texts. */
    COMPACT_DATE(Order.NONE, "dates of eight digits, year first"),
    /** Dates with the day first and years of two digits from 1969 to 2029: "15.03.12". */
    DAY_FIRST_SHORT_YEAR(Order.SHORT_YEAR_LAST, "dates with the day first and years of two digits"),
    /** Dates with the month first and years of two digits from 1969 to 2029: "03/15/12". */
    MONTH_FIRST_SHORT_YEAR(Order.SHORT_YEAR_LAST, "dates with the month first and years of two digits"),
    /** Dates with the name of the month: "5-Mar-2021", "March 5, 2021 10:00 PM". */
    MONTH_NAME(Order.MONTH_NAME, "dates with the name of the month"),
    /** Dates with the name of the month and years of two digits from 1969 to 2029: "5-Mar-21". */
    MONTH_NAME_SHORT_YEAR(Order.MONTH_NAME_SHORT_YEAR, "dates with the name of the month and years of two digits"),
    /** Months by their names, read as their first days: "Mar 2021". */
    MONTH_OF_YEAR(Order.MONTH_OF_YEAR, "names of months with the year"),
    /** Months in numbers behind the year, read as their first days: "2021-03". */
    YEAR_MONTH(Order.YEAR_MONTH, "months behind the year"),
    /** Times of day: "14:35:10", "2:35 PM". */
    TIME_OF_DAY(Order.NONE, "times of day");

    private final Order order;
    private final String words;

    TextFormat(Order order, String words) {
        this.order = order;
        this.words = words;
    }

    /** How the three parts of a date are arranged, {@link Order#NONE} for others. */
    Order order() {
        return order;
    }

    /** @return whether the texts are dates */
    public boolean isDate() {
        return order != Order.NONE || this == COMPACT_DATE;
    }

    /** @return whether the texts are numbers */
    public boolean isNumber() {
        return this == DECIMAL_POINT || this == DECIMAL_COMMA;
    }

    /** What texts of this format measure, if all of them are whole numbers or dates without a time of day, or not. */
    Quantity quantity(boolean whole) {
        if (isNumber()) {
            return Quantity.NUMBER;
        }
        if (this == TIME_OF_DAY) {
            return Quantity.TIME;
        }
        return whole ? Quantity.DATE : Quantity.DATE_TIME;
    }

    /**
     * Whether texts of this format measure something.
     *
     * @param quantity what a column measures
     * @return whether the texts measure the same, dates with or without the time of day
     */
    public boolean measures(Quantity quantity) {
        return quantity(true).isComparableTo(quantity);
    }

    /** @return a noun phrase in the plural, such as "numbers with a decimal comma" */
    public String words() {
        return words;
    }
}
