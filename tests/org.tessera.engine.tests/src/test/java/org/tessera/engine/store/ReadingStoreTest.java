package org.tessera.engine.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.data.CategoryColumn;
import org.tessera.engine.data.CustomerTable;
import org.tessera.engine.prep.Preparation;
import org.tessera.engine.prep.PreparationOptions;
import org.tessera.engine.prep.Preparer;
import org.tessera.engine.run.RunContext;

/** How texts are read, stored with a preparation and read again; damaged ones are refused. */
class ReadingStoreTest {

    private static final RunContext RUN = RunContext.of(1);

    private static CustomerTable table() {
        return new CustomerTable(
                4,
                List.of(
                        CategoryColumn.of("spend", Arrays.asList("€ 1.200,50", "€ 7,25", "N/A", "€ 12")),
                        CategoryColumn.of("since", Arrays.asList("2012-06-02", "2013-06-02T10:00", "2014-01-01", null)),
                        CategoryColumn.of("code", Arrays.asList("1.234", "5.678", "9.123", "1.234"))));
    }

    private static Preparation preparation() {
        return Preparer.with(PreparationOptions.defaults()).fit(table(), Set.of(), RUN);
    }

    private static String json() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ModelStore.write(preparation(), zip);
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            zip.getNextEntry();
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Preparation read(String json) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("preparation.json"));
            zip.write(json.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return ModelStore.readPreparation(zip);
        }
    }

    @Test
    void readings_come_back_equal_and_give_the_same_features() throws IOException {
        Preparation back = read(json());
        assertEquals(preparation().readings(), back.readings());
        assertEquals(3, back.readings().size());
        assertArrayEquals(
                preparation().apply(table(), RUN).features().values(),
                back.apply(table(), RUN).features().values());
    }

    @Test
    void a_preparation_stored_before_there_were_readings_has_none() throws IOException {
        assertEquals(
                List.of(), read(json().replace("\"readings\"", "\"unknown\"")).readings());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"format\":\"DECIMAL_COMMA\"|\"format\":\"ROMAN\"|unknown format 'ROMAN': it may come from a newer",
                "\"unit\":\"€\"|\"unit\":\"kgs\"|'kgs' is no unit of numbers with a decimal comma",
                "\"unit\":\"€\"|\"unit\":7|field 'unit' should be a text",
                "\"outcome\":\"READ\"|\"outcome\":\"MAYBE\"|unknown outcome 'MAYBE'",
                "\"values\":3|\"values\":2|3 of 2 texts cannot be read",
                "\"values\":3,\"read\":3|\"values\":-1,\"read\":3|field 'values' should be a whole number",
                "\"firstUnread\":-1|\"firstUnread\":-2|field 'firstUnread' should be a whole number",
                "\"firstUnread\":-1|\"x\":-1|field 'firstUnread' should be a whole number",
                "\"format\":\"DECIMAL_COMMA\",\"unit\":\"€\"|\"format\":\"YEAR_FIRST\",\"unit\":\"\"|is not of the dates",
                "\"format\":\"YEAR_FIRST\"|\"format\":\"DECIMAL_POINT\"|is not of the numbers with a decimal point",
                "\"format\":\"DECIMAL_COMMA\",\"unit\":\"€\"|\"format\":\"TIME_OF_DAY\",\"unit\":\"\"|is not of the times",
                "\"format\":\"YEAR_FIRST\"|\"format\":\"TIME_OF_DAY\"|is not of the times of day",
                "\"outcome\":\"AMBIGUOUS\"|\"outcome\":\"READ\"|column 'code' is not of the numbers",
                "\"column\":\"since\",\"format\"|\"column\":\"spend\",\"format\"|column 'spend' is read twice",
                "\"values\":3,\"read\":3|\"values\":5,\"read\":5|column 'spend' has more texts than rows",
            })
    void damaged_readings_are_refused(String part, String damaged, String message) throws IOException {
        String json = json();
        int at = json.indexOf(part, json.indexOf("\"readings\""));
        String changed = json.substring(0, at) + damaged + json.substring(at + part.length());
        IOException e = assertThrows(IOException.class, () -> read(changed));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }
}
