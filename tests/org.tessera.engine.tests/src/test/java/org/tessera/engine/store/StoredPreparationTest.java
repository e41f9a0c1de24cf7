package org.tessera.engine.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.data.NumericColumn;
import org.tessera.engine.prep.Feature;
import org.tessera.engine.prep.PlainZScores;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.PreparationOptions.Transformation;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.prep.ScalingOptions;
import org.tessera.engine.run.RunContext;

/** Transformations, scales of categories and weights in files of preparations, earlier and damaged ones included. */
class StoredPreparationTest {

    private static Preparation balanced() {
        double[] skewed = {1, 2, 3, 5, 8, 1000};
        CustomerTable table = new CustomerTable(
                6,
                List.of(
                        new NumericColumn("x", skewed, false),
                        CategoryColumn.of("c", List.of("a", "b", "a", "b", "b", "b"))));
        return Preparer.with(PreparationOptions.defaults()
                        .withScaling(ScalingOptions.defaults().withWeights(Map.of("x", 2.5, "c", 0.1))))
                .fit(table, Set.of(), RunContext.of(1));
    }

    @Test
    void transformations_and_weights_are_stored_to_the_bit() throws IOException {
        Preparation preparation = balanced();
        assertEquals(
                Feature.Kind.YEO_JOHNSON_NUMBER, preparation.features().get(0).kind());
        Preparation back = ModelStoreTest.readPreparation(ModelStoreTest.json(preparation));
        assertEquals(preparation.options(), back.options());
        assertEquals(preparation.features(), back.features());
    }

    @Test
    void preparations_of_format_one_keep_their_transformation_and_scale_categories_like_numbers() throws IOException {
        String now = ModelStoreTest.json(ModelStoreTest.preparation(PlainZScores.OPTIONS));
        String before = now.replace("\"transformation\":\"NONE\"", "\"logSkewed\":false")
                .replace(",\"categoryScale\":\"LIKE_NUMBERS\",\"weights\":{}", "")
                .replace("\"format\":2", "\"format\":1");
        assertTrue(before.length() < now.length() - 30, now);
        assertEquals(
                PlainZScores.OPTIONS, ModelStoreTest.readPreparation(before).options());
        String logs = before.replace("\"logSkewed\":false", "\"logSkewed\":true");
        assertEquals(
                Transformation.LOG,
                ModelStoreTest.readPreparation(logs).options().numeric().transformation());
    }

    @Test
    void lambdas_and_weights_that_are_none_are_refused() throws IOException {
        String json = ModelStoreTest.json(balanced());
        Map<String, String> messages = Map.of(
                json.replaceAll("\"lambda\":[^,}]*", "\"lambda\":\"NaN\""),
                "Lambda is NaN, but has to be finite.",
                json.replaceAll("\"lambda\":[^,}]*,", ""),
                "Feature 'x (z)' of the kind YEO_JOHNSON_NUMBER has no lambda",
                json.replace("YEO_JOHNSON_NUMBER", "NUMBER"),
                "Feature 'x (z)' of the kind NUMBER has a lambda",
                json.replace("\"x\":2.5", "\"x\":0"),
                "Weight of column 'x' is 0.0, but has to be from 0.001 to 1000.0",
                json.replace("\"x\":2.5", "\"x\":\"Infinity\""),
                "Weight of column 'x' is Infinity",
                json.replace("\"x\":2.5", "\"x\":\"much\""),
                "field 'x' should be a number",
                json.replaceAll("\"weights\":\\{[^}]*}", "\"weights\":[]"),
                "preparation (options) (weights) is damaged");
        messages.forEach((damaged, message) -> {
            String actual = assertThrows(IOException.class, () -> ModelStoreTest.readPreparation(damaged))
                    .getMessage();
            assertTrue(actual.startsWith("Stored preparation") && actual.contains(message), actual);
        });
        assertTrue(assertThrows(
                        IOException.class,
                        () -> ModelStoreTest.readPreparation(json.replace("\"UNIT_DISTANCE\"", "\"GOWER\"")))
                .getMessage()
                .contains("has an unknown categoryScale 'GOWER'"));
    }
}
