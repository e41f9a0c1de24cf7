package org.tessera.pmml;

import jakarta.xml.bind.JAXBElement;
import java.util.Map;
import javax.xml.namespace.QName;
import org.dmg.pmml.FieldColumnPair;
import org.dmg.pmml.InlineTable;
import org.dmg.pmml.MapValues;
import org.dmg.pmml.Row;

/** Tables of values and what takes their place. */
final class Tables {

    private static final String NAMESPACE = "http://www.dmg.org/PMML-4_4";
    private static final String CATEGORY = "category";
    private static final String NUMBER = "number";

    private Tables() {}

    /** The numbers of the categories in a field. */
    static MapValues map(String field, Map<String, String> numbers) {
        InlineTable table = new InlineTable();
        numbers.forEach((category, number) ->
                table.addRows(new Row().addContent(cell(CATEGORY, category), cell(NUMBER, number))));
        return new MapValues(NUMBER, table).addFieldColumnPairs(new FieldColumnPair(field, CATEGORY));
    }

    private static JAXBElement<String> cell(String column, String value) {
        return new JAXBElement<>(new QName(NAMESPACE, column), String.class, value);
    }
}
