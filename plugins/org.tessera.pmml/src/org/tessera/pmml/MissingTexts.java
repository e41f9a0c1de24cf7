package org.tessera.pmml;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dmg.pmml.DataType;
import org.dmg.pmml.DefineFunction;
import org.dmg.pmml.Expression;
import org.dmg.pmml.OpType;
import org.dmg.pmml.PMMLFunctions;
import org.dmg.pmml.ParameterField;
import org.tessera.engine.prep.Preparation;

/**
 * Texts that say that nothing is known, such as "N/A", as a regular expression: in any case, in ASCII or its full-width
 * forms, with blanks and invisible signs around.
 */
final class MissingTexts {

    private static final String FUNCTION = "isAnswer";
    private static final String PARAMETER = "text";
    private static final String BLANKS = "[\\x00-\\x20\\p{Z}\\p{Cf}]*";
    private static final int FULL_WIDTH_SHIFT = '\uFF01' - '!';

    private MissingTexts() {}

    /** The function of the document that is true for any other text. */
    static DefineFunction function() {
        Expression isMissing = Terms.apply(
                PMMLFunctions.MATCHES, Terms.field(PARAMETER), Terms.text(pattern(Preparation.missingTexts())));
        return new DefineFunction(
                FUNCTION,
                OpType.CATEGORICAL,
                DataType.BOOLEAN,
                List.of(new ParameterField(PARAMETER)
                        .setOpType(OpType.CATEGORICAL)
                        .setDataType(DataType.STRING)),
                Terms.apply(PMMLFunctions.NOT, isMissing));
    }

    /** Whether the text in a field is not one of them. */
    static Expression isAnswer(String field) {
        return Terms.apply(FUNCTION, Terms.field(field));
    }

    /** A regular expression of any of the texts. */
    static String pattern(Collection<String> texts) {
        return new TreeSet<>(texts)
                .stream()
                        .map(MissingTexts::pattern)
                        .collect(Collectors.joining("|", "^" + BLANKS + "(?:", ")" + BLANKS + "\\z"));
    }

    private static String pattern(String text) {
        return text.chars().mapToObj(c -> signs((char) c)).collect(Collectors.joining());
    }

    /** One sign in all its forms. */
    private static String signs(char sign) {
        String lower = String.valueOf(sign);
        String forms = lower.equals(lower.toUpperCase(Locale.ROOT)) ? lower : lower + lower.toUpperCase(Locale.ROOT);
        StringBuilder pattern = new StringBuilder("[");
        for (char form : forms.toCharArray()) {
            pattern.append(escaped(form));
            if (form > ' ' && form < 0x7F) {
                pattern.append((char) (form + FULL_WIDTH_SHIFT));
            }
        }
        return pattern.append(']').toString();
    }

    /** A sign inside brackets; ASCII by its code, so that it is neither an operator nor markup of XML. */
    private static String escaped(char sign) {
        boolean plain = sign > 0x7F || Character.isLetterOrDigit(sign);
        return plain ? String.valueOf(sign) : String.format("\\x%02X", (int) sign);
    }
}
