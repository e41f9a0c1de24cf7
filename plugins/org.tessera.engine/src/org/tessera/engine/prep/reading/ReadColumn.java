package org.tessera.engine.prep.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.reading.ReadingAccount.Texts;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * A column of numbers or dates that was read from texts.
 *
 * @param column the numbers, or days since 1970-01-01; NaN where a text is missing or does not read
 * @param account how many texts were read and what was not
 */
public record ReadColumn(NumericColumn column, ReadingAccount account) {

    /**
     * A column without any text to read.
     *
     * @param column missing numbers
     * @return the column with an account of nothing
     */
    public static ReadColumn missing(NumericColumn column) {
        return new ReadColumn(column, new ReadingAccount(0, 0, Texts.NONE, Texts.NONE, -1, ""));
    }

    /** The account of a column, given its numbers and which of its levels stand for a missing value. */
    static ReadColumn of(CategoryColumn texts, NumericColumn numbers, boolean[] missing, RunContext run) {
        int levels = texts.levels().size();
        int[] counts = new int[levels];
        boolean[] unread = new boolean[levels];
        boolean[] reads = new boolean[levels];
        int present = 0;
        int read = 0;
        int first = -1;
        for (int i = 0; i < texts.size(); i++) {
            int code = texts.codes()[i];
            if (code != CategoryColumn.MISSING) {
                counts[code]++;
                boolean isRead = !numbers.isMissing(i);
                read += isRead ? 1 : 0;
                present += missing[code] ? 0 : 1;
                reads[code] |= isRead;
                unread[code] |= !isRead && !missing[code];
                first = first < 0 && unread[code] ? i : first;
            }
        }
        List<String> markers = mostFrequent(texts, counts, missing, run);
        List<String> others = mostFrequent(texts, counts, unread, run);
        int missingRows = 0;
        String sample = "";
        for (int l = 0; l < levels; l++) {
            missingRows += missing[l] ? counts[l] : 0;
            sample = reads[l] ? ReadingAccount.sample(sample, texts.levels().get(l)) : sample;
        }
        return new ReadColumn(
                numbers,
                new ReadingAccount(
                        present,
                        read,
                        new Texts(missingRows, markers.size(), shortest(markers)),
                        new Texts(present - read, others.size(), shortest(others)),
                        first,
                        sample));
    }

    private static List<String> shortest(List<String> texts) {
        return texts.subList(0, Math.min(ReadingAccount.MAX_TEXTS, texts.size()));
    }

    private static List<String> mostFrequent(CategoryColumn texts, int[] counts, boolean[] chosen, RunContext run) {
        List<Integer> levels = new ArrayList<>();
        for (int l = 0; l < chosen.length; l++) {
            if (chosen[l] && counts[l] > 0) {
                levels.add(l);
            }
        }
        CancellationCheck cancellation = new CancellationCheck(run);
        Comparator<Integer> order = Comparator.<Integer>comparingInt(l -> -counts[l])
                .thenComparing(l -> texts.levels().get(l));
        levels.sort((a, b) -> {
            cancellation.step();
            return order.compare(a, b);
        });
        return levels.stream().map(l -> texts.levels().get(l)).toList();
    }
}
