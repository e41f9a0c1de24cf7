package org.tessera.engine.prep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.Column;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.data.Quantity;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.numbers.FiniteNumbers;
import org.tessera.engine.prep.numbers.NumericCategories;
import org.tessera.engine.prep.reading.TextFormat;
import org.tessera.engine.prep.reading.TextPattern;
import org.tessera.engine.run.CancellationCheck;
import org.tessera.engine.run.RunContext;

/**
 * Matches new entries with the categories of training where only the type or the spelling of the entries differs. A
 * number is the category of its shortest decimal text ("7" for 7 and 7.0), else the only category that reads as the
 * same number ("0101" for 101); 1 and 0 are "true" and "false" where no category is a number; dates are the categories
 * written in ISO form; "TRUE" is "true". Whatever has no match keeps its own text.
 */
final class CategoryMatch {

    private static final String TRUE = "true";
    private static final String FALSE = "false";

    private final Set<String> known = new HashSet<>();
    private final Map<Double, String> byNumber = new HashMap<>();
    private final Map<String, String> booleans = new HashMap<>();

    private CategoryMatch(Categories fitted, CancellationCheck cancellation) {
        for (List<String> categories : List.of(fitted.levels(), fitted.grouped())) {
            for (String category : categories) {
                cancellation.step();
                known.add(category);
                if (CategoryLevels.isNumber(category)) {
                    byNumber.merge(Double.parseDouble(category) + 0.0, category, (a, b) -> "");
                } else if (category.equalsIgnoreCase(TRUE) || category.equalsIgnoreCase(FALSE)) {
                    booleans.merge(category.equalsIgnoreCase(TRUE) ? TRUE : FALSE, category, (a, b) -> "");
                }
            }
        }
    }

    /** The entries as categories. O(n) and the number of categories. */
    static CategoryColumn convert(Column column, Categories fitted, RunContext run) {
        CancellationCheck cancellation = new CancellationCheck(run);
        CategoryMatch match = new CategoryMatch(fitted, cancellation);
        return column instanceof CategoryColumn texts
                ? match.texts(texts, cancellation)
                : match.numbers((NumericColumn) column, cancellation);
    }

    private CategoryColumn texts(CategoryColumn column, CancellationCheck cancellation) {
        if (booleans.isEmpty()) {
            return column;
        }
        Map<String, Integer> index = new LinkedHashMap<>();
        int[] codeOf = new int[column.levels().size()];
        for (int l = 0; l < codeOf.length; l++) {
            cancellation.step();
            codeOf[l] = index(index, text(column.levels().get(l)));
        }
        int[] codes = Arrays.stream(column.codes())
                .map(code -> code == CategoryColumn.MISSING ? code : codeOf[code])
                .toArray();
        return new CategoryColumn(column.name(), codes, new ArrayList<>(index.keySet()));
    }

    private String text(String category) {
        boolean isBoolean = category.equalsIgnoreCase(TRUE) || category.equalsIgnoreCase(FALSE);
        return known.contains(category) || !isBoolean
                ? category
                : known(booleans, category.equalsIgnoreCase(TRUE) ? TRUE : FALSE, category);
    }

    private CategoryColumn numbers(NumericColumn column, CancellationCheck cancellation) {
        FiniteNumbers.check(column);
        requireMatch(column);
        Map<Double, Integer> codeOf = new HashMap<>();
        Map<String, Integer> index = new LinkedHashMap<>();
        int[] codes = new int[column.size()];
        for (int i = 0; i < codes.length; i++) {
            cancellation.step();
            double value = column.values()[i] + 0.0;
            codes[i] = column.isMissing(i)
                    ? CategoryColumn.MISSING
                    : codeOf.computeIfAbsent(value, v -> index(index, text(v, column.quantity())));
        }
        return new CategoryColumn(column.name(), codes, new ArrayList<>(index.keySet()));
    }

    private String text(double value, Quantity quantity) {
        if (quantity != Quantity.NUMBER) {
            return quantity.text(value);
        }
        String text = NumericCategories.text(value);
        if (known.contains(text)) {
            return text;
        }
        boolean isBoolean = byNumber.isEmpty() && (value == 0 || value == 1);
        return isBoolean ? known(booleans, value == 1 ? TRUE : FALSE, text) : known(byNumber, value, text);
    }

    private static <K> String known(Map<K, String> categories, K key, String otherwise) {
        String category = categories.getOrDefault(key, "");
        return category.isEmpty() ? otherwise : category;
    }

    private static int index(Map<String, Integer> index, String text) {
        int next = index.size();
        return index.computeIfAbsent(text, t -> next);
    }

    /** Refuses numbers where no category is one, and dates where no category is one in ISO form. */
    private void requireMatch(NumericColumn column) {
        TextPattern iso = TextPattern.of(TextFormat.YEAR_FIRST);
        boolean possible = column.quantity() == Quantity.NUMBER
                ? !byNumber.isEmpty() || !booleans.isEmpty()
                : column.quantity().isDate() && known.stream().anyMatch(k -> !Double.isNaN(iso.value(k)));
        if (!possible) {
            throw SourceColumn.kindDiffers(
                    column.name(), "categories", column.quantity().plural(), "texts");
        }
    }
}
