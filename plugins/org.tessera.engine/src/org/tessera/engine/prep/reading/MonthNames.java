package org.tessera.engine.prep.reading;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names of months in English, German, French, Spanish, Italian, Portuguese and Dutch, in full and short, without regard
 * to case and accents. No name stands for different months in two of these languages.
 */
final class MonthNames {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 12;
    private static final int SHORT_DAY = 3;
    private static final char LAST_ASCII = '\u007F';

    /** January to December. */
    private static final String[] NAMES = {
        "january jan januar janner jaenner januari janvier janv enero ene gennaio gen janeiro",
        "february feb februar feber februari fevrier fevr fev febrero febbraio fevereiro",
        "march mar mrz marz maerz maart mrt mars marzo marco",
        "april apr avril avr abril abr aprile",
        "may mai mei mayo maggio mag maio",
        "june jun juni juin junio giugno giu junho",
        "july jul juli juillet juill juil julio luglio lug julho",
        "august aug augustus aout agosto ago",
        "september sep sept septembre septiembre setiembre settembre setembro set",
        "october oct oktober okt octobre octubre ottobre ott outubro out",
        "november nov novembre noviembre novembro",
        "december dec dezember dez decembre diciembre dic dicembre dezembro"
    };

    /** First letters of the names. */
    static final String INITIALS = "adefgjlmnos";

    private static final Map<String, Integer> MONTHS = months();
    private static final Set<String> DAYS = days();

    private MonthNames() {}

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (int m = 0; m < NAMES.length; m++) {
            for (String name : NAMES[m].split(" ")) {
                months.put(name, m + 1);
            }
        }
        return months;
    }

    /** The month of a name, 1 to 12; 0 for any other word. */
    static int month(String word) {
        boolean possible = word.length() >= SHORTEST
                && word.length() <= LONGEST
                && INITIALS.indexOf(Character.toLowerCase(word.charAt(0))) >= 0;
        return possible ? MONTHS.getOrDefault(plain(word), 0) : 0;
    }

    /** Whether a word is an English day of the week, in full or its first three letters. */
    static boolean isDayOfWeek(String word) {
        return word.length() >= SHORT_DAY && DAYS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static Set<String> days() {
        Set<String> days = new HashSet<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            days.add(name);
            days.add(name.substring(0, SHORT_DAY));
        }
        return days;
    }

    private static String plain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) > LAST_ASCII) {
                return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
            }
        }
        return lower;
    }
}
