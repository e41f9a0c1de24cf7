package org.tessera.knime.prep;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.Preparation;
import org.tessera.knime.kit.NodeTexts;

/**
 * Categories that look alike to a reader: they differ only in blanks, case, invisible signs, or in how a letter with an
 * accent is composed (Unicode normalization, UAX 15).
 */
final class Spellings {

    private static final Pattern BLANKS = Pattern.compile("(?U)\\s+");
    /** Format and control signs that leave no trace: zero-width space and joiners, byte order mark, soft hyphen. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\x{180B}-\\x{180F}\\x{FE00}-\\x{FE0F}]");

    private Spellings() {}

    /** @return a warning that names a pair of each column that has alike categories, or "" */
    static String alike(Preparation preparation) {
        List<String> columns = new ArrayList<>();
        for (var column : preparation.columns()) {
            if (column instanceof Categories c) {
                firstAlike(c).ifPresent(pair -> columns.add("'" + c.column() + "' (" + pair + ")"));
            }
        }
        return columns.isEmpty()
                ? ""
                : NodeTexts.count(columns.size(), "column")
                        + " with categories that differ only in blanks, case or invisible signs: "
                        + String.join(", ", columns)
                        + ". If they mean the same, unify them first, for example with the String Cleaner node.";
    }

    private static Optional<String> firstAlike(Categories column) {
        Map<String, String> seen = new HashMap<>();
        for (List<String> levels : List.of(column.levels(), column.grouped())) {
            for (String level : levels) {
                String other = seen.putIfAbsent(bare(level), level);
                if (other != null) {
                    return Optional.of("\"" + visible(other) + "\", \"" + visible(level) + "\"");
                }
            }
        }
        return Optional.empty();
    }

    /** What a reader sees of a category. */
    static String bare(String level) {
        String composed = Normalizer.normalize(INVISIBLE.matcher(level).replaceAll(""), Normalizer.Form.NFC);
        return BLANKS.matcher(composed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** The category with invisible signs, blanks other than spaces and marks to be composed by their numbers. */
    static String visible(String level) {
        StringBuilder text = new StringBuilder();
        boolean decomposed = !Normalizer.isNormalized(level, Normalizer.Form.NFC);
        level.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean plain = c == ' ' || !(Character.isWhitespace(c) || Character.isSpaceChar(c));
            boolean hidden = type == Character.FORMAT
                    || type == Character.CONTROL
                    || (decomposed && type == Character.NON_SPACING_MARK)
                    || (c >= 0xFE00 && c <= 0xFE0F);
            text.append(plain && !hidden ? Character.toString(c) : String.format(Locale.ROOT, "<U+%04X>", c));
        });
        return text.toString();
    }
}
