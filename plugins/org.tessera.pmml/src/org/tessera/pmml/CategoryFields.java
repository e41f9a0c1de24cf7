package org.tessera.pmml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.dmg.pmml.DataField;
import org.dmg.pmml.DataType;
import org.dmg.pmml.DerivedField;
import org.dmg.pmml.Expression;
import org.dmg.pmml.OpType;
import org.dmg.pmml.PMMLFunctions;
import org.dmg.pmml.Value;
import org.tessera.engine.data.FreeNames;
import org.tessera.engine.prep.ColumnPreparation.Categories;
import org.tessera.engine.prep.Feature;
import org.tessera.engine.prep.numbers.NumericCategories;

/**
 * The fields of a column of categories: a number per category, which is its share or the index of its level, {@value #NONE}
 * for none, and from it the features. Numbers that are categories are compared as numbers.
 */
final class CategoryFields implements ColumnFields {

    /** Index of a category that is no level. */
    private static final int NONE = -1;

    private final Categories fitted;
    private final boolean shares;
    private final boolean numeric;
    private final String number;

    /**
     * The fields of a column.
     *
     * @param fitted the column
     * @param shares whether its feature is the share of the category
     * @param codes whether numbers are the categories, if they look like it
     * @param names the names of the document
     */
    CategoryFields(Categories fitted, boolean shares, boolean codes, Set<String> names) {
        this.fitted = fitted;
        this.shares = shares;
        numeric = codes && categories().allMatch(CategoryFields::isNumber);
        number = FreeNames.take(fitted.column() + (shares ? " (share)" : " (level)"), names);
    }

    /** The categories of training, without the levels of other and missing ones. */
    private Stream<String> categories() {
        return Stream.concat(
                fitted.levels().stream()
                        .filter(l -> fitted.other().isEmpty() || !l.equals(fitted.otherLevel()))
                        .filter(l -> !l.equals(Categories.MISSING_LEVEL)),
                fitted.grouped().stream());
    }

    private static boolean isNumber(String category) {
        try {
            double number = Double.parseDouble(category);
            return Double.isFinite(number) && NumericCategories.text(number).equals(category);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    @Override
    public DataField dataField() {
        return numeric
                ? new DataField(fitted.column(), OpType.CONTINUOUS, DataType.DOUBLE)
                : new DataField(fitted.column(), OpType.CATEGORICAL, DataType.STRING)
                        .addValues(categories().map(Value::new).toArray(Value[]::new));
    }

    @Override
    public void addHelpers(Fields fields) {
        IntFunction<String> text =
                shares ? level -> Double.toString(level == NONE ? 0 : fitted.shares()[level]) : Integer::toString;
        DataType type = shares ? DataType.DOUBLE : DataType.INTEGER;
        Map<String, String> numbers = new LinkedHashMap<>();
        levels().forEach((category, level) -> numbers.put(category, text.apply(level)));
        String otherwise = text.apply(fitted.other().orElse(NONE));
        String missing = text.apply(fitted.fill().orElse(NONE));
        Expression map = Tables.map(fitted.column(), numbers)
                .setDataType(type)
                .setDefaultValue(otherwise)
                .setMapMissingTo(missing);
        fields.add(new DerivedField(number, OpType.CONTINUOUS, type, map));
    }

    /** The categories that are a level, and its index. */
    private Map<String, Integer> levels() {
        Map<String, Integer> levels = new LinkedHashMap<>();
        for (int l = 0; l < fitted.levels().size(); l++) {
            if (!numeric || isNumber(fitted.levels().get(l))) {
                levels.put(fitted.levels().get(l), l);
            }
        }
        if (!numeric) {
            addSpellings("true", levels);
            addSpellings("false", levels);
        }
        return levels;
    }

    /** The spellings of a Boolean in other letter cases are the only category that is this Boolean in some case. */
    private void addSpellings(String truth, Map<String, Integer> levels) {
        List<String> known = Stream.concat(fitted.levels().stream(), fitted.grouped().stream())
                .filter(truth::equalsIgnoreCase)
                .toList();
        Integer level = known.size() == 1 ? levels.get(known.get(0)) : null;
        for (int capitals = 0; level != null && capitals < 1 << truth.length(); capitals++) {
            StringBuilder spelling = new StringBuilder(truth);
            for (int i = 0; i < truth.length(); i++) {
                if ((capitals >> i & 1) == 1) {
                    spelling.setCharAt(i, Character.toUpperCase(truth.charAt(i)));
                }
            }
            levels.putIfAbsent(spelling.toString(), level);
        }
    }

    @Override
    public Expression raw(Feature feature) {
        if (feature.kind() != Feature.Kind.LEVEL) {
            return Terms.field(number);
        }
        int level = fitted.levels().indexOf(feature.level().orElseThrow());
        Expression isLevel = Terms.apply(PMMLFunctions.EQUAL, Terms.field(number), Terms.whole(level));
        return Terms.ifElse(isLevel, Terms.number(1), Terms.number(0));
    }

    @Override
    public Expression known() {
        Expression present = Terms.isNotMissing(fitted.column());
        return numeric ? present : Terms.ifElse(present, MissingTexts.isAnswer(fitted.column()), Terms.truth(false));
    }

    @Override
    public List<Expression> conditions() {
        return List.of();
    }
}
